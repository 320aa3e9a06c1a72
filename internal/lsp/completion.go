package lsp

import (
	"slices"
	"strings"
)

// completion are what can be written at a place.
func (w *workspace) completion(f *file, offset int) []completionItem {
	c, ok := cursorAt(f, offset)
	if !ok {
		return []completionItem{}
	}
	s := w.scope(f)
	s.substitute(f, c.in.file)
	k := completer{scope: s, cursor: c, file: f, items: []completionItem{}, offered: map[string]bool{}}
	switch {
	case c.placeholder:
		k.placeholders()
	case c.key:
		k.keys()
	default:
		k.values()
	}
	return k.items
}

// substitute looks names up in a text with a mark in place of the file that it was made of.
func (s *scope) substitute(f, marked *file) {
	for of, view := range s.views {
		view = slices.Clone(view)
		for i := range view {
			if view[i] == f {
				view[i] = marked
			}
		}
		s.views[of] = view
	}
	s.views[marked] = s.views[f]
}

// completer collects the items of one place.
type completer struct {
	*scope
	cursor
	file    *file
	items   []completionItem
	offered map[string]bool // labels
}

// add offers a word once.
func (k *completer) add(item completionItem) {
	if strings.Contains(item.Label, mark) || k.offered[item.Label] {
		return
	}
	k.offered[item.Label] = true
	text := item.Label
	if k.key && !k.colon {
		text += ": "
	}
	item.TextEdit = &textEdit{Range: k.file.text.span(k.start, k.end), NewText: text}
	k.items = append(k.items, item)
}

// keys offers the keys of a mapping: those of the language, or names.
func (k *completer) keys() {
	below := append(slices.Clone(k.path), "any")
	if p, ok := placeAt(below, true); ok {
		switch p.kind {
		case fieldKind:
			k.fields()
		case paramKind:
			k.open()
		case valueKind:
			k.params()
			k.fields()
		case entryKind: // an entry of an included file is refined
			k.names(entryKind)
		}
		return
	}
	for _, key := range keysAt(k.path) {
		if !slices.Contains(k.siblings, key) {
			k.add(completionItem{Label: key, Kind: itemProperty, Documentation: markdown(meaning(append(slices.Clone(k.path), key)))})
		}
	}
}

// values offers the names or words that can be a value.
func (k *completer) values() {
	if p, ok := placeAt(k.path, false); ok && p.kind != noKind && !p.names {
		if p.kind == fieldKind {
			k.fields()
		} else {
			k.names(p.kind)
		}
	}
	for _, word := range wordsAt(k.path) {
		k.add(completionItem{Label: word, Kind: itemValue})
	}
}

// itemKinds are the kinds of completion items by those of names.
var itemKinds = map[kind]int{entryKind: itemClass, envelopeKind: itemModule, typeKind: itemClass, groupKind: itemValue, sourceKind: itemValue}

// names offers all names of a kind, but for the one in which they are offered.
func (k *completer) names(of kind) {
	for _, f := range k.view(k.file) {
		for _, p := range f.pieces {
			for _, o := range p.names {
				self := of == entryKind && len(k.path) > 1 && k.path[0] == "errors" && k.path[1] == o.name
				if o.kind == of && o.names && !self && !slices.Contains(k.siblings, o.name) {
					k.add(completionItem{Label: o.name, Kind: itemKinds[of], Detail: of.what()})
				}
			}
		}
	}
	if of == envelopeKind && len(k.path) > 0 && k.path[0] != "envelopes" && !isItem(k.path[len(k.path)-1]) {
		k.add(completionItem{Label: "none", Kind: itemValue, Detail: "no response"})
	}
}

// fields offers the fields of the entry's envelopes.
func (k *completer) fields() {
	chain := k.chainOf(k.in)
	for _, f := range k.view(k.file) {
		for _, p := range f.pieces {
			for _, o := range p.names {
				special := o.name == "status" || o.name == "code"
				if o.kind == fieldKind && o.names && !special && !slices.Contains(k.siblings, o.name) && k.hasField(k.file, chain, o.name) {
					k.add(completionItem{Label: o.name, Kind: itemField, Detail: "field of " + o.path[1]})
				}
			}
		}
	}
}

// params offers the params of the entry and its ancestors.
func (k *completer) params() {
	for _, e := range k.chainOf(k.in) {
		for _, o := range e.file.pieces[e.piece].names {
			if o.kind == paramKind && o.names && e.has(o) && !slices.Contains(k.siblings, o.name) {
				k.add(completionItem{Label: o.name, Kind: itemVariable, Detail: "param of " + e.shown()})
			}
		}
	}
}

// has reports whether an occurrence of its file stands in an entry, or in defaults.
func (e *entry) has(o occurrence) bool { return e.file.entry(o.owner) == e }

// shown is the name of an entry, or defaults.
func (e *entry) shown() string {
	if e.name == "" {
		return "defaults"
	}
	return e.name
}

// open offers the names in placeholders that nothing declares, and the open fields.
func (k *completer) open() {
	for _, o := range k.in.pieces[k.in.piece].names {
		if o.kind == valueKind && !slices.Contains(k.siblings, o.name) && !k.hasField(k.file, k.chainOf(k.in), o.name) && slices.Equal(o.owner, k.in.occurrence.owner) {
			k.add(completionItem{Label: o.name, Kind: itemVariable, Detail: "in a text"})
		}
	}
	filled := map[string]bool{}
	for _, e := range k.chainOf(k.in) {
		for name := range e.fills {
			filled[name] = true
		}
	}
	before := k.siblings
	for name := range filled {
		k.siblings = append(k.siblings, name)
	}
	k.fields()
	k.siblings = before
}

// placeholders offers what can stand in braces.
func (k *completer) placeholders() {
	k.params()
	k.fields()
	for _, o := range k.in.pieces[k.in.piece].names {
		if o.kind == valueKind && slices.Equal(o.owner, k.in.occurrence.owner) {
			k.add(completionItem{Label: o.name, Kind: itemVariable, Detail: "in a text"})
		}
	}
	for _, name := range []string{"$status", "$code", "$name"} {
		k.add(completionItem{Label: name, Kind: itemVariable, Detail: "of the entry"})
	}
}
