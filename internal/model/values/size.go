package values

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// maxValues and maxLevels are how many values there may be in every value of a
// schema, itself among them, and how many of them within each other
// (docs/spec.md#how-much-is-in-a-value). So many fields has its Go type at most, and
// so many values and levels its sample: a few types of which each holds the next one
// twice would otherwise demand more than any memory has.
const (
	maxValues = 1000
	maxLevels = 32
)

// Extent is how much there is in a value.
type Extent struct {
	Values int // itself among them
	levels int // of values within each other
}

// ExtentOf is the extent of a value.
func ExtentOf(v model.Value) Extent {
	n := Extent{Values: 1}
	for _, item := range v.Items {
		n.Add(1, ExtentOf(item))
	}
	for _, m := range v.Members {
		n.Add(1, ExtentOf(m.Value))
	}
	n.levels++
	return n
}

// Add counts so many values within, each of an extent.
func (n *Extent) Add(times int, in Extent) {
	n.Values += times * in.Values
	n.levels = max(n.levels, in.levels)
}

// IsTooLarge reports whether there is more than the limits admit.
func (n Extent) IsTooLarge() bool { return n.Values > maxValues || n.levels > maxLevels }

// Report reports what is too large.
func (n Extent) Report(r *diag.Reporter, pos diag.Pos, what string) {
	excess := fmt.Sprintf("more than %d values in it", maxValues)
	if n.Values <= maxValues {
		excess = fmt.Sprintf("values in it more than %d levels deep", maxLevels)
	}
	r.Reportf(pos, diag.ValueTooLarge, "make members `optional`, let a list or a map stand between, or lower `minItems`", "%s has %s", what, excess)
}

// Sizes are the extents of schemas' smallest values but null, as far as they are
// known. Beyond the limits it is not counted.
type Sizes map[*model.Schema]Extent

// Held is the extent of the smallest value of a schema but null.
func (z Sizes) Held(s *model.Schema) Extent {
	if n, ok := z[s]; ok {
		return n
	}
	z[s] = Extent{1, 1} // within itself: a type that is reported
	n, times := Extent{Values: 1}, 1
	parts := z.parts(s)
	switch s.Kind {
	case model.ObjectKind:
		n.Values += len(s.Properties) - len(parts) // a pointer for each that is optional
	case model.OneOfKind:
		n.Values += len(s.OneOf) - len(parts)
	case model.ArrayKind:
		times = min(LeastItems(s), maxValues)
	}
	for _, part := range parts {
		n.Add(times, z.Needed(part))
	}
	z[s] = Extent{min(n.Values, maxValues+1), min(n.levels, maxLevels) + 1}
	return z[s]
}

// HoldsTooLarge reports whether what is within every value of a schema is too large
// already.
func (z Sizes) HoldsTooLarge(s *model.Schema) bool {
	return slices.ContainsFunc(z.parts(s), func(part *model.Schema) bool { return z.Needed(part).IsTooLarge() })
}

// Needed is Held for a schema that may admit null.
func (z Sizes) Needed(s *model.Schema) Extent {
	u := s.Resolved()
	if s.Nullable || u.Nullable {
		return Extent{1, 1}
	}
	return z.Held(u)
}

// parts are the schemas within one of which every value but null has values: of
// alternatives it is the smallest.
func (z Sizes) parts(s *model.Schema) []*model.Schema {
	switch {
	case s.Kind == model.OneOfKind:
		return []*model.Schema{z.Smallest(s.OneOf)}
	case s.Kind == model.ArrayKind && LeastItems(s) > 0:
		return []*model.Schema{s.Items}
	}
	var all []*model.Schema
	for _, p := range s.Properties {
		if !p.Optional {
			all = append(all, p.Schema)
		}
	}
	return all
}

// Smallest is the first of the alternatives whose values can do with the fewest
// others.
func (z Sizes) Smallest(alternatives []*model.Schema) *model.Schema {
	return slices.MinFunc(alternatives, func(a, b *model.Schema) int { return cmp.Compare(z.Needed(a).Values, z.Needed(b).Values) })
}

// LeastItems is how many items a list has at least.
func LeastItems(s *model.Schema) int {
	if s.MinItems == nil {
		return 0
	}
	return *s.MinItems
}
