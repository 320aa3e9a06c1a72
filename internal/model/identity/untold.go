package identity

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// MistakenFor is an entry as which another one is read wherever it is written without
// more said, since nothing tells it: it has no code, no documented status and fills
// nothing, so that what has a status goes before it (docs/spec.md#how-decoding-decides,
// step 5). It is nil if there is none, or if e is a kind of it. Broken entries are no
// one's.
func MistakenFor(e *model.Entry, broken func(*model.Entry) bool) *model.Entry {
	env := e.Envelope
	if env == nil || env.Part || hasCode(e, env) || len(e.Status) > 0 || filledIn(e, env, nil) != "" {
		return nil
	}
	for _, other := range env.Entries {
		if other == e || broken(other) || hasCode(other, env) || e.IsA(other) {
			continue
		}
		set := other.ReadStatus[slices.Index(other.Reads, env)]
		if set.Contains(e.WriteStatus()) || env.Repeated != nil && len(set) > 0 { // of items the status is the first's
			return other
		}
	}
	return nil
}

// hasCode reports whether an entry has a code in an envelope.
func hasCode(e *model.Entry, env *model.Envelope) bool {
	return e.Code != nil && env.HasCode && !e.Omits(env.CodeField)
}
