package lower

import (
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// tells reports whether a fact gives a param's value.
func tells(f errgen.Fact) bool {
	if f.Kind == errgen.ParamFact {
		return true
	}
	return slices.ContainsFunc(f.Want, func(s errgen.Segment) bool { return s.IsText() })
}

// facts makes what an entry says of the fields of an envelope and of headers:
// params that stand alone in the body first, then headers, then texts, which is
// the order in which params are taken (docs/spec.md#matching-texts).
func (w *bodyWriter) facts() []errgen.Fact {
	var all []errgen.Fact
	for _, f := range w.env.Fields {
		if fill := w.fills[f]; fill != nil && !fill.Omit {
			all = append(all, w.fillFacts(slot(w.env, f), fill)...)
		}
	}
	all = append(all, w.furtherFacts()...)
	for _, h := range w.entry.Headers {
		var lines []errgen.Fact
		for _, line := range h.Lines {
			lines = append(lines, w.headerFact(h.Name, line))
		}
		// Each line is one of those received: the one that says most chooses first.
		slices.SortStableFunc(lines, func(a, b errgen.Fact) int { return errgen.LiteralLen(b.Want) - errgen.LiteralLen(a.Want) })
		all = append(all, lines...)
	}
	slices.SortStableFunc(all, func(a, b errgen.Fact) int { return w.order(a) - w.order(b) })
	return all
}

// isHeader reports whether a fact is of a header.
func (w *bodyWriter) isHeader(f errgen.Fact) bool {
	return f.Slot == errgen.SlotHeader || f.Slot >= errgen.SlotField0 && w.env.Fields[f.Slot-errgen.SlotField0].Header
}

func (w *bodyWriter) order(f errgen.Fact) int {
	switch {
	case w.isHeader(f):
		return 1
	case f.Alone() >= 0:
		return 0
	}
	return 2
}

// fillFacts makes the facts of a field.
func (w *bodyWriter) fillFacts(slot int, fill *model.Fill) []errgen.Fact {
	m, wordings := asText, fill.Wordings
	if fill.Field.Header && !w.env.Body.Holds(fill.Field) {
		m, wordings = asQuoted, trimmed(wordings)
	} else if w.env.Kind == model.TextBody {
		m, wordings = textMode(w.env), trimmed(wordings)
	}
	f := errgen.Fact{Slot: slot, Proof: fill.Own, Markup: m == asMarkup}
	if len(wordings) > 1 {
		if f.Markup { // what is escaped has no marks: the wording with the most is the one that was written
			marks := func(t *model.Tree) int { return errgen.Marks(w.treeText(t, m).program()) }
			slices.SortStableFunc(wordings, func(a, b *model.Tree) int { return marks(b) - marks(a) })
		}
		f.Want = w.text(wordings, m).program()
		return []errgen.Fact{f}
	}
	if len(wordings) == 0 {
		return nil
	}
	if p := fill.Alone(); p != nil && !wordings[0].AsText {
		f.Proof = p.Narrows(fill.Field.Schema)
	}
	return w.treeFacts(nil, f, wordings[0], m)
}

// trimmed are wordings as a header or a text body has them when it is read: the
// words without the white space at the ends, LF for CRLF.
func trimmed(wordings []*model.Tree) []*model.Tree {
	all := make([]*model.Tree, len(wordings))
	for i, t := range wordings {
		clone := *t
		if t.Template != nil {
			clone.Template = trimmedTemplate(t.Template)
		}
		all[i] = &clone
	}
	return all
}

func trimmedTemplate(t *model.Template) *model.Template {
	parts := slices.Clone(t.Parts)
	for i := range parts {
		parts[i].Literal = errgen.UnixLines(parts[i].Literal)
		if i == 0 {
			parts[i].Literal = strings.TrimLeftFunc(parts[i].Literal, unicode.IsSpace)
		}
		if i == len(parts)-1 {
			parts[i].Literal = strings.TrimRightFunc(parts[i].Literal, unicode.IsSpace)
		}
	}
	return &model.Template{Parts: parts}
}

// furtherFacts makes the facts of params that are further members.
func (w *bodyWriter) furtherFacts() []errgen.Fact {
	var all []errgen.Fact
	for _, p := range w.entry.Params {
		for _, f := range p.In {
			if f.Envelope == w.env {
				path := []errgen.Step{{Name: "." + p.Name}}
				all = append(all, errgen.Fact{Slot: slot(w.env, f), Path: path, Kind: errgen.ParamFact, Param: w.index[p], Proof: false})
			}
		}
	}
	return all
}

// treeFacts appends the facts of a tree: of each member that it names, of each
// item and of the lengths of lists. Texts are as they are written in the mode.
func (w *bodyWriter) treeFacts(all []errgen.Fact, f errgen.Fact, t *model.Tree, mode mode) []errgen.Fact {
	switch {
	case t.Param != nil && t.AsText: // a text that has to be one of the param's values
		f.Want = hole(holeOp(mode, false, t.Param), w.operand(t.Param)).program()
		return append(all, f)
	case t.Param != nil:
		return append(all, w.paramFact(f, t.Param))
	case t.Kind == model.ObjectValue:
		for _, m := range t.Members {
			g := f
			g.Path = append(slices.Clone(f.Path), errgen.Step{Name: "." + m.Name})
			all = w.treeFacts(all, g, m.Tree, mode)
		}
		return all
	case t.Kind == model.ArrayValue:
		size := f
		size.Kind, size.Value = errgen.SizeFact, jsonNumber(len(t.Items))
		all = append(all, size)
		for i, item := range t.Items {
			g := f
			g.Path = append(slices.Clone(f.Path), errgen.Step{Index: i})
			all = w.treeFacts(all, g, item, mode)
		}
		return all
	case t.Kind == model.StringValue:
		if p := onlyParam(t.Template); p != nil {
			return append(all, w.paramFact(f, p))
		}
		f.Want = w.template(t.Template, mode).program()
		return append(all, f)
	}
	constant, ok := w.tree(t).program().Constant()
	if !ok { // digits of a status that varies
		return all
	}
	d, _ := errgen.Scan(constant)
	f.Kind, f.Value = errgen.ValueFact, errgen.Canonical(d, 0)
	return append(all, f)
}

// paramFact is a fact of a place where a param stands alone.
func (w *textWriter) paramFact(f errgen.Fact, p *model.Param) errgen.Fact {
	f.Kind, f.Param, f.Markup = errgen.ParamFact, w.index[p], f.Markup && !p.Markup
	return f
}

// onlyParam returns the param that is the whole of a template.
func onlyParam(t *model.Template) *model.Param {
	if len(t.Parts) == 1 && t.Parts[0].Kind == model.ParamPart {
		return t.Parts[0].Param
	}
	return nil
}

// headerFact makes the fact of a header line that the entry adds.
func (w *bodyWriter) headerFact(name string, h *model.Header) errgen.Fact {
	f := errgen.Fact{Slot: errgen.SlotHeader, Header: name, Proof: true}
	if len(h.Wordings) == 1 {
		if p := h.Wordings[0].Param; p != nil {
			f.Kind, f.Param, f.Proof = errgen.ParamFact, w.index[p], false
			return f
		}
		if t := h.Wordings[0].Template; t != nil && onlyParam(t) != nil {
			f.Kind, f.Param, f.Proof = errgen.ParamFact, w.index[onlyParam(t)], false
			return f
		}
	}
	f.Want = w.text(trimmed(h.Wordings), asQuoted).program()
	return f
}
