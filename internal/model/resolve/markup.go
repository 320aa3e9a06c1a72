package resolve

import (
	"html"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
)

// inMarkup is an entry as templates see it that are HTML or XML. What a name stands
// for is text there: words of other fields are escaped here, params where they are
// written (docs/spec.md#html-and-xml).
type inMarkup struct{ within }

// Lookup is that of within, escaped.
func (s inMarkup) Lookup(name string, pos diag.Pos) (templates.Binding, bool) {
	b, ok := s.within.Lookup(name, pos)
	b.Parts = escaped(b.Parts)
	b.Field = slices.Clone(b.Field)
	for i, t := range b.Field {
		if t != nil && t.Template != nil {
			clone := *t
			clone.Template = &model.Template{Parts: escaped(t.Template.Parts)}
			b.Field[i] = &clone
		}
	}
	return b, ok
}

// escaped is a part of a text as HTML and XML have it.
func escaped(parts []model.Part) []model.Part {
	parts = slices.Clone(parts)
	for i := range parts {
		parts[i].Literal = html.EscapeString(parts[i].Literal)
	}
	return parts
}

// isMarkup reports whether a field is what a body of HTML or XML holds.
func isMarkup(f *model.Field) bool { return f.Envelope.Markup && f.Envelope.Body.Holds(f) }

// reader reads the templates of a field.
func (s *scope) reader(f *envelopes.Field) templates.Reader {
	r := s.in(f.Env)
	if isMarkup(f.Model) {
		r.Scope = inMarkup{within{s, f.Env}}
	}
	return r
}

// checkMarkup reports a param that the entry says is markup and that stands in none.
func (s *scope) checkMarkup(p *model.Param) {
	d := s.declared[p.Name]
	if !p.Markup || !d.own || s.broken {
		return
	}
	holds := func(f *model.Fill) bool {
		return isMarkup(f.Field) && slices.ContainsFunc(f.Wordings, func(t *model.Tree) bool { return t.Holds(p) })
	}
	if !slices.ContainsFunc(s.e.model.Fills, holds) {
		s.Reportf(d.syntax.At("markup"), diag.MisplacedKeyword, "leave it out, or let the param stand in a body whose `mediaType` is that of HTML or XML",
			"`markup` has no meaning here: param %s stands in no body of HTML or XML", diag.Quote(p.Name))
	}
}
