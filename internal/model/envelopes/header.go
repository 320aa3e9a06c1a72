package envelopes

import (
	"net/textproto"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// headers resolves the headers that an envelope declares.
func (w *walker) headers() {
	w.header = true
	defer func() { w.header = false }()
	seen := map[string]diag.Pos{}
	for _, h := range w.env.Syntax.Headers {
		name, ok := w.r.HeaderName(h.Name, seen)
		if !ok || h.Schema == nil {
			continue
		}
		if h.Schema.Repeated {
			w.r.Reportf(h.Schema.At("repeated"), diag.MisplacedKeyword, "leave it out", "`repeated` has no meaning in a header")
			continue
		}
		if !isLeaf(h.Schema) && h.Schema.Const == nil && !h.Schema.Exchange {
			w.r.Reportf(h.Schema.Pos, diag.HeaderSchema, "describe its value: `{type: string}`", "header %s is an object with members; a header is text", diag.Quote(name))
			continue
		}
		node := w.node(h.Schema, name, false)
		if node == nil {
			continue
		}
		node.Spelling = h.Name.S
		if !node.Schema.IsScalar() && node.Schema.Kind != model.AnyKind {
			w.r.Reportf(h.Schema.Pos, diag.HeaderSchema, "make it a string, number or boolean", "header %s is text; its schema is %s", diag.Quote(name), values.Describe(node.Schema))
		}
		if node.Const != nil {
			w.checkHeaderText(h.Schema.Pos, name, node.Const.Text)
		}
		if node.Exchange != nil { // the first place of its name has the values
			w.r.checkHeaderValues(node, slices.Concat(values.Texts(node.Schema), values.Texts(node.Exchange.Schema)), h.Schema)
		}
		for _, form := range h.Schema.As {
			w.checkHeaderText(form.Pos, name, form.S)
		}
		w.env.Model.Headers = append(w.env.Model.Headers, node)
	}
}

// managed are the headers that the response itself decides.
var managed = map[string]string{
	"Content-Type":      "say it as the envelope's `mediaType`",
	"Content-Length":    "leave it out: it is that of the body",
	"Transfer-Encoding": "leave it out: the HTTP server decides it",
	"Connection":        "leave it out: the HTTP server decides it",
	"Trailer":           "leave it out: the HTTP server decides it",
}

// HeaderName returns the canonical form of a header's name, and reports names
// that are none, that the server writes itself, or that were seen before.
func (r *Resolver) HeaderName(t load.Text, seen map[string]diag.Pos) (string, bool) {
	name := textproto.CanonicalMIMEHeaderKey(t.S)
	if !values.IsToken(t.S) {
		r.Reportf(t.Pos, diag.BadHeader, "use letters, digits and hyphens, as in Retry-After", "%s is no name of a header", diag.Quote(t.S))
		return name, false
	}
	if remedy, ok := managed[name]; ok {
		r.Reportf(t.Pos, diag.BadHeader, remedy, "header %s is not the catalog's to set", diag.Quote(name))
		return name, false
	}
	if other, ok := seen[name]; ok {
		r.ReportfAt(t.Pos, diag.BadHeader, diag.Related{Pos: other, Message: "the other one"}, "write it once; letter case makes no difference", "header %s is there twice", diag.Quote(name))
		return name, false
	}
	seen[name] = t.Pos
	return name, true
}
