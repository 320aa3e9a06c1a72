package lsp

import "slices"

// symbol is what a name means: of one kind, declared in one file, for a param in one entry
// and those below it.
type symbol struct {
	kind  kind
	name  string
	file  string
	entry string // of a param: the eldest that declares it; "" is defaults
}

// scope is what a file's names are looked up in.
type scope struct {
	files []*file // all that belong to catalogs that the file belongs to
	views map[*file][]*file
}

// scope makes that of a file.
func (w *workspace) scope(f *file) *scope {
	s := &scope{views: map[*file][]*file{}}
	add := func(of *file, view []*file) {
		if s.views[of] == nil {
			s.views[of] = view
			s.files = append(s.files, of)
		}
	}
	for _, c := range w.catalogs(f) {
		view := w.joined(c)
		for _, of := range view {
			add(of, view)
		}
		for _, shared := range view[:len(view)-1] { // other catalogs include it as well
			for _, other := range w.catalogs(shared) {
				view := w.joined(other)
				for _, of := range view {
					add(of, view)
				}
			}
		}
	}
	add(f, []*file{f})
	return s
}

// view are the files in which a file's names are looked up: those of its catalog.
func (s *scope) view(f *file) []*file { return s.views[f] }

// owner is the file that declares a name for a file; nil if none does. What a catalog and
// an included file both declare is the included file's, which the catalog refines.
func (s *scope) owner(f *file, k kind, name string) *file {
	if f.declared[k][name] && !f.catalog {
		return f
	}
	for _, other := range slices.Concat(s.view(f), s.files) {
		if other.declared[k][name] && (!other.catalog || other == f) {
			return other
		}
	}
	return nil
}

// chain are an entry, what it refines, its parents, and the defaults of their files:
// docs/spec.md#how-an-entry-is-resolved.
func (s *scope) chain(e *entry) []*entry {
	var all []*entry
	view := s.view(e.file)
	for name := e.name; name != ""; {
		parent := ""
		for _, f := range slices.Backward(view) {
			next := f.entries[name]
			if next == nil {
				continue
			}
			if slices.Contains(all, next) {
				return all
			}
			all = append(all, next)
			if parent == "" {
				parent = next.parent
			}
		}
		name = parent
	}
	if len(all) == 0 {
		all = append(all, e)
	}
	for _, e := range slices.Backward(slices.Clone(all)) {
		if d := e.file.defaults; d != nil && !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	return all
}

// symbol is what a name means where it stands.
func (s *scope) symbol(o found) symbol {
	switch o.kind {
	case paramKind, valueKind:
		return s.value(o)
	}
	sym := symbol{kind: o.kind, name: o.name}
	if owner := s.owner(o.file, o.kind, o.name); owner != nil {
		sym.file = owner.path
	}
	return sym
}

// value is what a name of a param or a field means: docs/spec.md#placeholders.
func (s *scope) value(o found) symbol {
	chain := s.chainOf(o)
	field := symbol{kind: fieldKind, name: o.name}
	if owner := s.owner(o.file, fieldKind, o.name); owner != nil && s.hasField(o.file, chain, o.name) {
		field.file = owner.path
	}
	if len(chain) == 0 {
		return field
	}
	eldest, declared, filled := chain[0], false, false
	for _, e := range chain {
		if e.params[o.name] {
			eldest, declared = e, true
		}
		filled = filled || e.fills[o.name]
	}
	if field.file != "" && (!declared || !filled) {
		return field
	}
	return symbol{kind: paramKind, name: o.name, file: eldest.file.path, entry: eldest.name}
}

// hasField reports whether an envelope of an entry has a field.
func (s *scope) hasField(f *file, chain []*entry, name string) bool {
	envelopes := envelopesOf(chain)
	for _, other := range s.view(f) {
		for _, has := range other.fields[name] {
			if envelopes == nil || slices.Contains(envelopes, has) {
				return true
			}
		}
	}
	return false
}

// envelopesOf are the envelopes that the nearest of a chain names, nil if none does.
func envelopesOf(chain []*entry) []string {
	for _, e := range chain {
		if e.envelope != nil {
			return e.envelope
		}
	}
	return nil
}

// chainOf is the chain of the entry that a name stands in; in an example that of the entry
// that it is of.
func (s *scope) chainOf(o found) []*entry {
	if e := o.file.entry(o.owner); e != nil {
		return s.chain(e)
	}
	if len(o.owner) == 0 || o.owner[0] != "examples" {
		return nil
	}
	for _, other := range o.pieces[o.piece].names {
		if other.kind != entryKind || !slices.Equal(other.owner, o.owner) || slices.Contains(other.path, "decodes") {
			continue
		}
		for _, f := range slices.Backward(s.view(o.file)) {
			if e := f.entries[other.name]; e != nil {
				return s.chain(e)
			}
		}
	}
	return nil
}

// references are all places at which a symbol is named.
func (s *scope) references(sym symbol) []found {
	var all []found
	for _, f := range s.files {
		for _, o := range f.all(sym.name) {
			if s.symbol(o) == sym {
				all = append(all, o)
			}
		}
	}
	return all
}

// declarations are those of them that declare it. A param that nothing declares is
// declared by the field that it fills, or not at all.
func (s *scope) declarations(sym symbol) []found {
	return slices.DeleteFunc(s.references(sym), func(o found) bool { return !o.names })
}
