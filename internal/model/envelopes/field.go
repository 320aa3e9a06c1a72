package envelopes

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Field is a hole of an envelope with its places.
type Field struct {
	Model  *model.Field
	Env    *Envelope
	Places []*Place
	Beside []string // of a field of further members: names of the object's own
}

// Place is one leaf that a field stands at.
type Place struct {
	Node     *model.Node
	Syntax   *load.Schema
	Pos      diag.Pos
	optional bool // it, or an object around it, may be absent
	explicit bool // it says `field`
	Header   bool
}

// First is the place that decides the field's schema.
func (f *Field) First() *Place { return f.Places[0] }

// GoName is the Go name that one of the places gives the field.
func (f *Field) GoName() load.Text {
	for _, p := range f.Places {
		if p.Syntax.GoName.Given() {
			return p.Syntax.GoName
		}
	}
	return load.Text{}
}

// IsHeader reports whether one of the field's places is the header of a name.
func (f *Field) IsHeader(name string) bool {
	return slices.ContainsFunc(f.Places, func(p *Place) bool { return p.Header && p.Node.Name == name })
}

// finishField checks a field's places against each other and decides what the
// model says of the field.
func (r *Resolver) finishField(f *Field) {
	m, first := f.Model, f.First()
	m.Schema, m.Header = first.Node.Schema, first.Header
	m.Optional = true
	written := false
	for i, p := range f.Places {
		m.Sensitive = m.Sensitive || p.Node.Sensitive
		if !p.Node.Alias {
			written = true
			m.Optional = m.Optional && p.optional
		}
		if i > 0 {
			r.checkShared(f, first, p)
		}
	}
	if !written {
		r.Reportf(first.Pos, diag.LoneAlias, "leave `alias` out, or give the place that is written the same `field`",
			"every place of field %s is an alias: it would never be written", diag.Quote(f.Model.Name))
	}
	r.checkHeaderPlaces(f)
}

// checkShared checks a further place of a field against its first, whose values it has to
// admit as they are: a number is read from no text.
func (r *Resolver) checkShared(f *Field, first, p *Place) {
	related := diag.Related{Pos: first.Pos, Message: "the other place"}
	if !first.explicit || !p.explicit {
		r.ReportfAt(p.Pos, diag.SharedField, related, "say `field: "+f.Model.Name+"` at both places if they hold one value, or give one of them another `field`",
			"two places have the field %s, and not both say so", diag.Quote(f.Model.Name))
		return
	}
	if asText, ok := values.MayStand(first.Node.Schema, p.Node.Schema); asText || !ok {
		r.ReportfAt(p.Pos, diag.SharedField, related, "give them one type, or each a field of its own",
			"field %s is %s here and %s at its first place", diag.Quote(f.Model.Name), values.Describe(p.Node.Schema), values.Describe(first.Node.Schema))
	}
}

// take gives a field one more place. status and code are no fields like others.
func (w *walker) take(name string, p *Place) *Field {
	e := w.env
	switch name {
	case "status":
		p.Node.Kind = model.StatusNode
		w.checkStatusLeaf(p)
		return addPlace(&e.Status, name, e, p)
	case "code":
		p.Node.Kind = model.CodeNode
		w.checkCodeLeaf(p)
		if e.Code == nil {
			defer func() { e.Wire = append(e.Wire, e.Code) }()
		}
		return addPlace(&e.Code, name, e, p)
	}
	f, ok := e.Fields.Get(name)
	if !ok {
		f = newField(name, e)
		e.Fields.Add(name, f)
		e.Wire = append(e.Wire, f)
	}
	f.Places = append(f.Places, p)
	p.Node.Field = f.Model
	return f
}

func newField(name string, e *Envelope) *Field {
	return &Field{Env: e, Model: &model.Field{Name: name, Envelope: e.Model}}
}

func addPlace(to **Field, name string, e *Envelope, p *Place) *Field {
	if *to == nil {
		*to = newField(name, e)
	}
	(*to).Places = append((*to).Places, p)
	p.Node.Field = (*to).Model
	return *to
}

// checkStatusLeaf: the status is a number, or digits in a text.
func (w *walker) checkStatusLeaf(p *Place) {
	s := p.Node.Schema.Resolved()
	switch {
	case p.Syntax.Default != nil:
		w.r.Reportf(p.Syntax.At("default"), diag.MisplacedKeyword, "leave it out", "the status needs no default")
	case s.Kind == model.StringKind || s.Kind == model.IntegerKind || s.Kind == model.NumberKind ||
		slices.Contains(s.Union, model.StringKind) || values.UnionTakes(s, model.IntegerKind):
		w.checkStatusEnum(p, s)
	default:
		w.r.Reportf(p.Pos, diag.SpecialLeaf, "make it an integer or a string, or give the value another name with `field`",
			"`status` is the HTTP status, a number or digits in a text; this is %s", values.Describe(s))
	}
}

func (w *walker) checkStatusEnum(p *Place, s *model.Schema) {
	for _, v := range s.Enum {
		if !values.IsInteger(v.Text) {
			w.r.Reportf(p.Pos, diag.SpecialLeaf, "give the value another name: `field: state`",
				"`status` is the HTTP status, and %s is none", values.Show(v))
			return
		}
	}
}

// checkCodeLeaf: the code is a scalar.
func (w *walker) checkCodeLeaf(p *Place) {
	s := p.Node.Schema.Resolved()
	if p.Syntax.Default != nil {
		w.r.Reportf(p.Syntax.At("default"), diag.MisplacedKeyword, "say the code under `defaults`, which entries inherit", "the code's leaf has no default")
	}
	if !s.IsScalar() && s.Kind != model.AnyKind {
		w.r.Reportf(p.Pos, diag.SpecialLeaf, "make it an integer or a string, or give the value another name with `field`",
			"`code` is the error's code, a text or a number; this is %s", values.Describe(s))
	}
}

// checkRoot checks what only the root of a body has to keep to.
func (w *walker) checkRoot() {
	n := w.env.Model.Body
	if w.env.Model.Kind != model.TextBody || n == nil {
		return
	}
	if n.Schema == nil || n.Schema.Resolved().Kind != model.StringKind {
		w.r.Reportf(w.env.Syntax.Body.Pos, diag.TextBody, "make it `{type: string, field: text}`, or say a `mediaType` of JSON",
			"a body of media type %s is text: its schema is of type string", diag.Quote(w.env.Model.MediaType))
	}
}
