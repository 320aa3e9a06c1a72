package lsp

// symbolKinds are the kinds of document symbols by those of names.
var symbolKinds = map[kind]int{
	typeKind: symbolClass, envelopeKind: symbolObject, groupKind: symbolNamespace, sourceKind: symbolModule, operationKind: symbolMethod, entryKind: symbolEvent,
}

// outline are the keys at the top, with what is declared under them.
func (f *file) outline() []documentSymbol {
	all := []documentSymbol{}
	at := map[string]int{}
	for _, p := range f.pieces {
		if p.node == nil {
			continue
		}
		for _, e := range p.node.Elements {
			if p.section == "" && e.Key != nil {
				at[e.Key.Value] = len(all)
				all = append(all, documentSymbol{
					Name: e.Key.Value, Kind: symbolKey,
					Range: f.text.span(p.start+e.Start, p.start+e.End()), SelectionRange: f.text.span(p.start+e.Key.Start, p.start+e.Key.End),
				})
			}
		}
		for _, o := range p.names {
			i, ok := at[o.path[0]]
			if symbolKinds[o.kind] == 0 || !o.names || !ok {
				continue
			}
			start, end := p.start+o.start, p.start+o.end
			whole := end
			if p.section != "" {
				start, whole = p.start+p.node.Start, p.start+max(p.node.End, o.end)
			}
			top := &all[i]
			s := documentSymbol{Name: o.name, Kind: symbolKinds[o.kind], Range: f.text.span(start, whole), SelectionRange: f.text.span(p.start+o.start, end)}
			top.Range.End = later(top.Range.End, s.Range.End)
			top.Children = append(top.Children, s)
		}
	}
	return all
}

// later is the later of two places.
func later(a, b position) position {
	if a.Line > b.Line || a.Line == b.Line && a.Character > b.Character {
		return a
	}
	return b
}
