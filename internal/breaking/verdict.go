package breaking

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// verdict is what has become of an error on its way from a server of one generation
// to a client of another.
type verdict uint8

const (
	same       verdict = iota // it is what it was
	dataLost                  // it is, without some of its params
	ancestor                  // a kind of it is not known any more
	misread                   // it is taken for another entry
	unlisted                  // it is none of the catalog's entries
	unexpected                // it is not in the API's format
	noError                   // it is taken for a success
)

// reading is what clients make of a message.
type reading struct {
	verdict verdict
	as      *model.Entry // what it is read as, nil if it is no entry
	lost    []string     // the params that are lost
}

// judge compares what was read with what was to be read: want is the counterpart of
// the entry that was written, nil if the reader's generation has none.
func judge(found []replay.Decoded, want *model.Entry) reading {
	if len(found) == 0 {
		return reading{verdict: noError}
	}
	d := found[0]
	switch d.Outcome.Kind {
	case model.NoneOutcome:
		return reading{verdict: noError}
	case model.UnknownOutcome:
		return reading{verdict: unlisted}
	case model.UnexpectedOutcome:
		return reading{verdict: unexpected}
	}
	r := reading{as: d.Outcome.Entry, verdict: misread}
	switch {
	case r.as == want:
		r.verdict = same
	case want != nil && want.IsA(r.as):
		r.verdict = ancestor
	}
	return r
}

// lostParams are the params that a reader of the other generation has not, and one of
// the writer's own has: those that both know, and all that the reader's entry requires,
// without which it has no data.
func lostParams(m *message, want *model.Entry, own, found replay.Decoded) []string {
	var lost []string
	complete := found.Complete || !own.Complete
	for _, p := range want.Params {
		written, isWritten := given(m.params, p.Name)
		got, isThere := found.Params[p.Name]
		mine, isOwn := own.Params[p.Name]
		switch {
		case p.Private:
		case !complete && p.Required() && !isThere && (!isWritten || isPrivate(m.entry, p.Name)):
			lost = append(lost, p.Name)
		case isWritten && isOwn && values.Equal(mine, written) && !(isThere && values.Equal(got, written)):
			lost = append(lost, p.Name)
		}
	}
	slices.Sort(lost)
	return lost
}

// isPrivate reports whether an entry keeps the param of a name to itself.
func isPrivate(e *model.Entry, name string) bool {
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.Name == name && p.Private })
}

// given is the value of the param of a name.
func given(ps params, name string) (model.Value, bool) {
	for p, v := range ps {
		if p.Name == name {
			return v, true
		}
	}
	return model.Value{}, false
}
