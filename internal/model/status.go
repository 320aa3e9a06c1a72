package model

import (
	"strconv"
	"strings"
)

// StatusRange is an inclusive range of HTTP status codes; a single one if both
// ends are equal.
type StatusRange struct{ Lo, Hi int }

// Class is the first digit of the statuses, if the range is all that begin with it.
func (r StatusRange) Class() (digit int, ok bool) {
	return r.Lo / 100, r.Lo%100 == 0 && r.Hi == r.Lo+99
}

// String is the range as the catalog language writes it (docs/spec.md#envelopes):
// 404 or 4XX, or 401-499 for one that a catalog cannot write.
func (r StatusRange) String() string {
	digit, isClass := r.Class()
	switch {
	case r.Lo == r.Hi:
		return strconv.Itoa(r.Lo)
	case isClass:
		return strconv.Itoa(digit) + "XX"
	}
	return strconv.Itoa(r.Lo) + "-" + strconv.Itoa(r.Hi)
}

// StatusSet is an ordered set of HTTP status codes. Empty: not documented.
type StatusSet []StatusRange

// Contains reports whether the set has a status.
func (s StatusSet) Contains(status int) bool {
	for _, r := range s {
		if r.Lo <= status && status <= r.Hi {
			return true
		}
	}
	return false
}

// Only returns the single status of the set, if it has exactly one.
func (s StatusSet) Only() (int, bool) {
	if len(s) == 1 && s[0].Lo == s[0].Hi {
		return s[0].Lo, true
	}
	return 0, false
}

// First returns the first status, 0 if there is none.
func (s StatusSet) First() int {
	if len(s) == 0 {
		return 0
	}
	return s[0].Lo
}

// Size is the number of statuses in the set.
func (s StatusSet) Size() int {
	n := 0
	for _, r := range s {
		n += r.Hi - r.Lo + 1
	}
	return n
}

// Intersects reports whether the two sets have a status in common.
func (s StatusSet) Intersects(t StatusSet) bool { return len(s.Intersect(t)) > 0 }

// With adds a range to the set, less what is in it already.
func (s StatusSet) With(r StatusRange) StatusSet {
	for _, q := range s {
		if q.Lo <= r.Hi && r.Lo <= q.Hi {
			if r.Lo < q.Lo {
				s = s.With(StatusRange{r.Lo, q.Lo - 1})
			}
			if r.Hi > q.Hi {
				s = s.With(StatusRange{q.Hi + 1, r.Hi})
			}
			return s
		}
	}
	return append(s, r)
}

// Without takes a status out of the set.
func (s StatusSet) Without(status int) StatusSet {
	var rest StatusSet
	for _, r := range s {
		if r.Lo > status || status > r.Hi {
			rest = append(rest, r)
			continue
		}
		if r.Lo < status {
			rest = append(rest, StatusRange{r.Lo, status - 1})
		}
		if status < r.Hi {
			rest = append(rest, StatusRange{status + 1, r.Hi})
		}
	}
	return rest
}

// Intersect is what the set has in common with another, in the set's order.
func (s StatusSet) Intersect(t StatusSet) StatusSet {
	var both StatusSet
	for _, r := range s {
		for _, q := range t {
			if lo, hi := max(r.Lo, q.Lo), min(r.Hi, q.Hi); lo <= hi {
				both = both.With(StatusRange{lo, hi})
			}
		}
	}
	return both
}

// String lists the ranges of the set: "404, 429, 5XX".
func (s StatusSet) String() string {
	texts := make([]string, len(s))
	for i, r := range s {
		texts[i] = r.String()
	}
	return strings.Join(texts, ", ")
}
