package model

// StatusRange is an inclusive range of HTTP status codes; a single one if both
// ends are equal.
type StatusRange struct{ Lo, Hi int }

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
