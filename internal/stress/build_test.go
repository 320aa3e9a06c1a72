package stress

import (
	"encoding/json"
	"math/big"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// buildOf is a value of a schema as the driver of the generated packages takes it:
// see the type build there.
func buildOf(s *model.Schema, v model.Value) any {
	named, nullable := s.Go.Named, v.Kind == model.NullValue
	for s.Kind == model.RefKind {
		s = s.Ref.Schema
	}
	if nullable {
		return nil
	}
	switch s.Kind {
	case model.IntegerKind, model.NumberKind:
		return numberBuild(s, v.Text)
	case model.UnionKind:
		return map[string]any{named.Alternatives[alternative(s, v)].NewFunc: raw(v)}
	case model.OneOfKind:
		i := slices.IndexFunc(s.OneOf, func(a *model.Schema) bool { return admitsKind(a, v.Kind) })
		return map[string]any{named.Alternatives[i].GoName: buildOf(s.OneOf[i], v)}
	case model.ArrayKind:
		list := []any{}
		for _, item := range v.Items {
			list = append(list, buildOf(s.Items, item))
		}
		return list
	case model.MapKind:
		return membersBuild(s.Additional, v.Members)
	case model.ObjectKind:
		return objectBuild(named, s, v)
	}
	return raw(v)
}

func raw(v model.Value) any { return json.RawMessage(v.AppendJSON(nil)) }

// numberBuild is a number; a duration in nanoseconds, a time in microseconds.
func numberBuild(s *model.Schema, text string) any {
	unit := map[string]int64{"seconds": 1e9, "milliseconds": 1e6, "unix-time": 1e6}[s.Format]
	if unit == 0 {
		return json.RawMessage(text)
	}
	n, ok := new(big.Rat).SetString(text)
	if !ok {
		panic(text)
	}
	n.Mul(n, big.NewRat(unit, 1))
	return json.RawMessage(n.FloatString(0))
}

// alternative is the index of a value's kind in a union.
func alternative(s *model.Schema, v model.Value) int {
	kinds := map[model.ValueKind][]model.Kind{
		model.StringValue: {model.StringKind}, model.BoolValue: {model.BooleanKind}, model.NumberValue: {model.NumberKind, model.IntegerKind},
	}[v.Kind]
	if v.Kind == model.NumberValue && !strings.ContainsAny(v.Text, ".eE") {
		kinds = []model.Kind{model.IntegerKind, model.NumberKind}
	}
	for _, k := range kinds {
		if i := slices.Index(s.Union, k); i >= 0 {
			return i
		}
	}
	panic("a value that is of no kind of the union")
}

// admitsKind reports whether a schema has values of a JSON type.
func admitsKind(s *model.Schema, kind model.ValueKind) bool {
	for s.Kind == model.RefKind {
		s = s.Ref.Schema
	}
	of := map[model.Kind]model.ValueKind{
		model.StringKind: model.StringValue, model.IntegerKind: model.NumberValue, model.NumberKind: model.NumberValue,
		model.BooleanKind: model.BoolValue, model.ArrayKind: model.ArrayValue, model.ObjectKind: model.ObjectValue, model.MapKind: model.ObjectValue,
	}
	switch s.Kind {
	case model.AnyKind:
		return true
	case model.UnionKind:
		return slices.ContainsFunc(s.Union, func(k model.Kind) bool { return of[k] == kind })
	case model.OneOfKind:
		return slices.ContainsFunc(s.OneOf, func(a *model.Schema) bool { return admitsKind(a, kind) })
	}
	k, ok := of[s.Kind]
	return ok && k == kind
}

func membersBuild(s *model.Schema, members []model.Member) map[string]any {
	all := map[string]any{}
	for _, m := range members {
		all[m.Name] = buildOf(s, m.Value)
	}
	return all
}

// objectBuild is an object by the names of its Go struct's fields.
func objectBuild(named *model.Type, s *model.Schema, v model.Value) map[string]any {
	fields := map[string]any{}
	var more []model.Member
	for _, m := range v.Members {
		i := slices.IndexFunc(s.Properties, func(p model.Property) bool { return p.Name == m.Name })
		if i < 0 {
			more = append(more, m)
			continue
		}
		fields[s.Properties[i].GoName] = buildOf(s.Properties[i].Schema, m.Value)
	}
	if len(more) > 0 {
		fields[named.More] = membersBuild(s.Additional, more)
	}
	return fields
}
