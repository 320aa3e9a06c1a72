package lower

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// entry makes an entry's row.
func (l *lowerer) entry(e *model.Entry) errgen.Entry {
	w := l.writer(e)
	row := errgen.Entry{
		Name:   e.Name,
		Parent: l.rows[e.Parent],
		Status: lowerStatus(e.Status),
		Text:   w.templates(e.Text, asLine).program(),
		Params: l.params(e),
		DocURL: e.DocURL,
	}
	row.Traits = traitsOf(e)
	if slices.ContainsFunc(row.Params, func(p errgen.Param) bool { return l.table.Nests(p.Schema) }) {
		row.Traits |= errgen.HoldsErrors
	}
	row.Code, _ = constantCode(e)
	if e.Envelope != nil {
		l.write(&row, e, e.Envelope)
	}
	for i, env := range e.Reads {
		r := l.read(e, env)
		if i > 0 && l.parts[l.envelopes[env]] {
			r.Body = l.bodyWriter(e, env).value(env.Body).program()
		}
		if !slices.Equal(e.ReadStatus[i], e.Status) {
			r.Status = lowerStatus(e.ReadStatus[i])
		}
		row.Reads = append(row.Reads, r)
	}
	if e.Close != nil {
		row.Close = uint16(e.Close.Code)
		row.Reason = w.templates(e.Close.Reason, asText).program()
		row.Causes = []errgen.Fact{{Slot: errgen.SlotField0, Want: row.Reason, Proof: true}}
	}
	return row
}

func traitsOf(e *model.Entry) errgen.Traits {
	var t errgen.Traits
	if e.Static {
		t |= errgen.IsStatic
	}
	if e.Retryable {
		t |= errgen.IsRetryable
	}
	if e.StatusParam {
		t |= errgen.HasStatus
	}
	if e.Envelope == nil || e.Envelope.Part {
		t |= errgen.IsUnreachable
	}
	return t
}

// params makes the rows of an entry's params, the status first if it varies.
func (l *lowerer) params(e *model.Entry) []errgen.Param {
	var all []errgen.Param
	if e.StatusParam {
		all = append(all, errgen.Param{Name: "status", Schema: l.schema(&model.Schema{Kind: model.IntegerKind})})
	}
	for _, p := range e.Params {
		row := errgen.Param{Name: p.Name, Schema: l.schema(p.Schema)}
		if p.Optional && p.Default == nil {
			row.Flags |= errgen.IsOptional
		}
		if p.Default != nil {
			row.Flags |= errgen.HasDefault
		}
		if p.Sensitive {
			row.Flags |= errgen.IsSensitive
		}
		if p.Private {
			row.Flags |= errgen.IsPrivate
		}
		all = append(all, row)
	}
	return all
}

// read makes the row of an envelope in which an entry is recognised.
func (l *lowerer) read(e *model.Entry, env *model.Envelope) errgen.Read {
	w := l.bodyWriter(e, env)
	row := errgen.Read{Envelope: l.envelopes[env], Rank: errgen.RankNone, Text: w.textSlot()}
	code, constant := constantCode(e)
	switch {
	case !hasCodeIn(e, env):
	case constant:
		row.Rank = errgen.RankConstant
	case e.Code.Any:
		row.Rank, row.Code = errgen.RankAny, w.template(e.Code.Template, asText).program()
	default:
		row.Rank, row.Code = errgen.RankTemplate, w.template(e.Code.Template, asText).program()
	}
	facts := w.facts()
	if row.Rank == errgen.RankConstant && !l.shared[errgen.PlainNumber(code)] && len(e.Match) == 0 && len(env.Match) == 0 {
		facts = slices.DeleteFunc(facts, func(f errgen.Fact) bool { return !tells(f) && !w.isHeader(f) }) // headers tell without a body, too
	}
	row.Facts = facts
	for _, name := range e.Match {
		row.Match = appendSlot(row.Match, env, name)
	}
	for _, f := range env.Match {
		row.Match = appendSlot(row.Match, env, f.Name)
	}
	row.ByText = e.Code == nil && !e.MatchGiven && len(env.Match) == 0 && slices.ContainsFunc(facts, errgen.Fact.IsText)
	return row
}

func appendSlot(slots []int, env *model.Envelope, name string) []int {
	i := slices.IndexFunc(env.Fields, func(f *model.Field) bool { return f.Name == name })
	if i < 0 || slices.Contains(slots, errgen.SlotField0+i) {
		return slots
	}
	return append(slots, errgen.SlotField0+i)
}

// textSlot is the slot of the field that holds the text of Error alone, 0 if there is
// none in the envelope.
func (w *bodyWriter) textSlot() int {
	for _, f := range w.env.TextFields() {
		if fill := w.fills[f]; fill != nil && !fill.Omit && w.says(fill) {
			return slot(w.env, f)
		}
	}
	return 0
}

// says reports whether a field holds the text of Error.
func (w *bodyWriter) says(fill *model.Fill) bool {
	return slices.EqualFunc(fill.Wordings, w.entry.Text, func(tree *model.Tree, text *model.Template) bool {
		if tree.Param != nil {
			return onlyParam(text) == tree.Param
		}
		return tree.Template != nil && slices.Equal(tree.Template.Parts, text.Parts)
	})
}
