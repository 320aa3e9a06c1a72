package envelopes

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// HeaderProblem says what a header does not keep of a text that stands in it, where it may
// begin or end the header's value, and what helps; nothing if it is kept.
func HeaderProblem(text string, begins, ends bool) (problem, remedy string) {
	switch {
	case begins && strings.TrimLeft(text, " \t") != text, ends && strings.TrimRight(text, " \t") != text:
		return "begins or ends with a space, which HTTP leaves out", "take the spaces at its ends out"
	case !values.IsHeaderText(text):
		return "cannot be sent: it has control characters", "leave control characters out"
	}
	return "", ""
}

// ValueEnds reports whether a value begins and ends what is written of it in the first of
// some text forms, or as it is.
func ValueEnds(forms []model.AsForm) (begins, ends bool) {
	if len(forms) == 0 {
		return true, true
	}
	parts := forms[0].Parts
	return parts[0].Value, parts[len(parts)-1].Value
}

// checkHeaderText reports what a header does not keep of the whole of its value.
func (w *walker) checkHeaderText(pos diag.Pos, name, text string) {
	if problem, remedy := HeaderProblem(text, true, true); problem != "" {
		w.r.Reportf(pos, diag.BadHeader, remedy, "the value of header %s %s", diag.Quote(name), problem)
	}
}

// checkHeaderPlaces reports what a field's places list and one of them that is a header
// does not keep: the values of each, and those that mean success there.
func (r *Resolver) checkHeaderPlaces(f *Field) {
	for _, header := range f.Places {
		if !header.Header {
			continue
		}
		for _, p := range f.Places {
			r.checkHeaderValues(header.Node, values.Texts(p.Node.Schema), p.Syntax)
		}
		r.checkHeaderValues(header.Node, values.TextsOf(header.Node.Success), header.Syntax)
	}
}

// checkHeaderValues reports those of some texts that a header does not keep, where they
// stand in a schema.
func (r *Resolver) checkHeaderValues(header *model.Node, texts []string, n *load.Schema) {
	begins, ends := ValueEnds(header.As)
	for _, text := range texts {
		if problem, remedy := HeaderProblem(text, begins, ends); problem != "" {
			r.Reportf(ValuePos(n, text), diag.BadHeader, remedy, "if it is %s, the value of header %s %s", diag.Quote(text), diag.Quote(header.Name), problem)
		}
	}
}

// Lists reports whether one of the field's places lists a text.
func (f *Field) Lists(text string) bool {
	return slices.ContainsFunc(f.Places, func(p *Place) bool { return slices.Contains(values.Texts(p.Node.Schema), text) })
}

// ValuePos is where a schema says a text: among its values, else by its reference, else
// the schema.
func ValuePos(n *load.Schema, text string) diag.Pos {
	for _, v := range slices.Concat([]*load.Value{n.Const, n.Default}, n.Enum, n.Success) {
		if v != nil && v.Kind == load.Scalar && v.Text == text {
			return v.Pos
		}
	}
	return n.At("$ref")
}
