package envelopes

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// checkStatusLeaf: the status is a number, or digits in a text.
func (w *walker) checkStatusLeaf(p *Place) {
	s := p.Node.Schema.Resolved()
	switch {
	case p.Syntax.Default != nil:
		w.r.Reportf(p.Syntax.At("default"), diag.MisplacedKeyword, "leave it out", "the status needs no default")
	case s.Kind == model.StringKind || s.Kind == model.IntegerKind || s.Kind == model.NumberKind ||
		s.Kind == model.UnionKind && (slices.Contains(s.Union, model.StringKind) || values.UnionTakes(s, model.IntegerKind)):
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
		w.r.Reportf(w.env.Syntax.Body.Pos, diag.TextBody, "make it `{type: string, field: text}`, or say a `mediaType` that ends in json",
			"a body of media type %s is text: its schema is of type string", diag.Quote(w.env.Model.MediaType))
	}
}
