package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// nesting is an entry in an envelope of which errors stand within others.
type nesting struct {
	envelope *model.Envelope
	entry    *model.Entry
	left     int // errors that it holds and that are not known to end
}

// resolveNesting decides which error samples show where one of an envelope stands
// within another: the first that holds no further ones, or else one whose own end.
// An envelope whose errors all hold each other without an end is reported
// (docs/spec.md#errors-within-errors).
func (r *resolver) resolveNesting() {
	ready, waiting := r.nestings()
	for ; len(ready) > 0; ready = ready[1:] {
		env := ready[0].envelope
		if env.Nested != nil {
			continue
		}
		env.Nested = &model.Nested{Entry: ready[0].entry}
		for _, w := range waiting[env] {
			if w.left--; w.left == 0 {
				ready = append(ready, w)
			}
		}
	}
	r.checkEnds()
	r.checkFilled()
}

// nestings are those that hold no errors, and the others by the envelopes of the
// errors that they hold.
func (r *resolver) nestings() (ready []*nesting, waiting map[*model.Envelope][]*nesting) {
	waiting = map[*model.Envelope][]*nesting{}
	for _, env := range r.envelopes.All() {
		if !env.Nested {
			continue
		}
		for _, e := range env.Model.Entries {
			n := &nesting{envelope: env.Model, entry: e}
			for _, of := range errorsIn(e, env.Model) {
				n.left++
				waiting[of] = append(waiting[of], n)
			}
			if n.left == 0 {
				ready = append(ready, n)
			}
		}
	}
	return ready, waiting
}

// errorsIn are the envelopes of the errors that an entry always holds, one for each
// param. Where no entry has the envelope, there is no error either.
func errorsIn(e *model.Entry, env *model.Envelope) []*model.Envelope {
	var of []*model.Envelope
	for _, p := range e.Params {
		if inner := errorsWithin(p.Schema); inner != nil && len(inner.Entries) > 0 && e.Needs(p, env) {
			of = append(of, inner)
		}
	}
	return of
}

// errorsWithin is the envelope of the errors that every value of a schema holds, nil
// if a value needs none.
func errorsWithin(s *model.Schema) *model.Envelope {
	switch {
	case s.Nullable:
		return nil
	case s.Kind == model.ArrayKind && values.LeastItems(s) > 0:
		return errorsWithin(s.Items)
	}
	return s.ErrorOf
}

// checkFilled reports the envelopes of which errors have to stand within others, and
// which no entry has: nothing could stand there.
func (r *resolver) checkFilled() {
	if r.Reported {
		return // of entries that may have it
	}
	seen := map[*model.Envelope]bool{}
	for _, e := range r.catalog.Entries {
		for _, p := range e.Params {
			inner := errorsWithin(p.Schema)
			if inner == nil || len(inner.Entries) > 0 || seen[inner] || !slices.ContainsFunc(e.Reads, func(env *model.Envelope) bool { return e.Needs(p, env) }) {
				continue
			}
			seen[inner] = true
			r.ReportfAt(r.envelopes.Place(inner), diag.BadErrorOf, diag.Related{Pos: r.entries.At(e.Name).syntax.Name.Pos, Message: "the entry"},
				"make the place `optional`, or declare an entry of the envelope", "no entry has envelope %s, of which an error has to stand in entry %s", diag.Quote(inner.Name), diag.Quote(e.Name))
		}
	}
}

// checkEnds reports the envelopes of whose errors none ends, a ring of them once.
func (r *resolver) checkEnds() {
	seen := map[*model.Envelope]bool{}
	for _, e := range r.envelopes.All() {
		var path []*model.Envelope
		env := e.Model
		for e.Nested && isEndless(env) && !seen[env] {
			seen[env] = true
			path = append(path, env)
			within := errorsIn(env.Entries[0], env)
			env = within[slices.IndexFunc(within, isEndless)]
		}
		if at := slices.Index(path, env); at >= 0 {
			r.reportEndless(path[at:])
		}
	}
}

// isEndless reports whether all errors of an envelope hold others without an end.
func isEndless(env *model.Envelope) bool { return env.Nested == nil && len(env.Entries) > 0 }

func (r *resolver) reportEndless(ring []*model.Envelope) {
	names := make([]string, len(ring))
	for i, env := range ring {
		names[i] = env.Name
	}
	r.Reportf(r.envelopes.Place(ring[0]), diag.RecursiveEnvelope, "make the place of the inner error `optional`, or let a list that may be empty stand between",
		"no error of this envelope would end: %s", diag.Cycle(names, " holds an error of "))
}
