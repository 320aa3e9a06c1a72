package support

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entry makes an entry's row.
func (l *lowerer) entry(e *model.Entry) entry {
	w := l.writer(e)
	row := entry{
		name:   e.Name,
		parent: l.ids[e.Parent],
		traits: traitsOf(e),
		status: lowerStatus(e.Status),
		text:   w.templates(e.Text, asLine).program(),
		params: l.params(e),
		docURL: e.DocURL,
	}
	row.code, _ = constantCode(e)
	if e.Envelope != nil {
		row.body, row.headers = l.written(e, e.Envelope)
	}
	for i, env := range e.Reads {
		r := l.read(e, env)
		if !slices.Equal(e.ReadStatus[i], e.Status) {
			r.status = lowerStatus(e.ReadStatus[i])
		}
		row.reads = append(row.reads, r)
	}
	if e.Close != nil {
		row.close = uint16(e.Close.Code)
		row.reason = w.templates(e.Close.Reason, asText).program()
		row.causes = []fact{{slot: slotField0, want: row.reason, proof: true}}
	}
	if e.TypeName != "" {
		row.preset = l.maker(e)
	}
	return row
}

// maker makes the entry's data in the generator.
func (l *lowerer) maker(e *model.Entry) func() Data {
	id, n, status := l.ids[e], len(e.Params), e.StatusParam
	return func() Data {
		d := &dynamicData{id: id, values: make([]dynamicValue, n)}
		for i, p := range e.Params {
			if p.Default != nil {
				d.values[i].json = string(p.Default.AppendJSON(nil))
			}
		}
		if status {
			d.status = new(int)
		}
		return d
	}
}

func traitsOf(e *model.Entry) traits {
	var t traits
	if e.Static {
		t |= isStatic
	}
	if e.Retryable {
		t |= isRetryable
	}
	if e.StatusParam {
		t |= hasStatus
	}
	if e.Envelope == nil || e.Envelope.Part {
		t |= isUnreachable
	}
	return t
}

// params makes the rows of an entry's params, the status first if it varies.
func (l *lowerer) params(e *model.Entry) []param {
	var all []param
	if e.StatusParam {
		all = append(all, param{name: "status", schema: l.schema(&model.Schema{Kind: model.IntegerKind})})
	}
	for _, p := range e.Params {
		row := param{name: p.Name, schema: l.schema(p.Schema)}
		if p.Optional && p.Default == nil {
			row.flags |= isOptional
		}
		if p.Default != nil {
			row.flags |= hasDefault
		}
		if p.Sensitive {
			row.flags |= isSensitive
		}
		if p.Private {
			row.flags |= isPrivate
		}
		all = append(all, row)
	}
	return all
}

// read makes the row of an envelope in which an entry is recognised.
func (l *lowerer) read(e *model.Entry, env *model.Envelope) read {
	w := l.bodyWriter(e, env)
	row := read{envelope: l.envelopes[env], rank: rankNone}
	code, constant := constantCode(e)
	switch {
	case !hasCodeIn(e, env):
	case constant:
		row.rank = rankConstant
	case e.Code.Any:
		row.rank, row.code = rankAny, w.template(e.Code.Template, asText).program()
	default:
		row.rank, row.code = rankTemplate, w.template(e.Code.Template, asText).program()
	}
	facts := w.facts()
	if row.rank == rankConstant && !l.shared[code] && len(e.Match) == 0 && len(env.Match) == 0 {
		facts = slices.DeleteFunc(facts, func(f fact) bool { return !f.tells() })
	}
	row.facts = facts
	for _, name := range e.Match {
		row.match = appendSlot(row.match, env, name)
	}
	for _, f := range env.Match {
		row.match = appendSlot(row.match, env, f.Name)
	}
	return row
}

func appendSlot(slots []int, env *model.Envelope, name string) []int {
	i := slices.IndexFunc(env.Fields, func(f *model.Field) bool { return f.Name == name })
	if i < 0 || slices.Contains(slots, slotField0+i) {
		return slots
	}
	return append(slots, slotField0+i)
}
