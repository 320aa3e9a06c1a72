package resolve

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// resolveStatus decides under which statuses an entry occurs in each of its
// envelopes (docs/spec.md#how-an-entry-is-resolved).
func (r *resolver) resolveStatus(e *entry) {
	var terms []load.StatusTerm
	link, depth := e.nearest(func(n *load.Entry) bool { return len(n.Status) > 0 })
	if link != nil {
		terms = slices.DeleteFunc(slices.Clone(link.Status), func(t load.StatusTerm) bool { return !t.Any && !r.envelopes.ValidStatus(t) })
	}
	if depth == 0 {
		r.checkOwnStatus(e, terms)
	}
	for _, env := range e.envs {
		e.model.ReadStatus = append(e.model.ReadStatus, statusIn(terms, env.Model.Status))
	}
	if len(e.envs) > 0 {
		e.model.Status = e.model.ReadStatus[0]
	}
	e.model.StatusParam = e.model.Status.Size() > 1 && e.model.Envelope != nil && !e.model.Envelope.Part
	r.checkStatusLeaves(e)
}

// checkStatusLeaves reports the first status of an entry that the schema of its place in
// an envelope does not allow.
func (r *resolver) checkStatusLeaves(e *entry) {
	for i, env := range e.envs {
		if env.Status == nil {
			continue
		}
		set := e.model.ReadStatus[i]
		if len(set) == 0 {
			only := e.model.WriteStatusIn(env.Model)
			set = model.StatusSet{{Lo: only, Hi: only}}
		}
		for _, p := range env.Status.Places {
			if why := r.refusedStatus(set, p.Node.Schema.Resolved()); why != "" {
				r.ReportfAt(e.syntax.At("status"), diag.StatusExcluded, diag.Related{Pos: p.Pos, Message: "the status's place"},
					"let the schema there allow all statuses, or give the value another name with `field`",
					"envelope %s has no place for a status of entry %s: %s", diag.Quote(env.Model.Name), diag.Quote(e.model.Name), why)
				return
			}
		}
	}
}

// refusedStatus says why a schema does not allow one of some statuses, "" if it does.
func (r *resolver) refusedStatus(set model.StatusSet, s *model.Schema) string {
	if slices.ContainsFunc(s.Enum, func(v model.Value) bool { return !values.IsInteger(v.Text) }) {
		return "" // reported there
	}
	v := model.Value{Kind: model.NumberValue}
	if values.TypesOf(s)&values.StringType != 0 { // then it is written as a text
		v.Kind = model.StringValue
	}
	for _, span := range set {
		for status := span.Lo; status <= span.Hi; status++ {
			v.Text = strconv.Itoa(status)
			if why := r.Violation(v, s); why != "" {
				return why
			}
		}
	}
	return ""
}

// statusIn is a status set as it holds in an envelope. Without terms it is not
// documented, unless the envelope has but one.
func statusIn(terms []load.StatusTerm, envelope model.StatusSet) model.StatusSet {
	if len(terms) == 0 {
		if _, ok := envelope.Only(); ok {
			return envelope
		}
		return nil
	}
	var set model.StatusSet
	for _, t := range terms {
		if t.Any {
			for _, q := range envelope {
				set = set.With(q)
			}
		} else {
			set = set.With(model.StatusRange{Lo: t.Lo, Hi: t.Hi})
		}
	}
	if set = set.Intersect(envelope); len(set) == 0 {
		return envelope
	}
	return set
}

// checkOwnStatus reports statuses that an entry gives itself and that none of its
// envelopes occurs under.
func (r *resolver) checkOwnStatus(e *entry, terms []load.StatusTerm) {
	if len(e.envs) == 0 {
		if len(e.syntax.Envelope) > 0 && e.syntax.Envelope[0].S == "none" {
			r.Reportf(e.syntax.At("status"), diag.StatusExcluded, "leave `status` out, or name an envelope", "an entry without an envelope has no HTTP response, and so no status")
		}
		return
	}
	for _, t := range terms {
		if t.Any {
			continue
		}
		for _, env := range e.envs {
			r.envelopes.CheckBodyAllowed(t, env)
		}
		if !slices.ContainsFunc(e.envs, func(env *envelopes.Envelope) bool { return env.Admits(t) }) {
			r.Reportf(t.Pos, diag.StatusExcluded, "add it to the envelope's `status`, or use one of those that it has",
				"envelope %s does not occur under status %s", diag.Quote(e.envs[0].Model.Name), showStatus(t))
		}
	}
}

func showStatus(t load.StatusTerm) string {
	if t.Lo == t.Hi {
		return strconv.Itoa(t.Lo)
	}
	return strconv.Itoa(t.Lo/100) + "XX"
}
