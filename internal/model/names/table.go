package names

import "github.com/seed-1b9d9f04/errgen/internal/model/diag"

// Table is a map of declared things that keeps their order.
type Table[T any] struct {
	Names []string // in the order in which they were declared
	by    map[string]T
}

// Add declares a thing; the first of a name stays.
func (t *Table[T]) Add(name string, v T) bool {
	if _, ok := t.by[name]; ok {
		return false
	}
	if t.by == nil {
		t.by = map[string]T{}
	}
	t.by[name] = v
	t.Names = append(t.Names, name)
	return true
}

// Get is what has a name, and whether anything has.
func (t *Table[T]) Get(name string) (T, bool) {
	v, ok := t.by[name]
	return v, ok
}

// Find is Get for a name that a catalog gives; what nothing has is reported. what says
// what the table holds ("type", "entry").
func (t *Table[T]) Find(r *diag.Reporter, pos diag.Pos, name string, code diag.Code, what string) (T, bool) {
	v, ok := t.by[name]
	if !ok {
		r.Unknown(pos, name, code, what, t.Names)
	}
	return v, ok
}

// All returns the things in their order.
func (t *Table[T]) All() []T {
	vs := make([]T, len(t.Names))
	for i, n := range t.Names {
		vs[i] = t.by[n]
	}
	return vs
}

// At is Get where nothing will do for what is not there.
func (t *Table[T]) At(name string) T { return t.by[name] }
