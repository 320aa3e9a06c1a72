package resolve

import (
	"mime"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// envelope is an envelope with what its resolution needs to remember.
type envelope struct {
	syntax *load.Envelope
	model  *model.Envelope
	fields names.Table[*field] // all but status and code, in wire order
	code   *field              // nil: none
	status *field
	fixed  map[string]string // constants and exchange values by name: what they are
	wire   []*field          // fields and the code in wire order
}

// field is a hole of an envelope with its places.
type field struct {
	model  *model.Field
	name   string
	env    *envelope
	places []*place
	beside []string // of a field of further members: names of the object's own
}

// place is one leaf that a field stands at.
type place struct {
	node     *model.Node
	syntax   *load.Schema
	pos      diag.Pos
	optional bool // it, or an object around it, may be absent
	explicit bool // it says `field`
	header   bool
}

// first is the place that decides the field's schema.
func (f *field) first() *place { return f.places[0] }

// goName is the Go name that one of the places gives the field.
func (f *field) goName() load.Text {
	for _, p := range f.places {
		if p.syntax.GoName.Given() {
			return p.syntax.GoName
		}
	}
	return load.Text{}
}

// declareEnvelopes takes the names of the envelopes and decides what kind of
// body each has, so that schemas can refer to them.
func (r *resolver) declareEnvelopes() {
	for _, f := range r.file.Joined() {
		for _, e := range f.Envelopes {
			env := &envelope{syntax: e, fixed: map[string]string{}}
			env.model = &model.Envelope{
				Name: e.Name.S, GoName: names.Exported(e.Name.S), Description: e.Description.S, Part: e.Part,
			}
			r.mediaType(env)
			if r.envelopes.Add(e.Name.S, env) { // the loader reports names that clash
				r.catalog.Envelopes = append(r.catalog.Envelopes, env.model)
			}
		}
	}
}

// mediaType decides how the body is written.
func (r *resolver) mediaType(env *envelope) {
	m, given := env.model, env.syntax.MediaType
	if env.syntax.Body == nil {
		return
	}
	m.Kind, m.MediaType = model.JSONBody, "application/json"
	if !given.Given() {
		return
	}
	m.MediaType = given.S
	t, _, err := mime.ParseMediaType(given.S)
	if err != nil || !strings.Contains(t, "/") || !values.IsHeaderText(given.S) {
		r.Reportf(given.Pos, diag.BadMediaType, "write it as in Content-Type: application/problem+json", "%s is no media type", diag.Quote(given.S))
		return
	}
	if !isJSON(t) {
		m.Kind = model.TextBody
	}
}

// isJSON reports whether a media type is that of JSON (RFC 6839 section 3.1).
func isJSON(t string) bool {
	return strings.HasSuffix(t, "/json") || strings.HasSuffix(t, "+json")
}

// envelopeNamed finds the envelope that a text names; nil if it was reported.
func (r *resolver) envelopeNamed(t load.Text) *envelope {
	e, ok := r.envelopes.Get(t.S)
	if !ok {
		r.Unknown(t.Pos, t.S, diag.UnknownEnvelope, "envelope", r.envelopes.Names)
	}
	return e
}

// resolveEnvelopes resolves headers and bodies.
func (r *resolver) resolveEnvelopes() {
	for _, e := range r.envelopes.All() {
		r.resolveEnvelope(e)
	}
	r.finishExchange()
}

func (r *resolver) resolveEnvelope(e *envelope) {
	e.model.Status = r.envelopeStatus(e)
	w := &bodyWalker{r: r, env: e, goName: e.model.GoName, what: "envelope " + diag.Quote(e.model.Name)}
	w.headers()
	if e.syntax.Body != nil {
		e.model.Body = w.node(e.syntax.Body, "", false)
		w.checkRoot()
	}
	for _, f := range e.fields.All() {
		r.finishField(f)
		e.model.Fields = append(e.model.Fields, f.model)
	}
	if e.code != nil {
		r.finishField(e.code)
		e.model.HasCode, e.model.CodeField = true, e.code.model
	}
	if e.status != nil {
		r.finishField(e.status)
		e.model.StatusField = e.status.model
	}
	for _, name := range e.syntax.Match {
		if f, ok := e.fields.Get(name.S); ok {
			e.model.Match = append(e.model.Match, f.model)
		} else {
			r.unknownField(name, []*envelope{e})
		}
	}
}

// unknownField reports a name that no field of the envelopes has.
func (r *resolver) unknownField(name load.Text, envs []*envelope) {
	var names []string
	for _, e := range envs {
		switch what := e.fixed[name.S]; {
		case what != "":
			r.Reportf(name.Pos, diag.UnknownField, "only fields can be named here", "%s is %s of the envelope, not a field", diag.Quote(name.S), what)
			return
		case name.S == "status" || name.S == "code":
			r.Reportf(name.Pos, diag.ReservedField, "say it under the entry's own `"+name.S+"`", "`%s` is not a field that can be named here", name.S)
			return
		}
		names = append(names, e.fields.Names...)
	}
	const most = 12
	remedy := "the fields are " + strings.Join(names[:min(most, len(names))], ", ")
	if len(names) > most {
		remedy += ", ..."
	}
	if len(names) == 0 {
		remedy = "give a leaf of the envelope this name with `field`"
	}
	where := "the envelope has"
	if len(envs) != 1 {
		where = "the envelopes have"
	}
	r.Reportf(name.Pos, diag.UnknownField, r.DidYouMean(name.S, names, remedy), "%s no field %s", where, diag.Quote(name.S))
}

// finishField checks a field's places against each other and decides what the
// model says of the field.
func (r *resolver) finishField(f *field) {
	m, first := f.model, f.first()
	m.Schema, m.Header = first.node.Schema, first.header
	m.Optional = true
	written := false
	for i, p := range f.places {
		m.Sensitive = m.Sensitive || p.node.Sensitive
		if !p.node.Alias {
			written = true
			m.Optional = m.Optional && p.optional
		}
		if i > 0 {
			r.checkShared(f, first, p)
		}
	}
	if !written {
		r.Reportf(first.pos, diag.LoneAlias, "leave `alias` out, or give the place that is written the same `field`",
			"every place of field %s is an alias: it would never be written", diag.Quote(f.name))
	}
}

// checkShared checks a further place of a field against its first.
func (r *resolver) checkShared(f *field, first, p *place) {
	related := diag.Related{Pos: first.pos, Message: "the other place"}
	if !first.explicit || !p.explicit {
		r.ReportfAt(p.pos, diag.SharedField, related, "say `field: "+f.name+"` at both places if they hold one value, or give one of them another `field`",
			"two places have the field %s, and not both say so", diag.Quote(f.name))
		return
	}
	if asText, ok := values.MayStand(first.node.Schema, p.node.Schema); !ok || asText && !first.node.Schema.IsScalar() {
		r.ReportfAt(p.pos, diag.SharedField, related, "give them one type, or each a field of its own",
			"field %s is %s here and %s at its first place", diag.Quote(f.name), values.Describe(p.node.Schema), values.Describe(first.node.Schema))
	}
}
