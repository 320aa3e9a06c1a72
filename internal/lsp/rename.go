package lsp

import (
	"go/token"
	"slices"
	"strconv"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// refusal is the error for what cannot be renamed, which the editor shows.
func refusal(message string) error {
	return &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: message}
}

// renamed is the symbol at a place, with where it stands: what there is to be renamed.
func (w *workspace) renamed(f *file, offset int) (*scope, symbol, found, error) {
	o, ok := f.at(offset)
	if !ok {
		return nil, symbol{}, o, refusal("here is no name")
	}
	s := w.scope(f)
	sym := s.symbol(o)
	switch {
	case sym.kind == fieldKind && (sym.name == "status" || sym.name == "code"):
		return nil, sym, o, refusal(diag.Quote(sym.name) + " is a field of errgen's own")
	case len(s.declarations(sym)) == 0:
		return nil, sym, o, refusal("nothing declares " + diag.Quote(sym.name))
	}
	return s, sym, o, nil
}

// prepareRename is the range of the name at a place.
func (w *workspace) prepareRename(f *file, offset int) (*textRange, error) {
	_, _, o, err := w.renamed(f, offset)
	if err != nil {
		return nil, err
	}
	r := o.span()
	return &r, nil
}

// rename gives the name at a place another one, wherever it stands. Names on the wire stay
// as they are: a member keeps its key, and says what its field is called now.
func (w *workspace) rename(f *file, offset int, name string) (*workspaceEdit, error) {
	s, sym, _, err := w.renamed(f, offset)
	if err != nil {
		return nil, err
	}
	if err := s.free(sym, name); err != nil {
		return nil, err
	}
	edit := &workspaceEdit{Changes: map[string][]textEdit{}}
	for _, o := range s.references(sym) {
		changes := []textEdit{{Range: o.span(), NewText: name}}
		if o.kind == fieldKind && o.names && o.key {
			if changes, err = o.sayField(name); err != nil {
				return nil, err
			}
		}
		uri := w.uri(o.file.path)
		edit.Changes[uri] = append(edit.Changes[uri], changes...)
	}
	return edit, nil
}

// free reports why a symbol cannot have a name.
func (s *scope) free(sym symbol, name string) error {
	switch {
	case sym.kind == entryKind && !(token.IsIdentifier(name) && token.IsExported(name)):
		return refusal("the name of an entry is an exported Go identifier: letters and digits, an upper-case letter first")
	case sym.kind == paramKind && !token.IsIdentifier(name) && !token.IsKeyword(name):
		return refusal("the name of a param is an identifier: letters, digits and _")
	case !yamltext.IsPlain(name, true):
		return refusal(diag.Quote(name) + " would need quotes")
	case sym.kind == fieldKind && (name == "status" || name == "code"):
		return refusal(diag.Quote(name) + " is a field of errgen's own")
	}
	for _, f := range s.files {
		for _, o := range f.all(name) {
			if s.meets(sym, o) {
				return refusal("there is " + strconv.Quote(name) + " already, at line " + strconv.Itoa(o.span().Start.Line+1) + " of " + o.file.path)
			}
		}
	}
	return nil
}

// meets reports whether a name would be taken for that of a symbol that is called so.
func (s *scope) meets(sym symbol, o found) bool {
	values := []kind{fieldKind, paramKind, valueKind}
	if slices.Contains(values, sym.kind) {
		return slices.Contains(values, o.kind)
	}
	return o.kind == sym.kind
}

// sayField has the member that a field has its name of say another one.
func (o found) sayField(name string) ([]textEdit, error) {
	path := o.inFile(o.piece, o.occurrence.path)
	text, err := yamledit.Apply([]byte(o.text.s), yamledit.Edit{Path: append(path, "field"), Value: name})
	if err != nil {
		return nil, refusal(err.Error())
	}
	return o.text.difference(string(text)), nil
}

// inFile is the path in a file of what has a path in a piece of it.
func (f *file) inFile(piece int, path []string) []string {
	before := 0
	for _, p := range f.pieces[:piece] {
		if p.section != "" && p.section == f.pieces[piece].section {
			before++
		}
	}
	var all []string
	for i, element := range path {
		if isItem(element) {
			n, err := strconv.Atoi(element[1:])
			if err == nil && i == 1 {
				n += before
			}
			element = strconv.Itoa(n)
		}
		all = append(all, element)
	}
	return all
}
