package lsp

import (
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// aside are the keys at the top on which no response of an entry depends.
var aside = []string{"errors", "examples", "operations", "common", "fallback", "retired", "breaking", "count", "allow"}

// sample is the sample response of an entry as it is shown, "" if it has none: if it or
// what it needs has findings. Of the catalog only that is read which the entry needs, so
// that it takes no longer for thousands of entries than for ten.
func (w *workspace) sample(s *scope, e *entry) string {
	view := s.view(e.file)
	catalog := view[len(view)-1]
	contents := map[string][]byte{}
	for _, f := range view {
		contents[f.path] = []byte(f.only(s.chain(e)))
	}
	var l diag.List
	files, _ := load.PathsWith(contents, []string{filepath.FromSlash(catalog.path)}, &l)
	if len(files) != 1 {
		return ""
	}
	alone(files[0])
	c := resolve.Catalog(files[0], &l)
	if c == nil {
		return ""
	}
	proof.Catalog(c, files[0], &l)
	i := slices.IndexFunc(c.Entries, func(of *model.Entry) bool { return of.Name == e.name })
	if i < 0 || len(c.Entries[i].Samples) == 0 {
		return ""
	}
	return response(c.Entries[i], c.Entries[i].Samples[0])
}

// only is the text of a file with no entries but some.
func (f *file) only(entries []*entry) string {
	var b strings.Builder
	needed := map[int]bool{}
	for _, e := range entries {
		needed[e.piece] = needed[e.piece] || e.file == f
	}
	for i, p := range f.pieces {
		key, _ := firstKey(p.text)
		switch {
		case p.section == "errors" && !needed[i], p.section != "errors" && slices.Contains(aside, p.section):
		case p.section == "" && slices.Contains(aside, topKey(p)) && key != "errors" && !needed[i]:
		default:
			b.WriteString(strings.TrimRight(p.text, "\r\n") + "\n")
		}
	}
	return b.String()
}

// topKey is the key of a piece at the top.
func topKey(p piece) string {
	if p.node == nil || len(p.node.Elements) != 1 || p.node.Elements[0].Key == nil {
		return ""
	}
	return p.node.Elements[0].Key.Value
}

// alone takes from a catalog what depends on entries that it does not have.
func alone(f *load.File) {
	for _, f := range f.Joined() {
		f.Count, f.Examples, f.Operations, f.Common, f.Retired, f.Fallback = load.Int{}, nil, nil, nil, nil, load.Text{}
		for _, g := range f.Groups {
			g.Count = load.Int{}
		}
		for _, e := range f.Errors {
			e.Deprecated = nil
		}
	}
}

// response writes a sample as people read it.
func response(e *model.Entry, s *model.Sample) string {
	if s.Envelope == nil {
		return ""
	}
	status := s.Status
	if status == 0 {
		status = e.WriteStatusIn(s.Envelope)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "HTTP/1.1 %s\n", strings.TrimSpace(fmt.Sprintf("%d %s", status, http.StatusText(status))))
	for _, h := range s.Headers {
		fmt.Fprintf(&b, "%s: %s\n", h.Name, h.Value)
	}
	if len(s.Body) > 0 {
		fmt.Fprintf(&b, "\n%s\n", s.Body)
	}
	return b.String()
}
