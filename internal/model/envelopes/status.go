package envelopes

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// everyStatus is what an envelope of status `any` occurs under.
var everyStatus = model.StatusRange{Lo: 200, Hi: 599}

// errorStatuses is the status set of an envelope that says nothing: 4XX, 5XX.
var errorStatuses = model.StatusSet{{Lo: 400, Hi: 499}, {Lo: 500, Hi: 599}}

// envelopeStatus is the set of statuses under which an envelope occurs.
func (r *Resolver) envelopeStatus(e *Envelope) model.StatusSet {
	if len(e.Syntax.Status) == 0 {
		return errorStatuses
	}
	var set model.StatusSet
	for _, t := range e.Syntax.Status {
		if t.Any {
			set = set.With(everyStatus)
		} else if r.ValidStatus(t) {
			r.CheckBodyAllowed(t, e)
			set = set.With(model.StatusRange{Lo: t.Lo, Hi: t.Hi})
		}
	}
	if e.Model.Kind != model.NoBody {
		for _, status := range bodiless {
			set = set.Without(status)
		}
	}
	return set
}

// ValidStatus reports statuses that no final response can have (RFC 9110
// section 15). Beyond 599 some services answer with numbers of their own.
func (r *Resolver) ValidStatus(t load.StatusTerm) bool {
	if t.Lo >= 200 && t.Hi <= 999 {
		return true
	}
	r.Reportf(t.Pos, diag.BadStatus, "use the status of a final response: 200 and up", "%d is no status that an error can have", t.Lo)
	return false
}

// bodiless are the statuses of responses that have no body (RFC 9110 section 6.4.1).
var bodiless = []int{204, 304}

// forbidsBody reports whether a term is one of them, and the envelope has a body.
func (e *Envelope) forbidsBody(t load.StatusTerm) bool {
	return t.Lo == t.Hi && e.Model.Kind != model.NoBody && slices.Contains(bodiless, t.Lo)
}

// CheckBodyAllowed reports a status of responses without body of an envelope that
// has one.
func (r *Resolver) CheckBodyAllowed(t load.StatusTerm, e *Envelope) {
	if e.forbidsBody(t) {
		r.Reportf(t.Pos, diag.BodyNotAllowed, "use another status, or an envelope without `body`",
			"a response of status %d has no body, but envelope %s has one", t.Lo, diag.Quote(e.Model.Name))
	}
}

// Admits reports whether the envelope occurs under a status of a term; also if it
// was reported already that it cannot.
func (e *Envelope) Admits(t load.StatusTerm) bool {
	return e.Model.Status.Intersects(model.StatusSet{{Lo: t.Lo, Hi: t.Hi}}) || e.forbidsBody(t)
}
