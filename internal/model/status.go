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
func (s StatusSet) Intersects(t StatusSet) bool {
	for _, r := range s {
		for _, q := range t {
			if r.Lo <= q.Hi && q.Lo <= r.Hi {
				return true
			}
		}
	}
	return false
}

// String lists the ranges of the set: "404, 429, 5XX".
func (s StatusSet) String() string {
	texts := make([]string, len(s))
	for i, r := range s {
		texts[i] = r.String()
	}
	return strings.Join(texts, ", ")
}
