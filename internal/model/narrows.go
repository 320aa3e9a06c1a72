package model

import "slices"

// Narrows reports whether a param that stands alone in a field admits less than the
// field's leaf, by an enum, bounds, lengths or a pattern: then its value tells its
// entry from others (docs/spec.md#facts).
func (p *Param) Narrows(leaf *Schema) bool {
	if p.Implied || p.Schema == leaf {
		return false
	}
	a, b := p.Schema.Resolved(), leaf.Resolved()
	return !slices.EqualFunc(a.listed(), b.listed(), func(v, w Value) bool { return v.Kind == w.Kind && v.Scalar() == w.Scalar() }) ||
		a.Pattern != b.Pattern || a.Minimum != b.Minimum || a.Maximum != b.Maximum ||
		a.ExclMinimum != b.ExclMinimum || a.ExclMaximum != b.ExclMaximum ||
		!sameLength(a.MinLength, b.MinLength) || !sameLength(a.MaxLength, b.MaxLength)
}

// listed are the only values that a schema admits, nil if there is no such list.
func (s *Schema) listed() []Value {
	if s.Const != nil {
		return []Value{*s.Const}
	}
	return s.Enum
}

func sameLength(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }
