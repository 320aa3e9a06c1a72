package resolve

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// everyStatus is what an envelope of status `any` occurs under.
var everyStatus = model.StatusRange{Lo: 200, Hi: 599}

// errorStatuses is the status set of an envelope that says nothing: 4XX, 5XX.
var errorStatuses = model.StatusSet{{Lo: 400, Hi: 499}, {Lo: 500, Hi: 599}}

// envelopeStatus is the set of statuses under which an envelope occurs.
func (r *resolver) envelopeStatus(e *envelope) model.StatusSet {
	if len(e.syntax.Status) == 0 {
		return errorStatuses
	}
	var set model.StatusSet
	for _, t := range e.syntax.Status {
		if t.Any {
			set = addStatus(set, everyStatus)
		} else if r.validStatus(t) {
			r.checkBodyAllowed(t, e)
			set = addStatus(set, model.StatusRange{Lo: t.Lo, Hi: t.Hi})
		}
	}
	if e.model.Kind != model.NoBody {
		set = without(set, bodiless...)
	}
	return set
}

// validStatus reports statuses that no final response can have (RFC 9110
// section 15). Beyond 599 some services answer with numbers of their own.
func (r *resolver) validStatus(t load.StatusTerm) bool {
	if t.Lo >= 200 && t.Hi <= 999 {
		return true
	}
	r.Reportf(t.Pos, diag.BadStatus, "use the status of a final response: 200 and up", "%d is no status that an error can have", t.Lo)
	return false
}

// bodiless are the statuses of responses that have no body (RFC 9110 section 6.4.1).
var bodiless = []int{204, 304}

func (r *resolver) checkBodyAllowed(t load.StatusTerm, e *envelope) {
	if t.Lo == t.Hi && e.model.Kind != model.NoBody && (t.Lo == bodiless[0] || t.Lo == bodiless[1]) {
		r.Reportf(t.Pos, diag.BodyNotAllowed, "use another status, or an envelope without `body`",
			"a response of status %d has no body, but envelope %s has one", t.Lo, diag.Quote(e.model.Name))
	}
}

// addStatus adds a range to a set, less what is in it already.
func addStatus(set model.StatusSet, r model.StatusRange) model.StatusSet {
	for _, q := range set {
		if q.Lo <= r.Hi && r.Lo <= q.Hi {
			if r.Lo < q.Lo {
				set = addStatus(set, model.StatusRange{Lo: r.Lo, Hi: q.Lo - 1})
			}
			if r.Hi > q.Hi {
				set = addStatus(set, model.StatusRange{Lo: q.Hi + 1, Hi: r.Hi})
			}
			return set
		}
	}
	return append(set, r)
}

// without takes statuses out of a set.
func without(set model.StatusSet, statuses ...int) model.StatusSet {
	for _, s := range statuses {
		var rest model.StatusSet
		for _, r := range set {
			if r.Lo > s || s > r.Hi {
				rest = append(rest, r)
				continue
			}
			if r.Lo < s {
				rest = append(rest, model.StatusRange{Lo: r.Lo, Hi: s - 1})
			}
			if s < r.Hi {
				rest = append(rest, model.StatusRange{Lo: s + 1, Hi: r.Hi})
			}
		}
		set = rest
	}
	return set
}

// intersect is what a and b have in common, in a's order.
func intersect(a, b model.StatusSet) model.StatusSet {
	var set model.StatusSet
	for _, r := range a {
		for _, q := range b {
			if lo, hi := max(r.Lo, q.Lo), min(r.Hi, q.Hi); lo <= hi {
				set = addStatus(set, model.StatusRange{Lo: lo, Hi: hi})
			}
		}
	}
	return set
}

// resolveStatus decides under which statuses an entry occurs in each of its
// envelopes (docs/spec.md#how-an-entry-is-resolved).
func (r *resolver) resolveStatus(e *entry) {
	var terms []load.StatusTerm
	own := false
	for i, link := range e.chain {
		if len(link.Status) > 0 {
			terms, own = link.Status, i == 0
			break
		}
	}
	terms = slices.DeleteFunc(slices.Clone(terms), func(t load.StatusTerm) bool { return !t.Any && !r.validStatus(t) })
	if own {
		r.checkOwnStatus(e, terms)
	}
	for _, env := range e.envs {
		e.model.ReadStatus = append(e.model.ReadStatus, statusIn(terms, env.model.Status))
	}
	if len(e.envs) > 0 {
		e.model.Status = e.model.ReadStatus[0]
	}
	e.model.StatusParam = e.model.Status.Size() > 1 && e.model.Envelope != nil && !e.model.Envelope.Part
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
				set = addStatus(set, q)
			}
		} else {
			set = addStatus(set, model.StatusRange{Lo: t.Lo, Hi: t.Hi})
		}
	}
	if set = intersect(set, envelope); len(set) == 0 {
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
			r.checkBodyAllowed(t, env)
		}
		if !r.admittedSomewhere(t, e.envs) {
			r.Reportf(t.Pos, diag.StatusExcluded, "add it to the envelope's `status`, or use one of those that it has",
				"envelope %s does not occur under status %s", diag.Quote(e.envs[0].model.Name), showStatus(t))
		}
	}
}

func (r *resolver) admittedSomewhere(t load.StatusTerm, envs []*envelope) bool {
	for _, env := range envs {
		if env.model.Status.Intersects(model.StatusSet{{Lo: t.Lo, Hi: t.Hi}}) {
			return true
		}
		for _, s := range bodiless {
			if t.Lo == s && t.Hi == s && env.model.Kind != model.NoBody {
				return true // reported already
			}
		}
	}
	return false
}

func showStatus(t load.StatusTerm) string {
	if t.Lo == t.Hi {
		return strconv.Itoa(t.Lo)
	}
	return strconv.Itoa(t.Lo/100) + "XX"
}
