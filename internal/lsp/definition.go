package lsp

// definition are the places at which the name at a place is declared. Where an entry
// refines one of an included file, both are.
func (w *workspace) definition(f *file, offset int) []location {
	all := []location{}
	if o, ok := f.at(offset); ok {
		s := w.scope(f)
		for _, d := range s.declarations(s.symbol(o)) {
			all = append(all, w.location(d))
		}
	}
	return all
}

// references are the places at which the name at a place stands.
func (w *workspace) references(f *file, offset int, declarations bool) []location {
	all := []location{}
	if o, ok := f.at(offset); ok {
		s := w.scope(f)
		for _, r := range s.references(s.symbol(o)) {
			if declarations || !r.names {
				all = append(all, w.location(r))
			}
		}
	}
	return all
}

// location is where a name stands.
func (w *workspace) location(o found) location {
	return location{URI: w.uri(o.file.path), Range: o.span()}
}
