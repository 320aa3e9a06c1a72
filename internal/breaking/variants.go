package breaking

import (
	"maps"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// params are values of an entry's params.
type params = map[*model.Param]model.Value

// variants are the params with which an entry is written to see what is read: those
// of its sample, with and without those that are optional, and with each bound and
// each member of an enum, beside few params and beside all: a value may be what makes
// it this entry, and another param what is lost.
func variants(e *model.Entry, rules *values.Checker) []params {
	base := params{}
	if len(e.Samples) > 0 {
		for _, p := range e.Samples[0].Params {
			base[p.Param] = p.Value
		}
	}
	all := []params{base}
	least, most := maps.Clone(base), maps.Clone(base)
	for _, p := range e.Params {
		if p.MayBeAbsent() && !e.Needs(p, e.Envelope) {
			delete(least, p)
		}
		if _, ok := base[p]; !ok {
			if v := e.Illustration(p); rules.Violation(v, p.Schema) == "" {
				most[p] = v
			}
		}
	}
	if len(least) < len(base) {
		all = append(all, least)
	}
	if len(most) > len(base) {
		all = append(all, most)
	}
	bases := []params{base}
	if len(most) > len(base) {
		bases = append(bases, most)
	}
	for _, p := range e.Params {
		for _, v := range limits(p.Schema, rules) {
			for _, present := range bases {
				if was, ok := present[p]; ok && values.Equal(was, v) {
					continue
				}
				one := maps.Clone(present)
				one[p] = v
				all = append(all, one)
			}
		}
	}
	return all
}

// longest is how long a text is made at most, large a number, where nothing bounds them:
// the other generation may do so.
const (
	longest = 1000
	large   = "1000000000000000"
)

// limits are values at the limits of what a schema admits.
func limits(schema *model.Schema, rules *values.Checker) []model.Value {
	s := schema.Resolved()
	var found []model.Value
	switch {
	case len(s.Enum) > 0:
		found = slices.Clone(s.Enum)
	case s.Kind == model.IntegerKind || s.Kind == model.NumberKind:
		low, _ := values.LowerBound(s)
		high, _ := values.UpperBound(s)
		for _, text := range []string{low, high, "0", "-1", "1.5", large} {
			if text != "" {
				found = append(found, model.Value{Kind: model.NumberValue, Text: text})
			}
		}
	case s.Kind == model.StringKind && s.Format != "byte":
		for _, text := range values.PatternSamples(s.Pattern) {
			found = append(found, values.Text(text))
		}
		for _, n := range []*int{s.MinLength, s.MaxLength} {
			if n != nil && *n <= longest {
				found = append(found, values.Text(strings.Repeat("x", *n)))
			}
		}
		if s.MaxLength == nil {
			found = append(found, values.Text(strings.Repeat("x", longest)))
		}
		found = append(found, values.Text("Some text: 7."))
	case s.Kind == model.BooleanKind:
		found = []model.Value{{Kind: model.BoolValue, Bool: true}, {Kind: model.BoolValue}}
	}
	if schema.AdmitsNull() && s.Kind != model.AnyKind {
		found = append(found, model.Value{})
	}
	return slices.DeleteFunc(found, func(v model.Value) bool { return rules.Violation(v, schema) != "" })
}
