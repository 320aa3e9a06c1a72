// Package envelopes resolves the envelopes of a catalog: the holes of their bodies and
// headers, where they stand, and under which statuses an envelope occurs
// (docs/spec.md#envelopes).
package envelopes

import (
	"mime"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Envelope is an envelope with what its resolution needs to remember.
type Envelope struct {
	Syntax *load.Envelope
	Model  *model.Envelope
	Fields names.Table[*Field] // all but status and code, in wire order
	Code   *Field              // nil: none
	Status *Field              // nil: none
	Fixed  map[string]string   // constants and exchange values by name: what they are
	Wire   []*Field            // fields and the code in wire order
	Nested bool                // its errors stand within others

	unclear bool // not all of its fields are known: of another one nothing is to be said
}

// Resolver resolves the envelopes of one catalog, and the schemas in them.
type Resolver struct {
	*schemas.Resolver
	table     names.Table[*Envelope]
	exchanges names.Table[*exchange]
	named     []load.Text // envelopes whose errors stand within others, where that is said
}

// New returns a resolver that claims the names of types in a package's
// scope.
func New(l *schemas.Literals, space *names.Space) *Resolver {
	r := &Resolver{}
	r.Resolver = schemas.New(l, space, func(name load.Text) *model.Envelope {
		e := r.Named(name)
		if e == nil {
			return nil
		}
		e.Nested = true
		r.named = append(r.named, name)
		return e.Model
	})
	return r
}

// maxEnvelopes is how many envelopes a catalog may have: a response is compared with each
// one, and every entry's is when a catalog is read.
const maxEnvelopes = 1000

// Declare takes the names of the types and of the envelopes, and decides what kind of
// body each envelope has, so that schemas can refer to it.
func (r *Resolver) Declare(file *load.File) {
	r.Resolver.Declare(file)
	declared := 0
	for _, f := range file.Joined() {
		for _, e := range f.Envelopes {
			if declared++; declared == maxEnvelopes+1 { // the others are known all the same: entries name them
				r.Reportf(e.Name.Pos, diag.OverLimit, "make several catalogs of it", "more than %d envelopes in one catalog", maxEnvelopes)
			}
			env := &Envelope{Syntax: e, Fixed: map[string]string{}}
			env.Model = &model.Envelope{
				Name: e.Name.S, GoName: names.Exported(e.Name.S), Description: e.Description.S, Part: e.Part,
			}
			r.mediaType(env)
			r.table.Add(e.Name.S, env) // the loader reports names that clash
		}
	}
}

// mediaType decides how the body is written.
func (r *Resolver) mediaType(env *Envelope) {
	m, given := env.Model, env.Syntax.MediaType
	if env.Syntax.Body == nil {
		return
	}
	m.Kind, m.MediaType = model.JSONBody, "application/json"
	if !given.Given() {
		return
	}
	m.MediaType = given.S
	t, _, err := mime.ParseMediaType(given.S)
	if err != nil || !strings.Contains(t, "/") || strings.TrimSpace(given.S) != given.S || !values.IsHeaderText(given.S) {
		r.Reportf(given.Pos, diag.BadMediaType, "write it as in Content-Type: application/problem+json", "%s is no media type", diag.Quote(given.S))
		return
	}
	if !isJSON(t) {
		m.Kind, m.Markup = model.TextBody, isMarkup(t)
	}
}

// isJSON reports whether a media type is that of JSON: by its suffix (RFC 6839
// section 3.1), or with `json` as a word of its subtype, as application/x-amz-json-1.1
// has it. A sequence of JSON texts (RFC 7464) is none.
func isJSON(t string) bool {
	_, subtype, _ := strings.Cut(t, "/")
	words := strings.FieldsFunc(subtype, func(r rune) bool { return strings.ContainsRune("+-._", r) })
	return slices.Contains(words, "json") && !slices.Contains(words, "seq") && !strings.HasSuffix(t, "+xml")
}

// isMarkup reports whether a media type is that of HTML or XML (RFC 7303 section 8).
func isMarkup(t string) bool {
	return t == "text/html" || strings.HasSuffix(t, "/xml") || strings.HasSuffix(t, "+xml")
}

// All returns the envelopes in the order in which they were declared.
func (r *Resolver) All() Set { return r.table.All() }

// Named finds the envelope that a text names; nil if it was reported.
func (r *Resolver) Named(t load.Text) *Envelope {
	e, _ := r.table.Find(r.Reporter, t.Pos, t.S, diag.UnknownEnvelope, "envelope")
	return e
}

// Place is where an envelope is declared.
func (r *Resolver) Place(env *model.Envelope) diag.Pos {
	e, _ := r.table.Get(env.Name)
	return e.Syntax.Name.Pos
}

// Resolve resolves all types, then headers and bodies, and returns the envelopes.
func (r *Resolver) Resolve() []*model.Envelope {
	r.Resolver.Resolve()
	var all []*model.Envelope
	for _, e := range r.All() {
		r.resolveEnvelope(e)
		all = append(all, e.Model)
	}
	r.checkNested()
	r.finishExchange()
	return all
}

// checkNested reports envelopes whose errors cannot stand within others: what stands
// there is one JSON object for one error.
func (r *Resolver) checkNested() {
	for _, name := range r.named {
		e, _ := r.table.Get(name.S)
		if m := e.Model; m.Kind != model.JSONBody || !isObject(m.Body) || m.Repeated != nil {
			r.Reportf(name.Pos, diag.BadErrorOf, "name an envelope whose body is a JSON object that holds one error",
				"an error of envelope %s cannot stand within another: its body is no JSON object, or holds a list of errors", diag.Quote(name.S))
		}
	}
}

// isObject reports whether a JSON object is all that can stand at the root of a body.
func isObject(n *model.Node) bool {
	if n.Kind == model.ObjectNode {
		return true
	}
	kind := n.Schema.Resolved().Kind
	return kind == model.ObjectKind || kind == model.MapKind
}

func (r *Resolver) resolveEnvelope(e *Envelope) {
	e.Model.Status = r.envelopeStatus(e)
	w := &walker{r: r, env: e, goName: e.Model.GoName, what: "envelope " + diag.Quote(e.Model.Name)}
	w.headers()
	if e.Syntax.Body != nil {
		e.Model.Body = w.root(e.Syntax.Body)
		w.checkRoot()
	}
	for _, f := range e.Fields.All() {
		r.finishField(f)
		e.Model.Fields = append(e.Model.Fields, f.Model)
	}
	if e.Code != nil {
		r.finishField(e.Code)
		e.Model.HasCode, e.Model.CodeField = true, e.Code.Model
	}
	if e.Status != nil {
		r.finishField(e.Status)
		e.Model.StatusField = e.Status.Model
	}
	for _, name := range e.Syntax.Match {
		if f, ok := e.Fields.Get(name.S); ok {
			e.Model.Match = append(e.Model.Match, f.Model)
		} else {
			r.UnknownField(name, []*Envelope{e})
		}
	}
}
