// Package schemas resolves the types and schemas of a catalog: what they admit,
// which of them have a Go type, and the literals that stand in them
// (docs/spec.md#params).
package schemas

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// Resolver resolves the types and schemas of one catalog.
type Resolver struct {
	*Literals
	space    *names.Space                         // identifiers of the generated package
	envelope func(name load.Text) *model.Envelope // that errorOf names; nil if it was reported
	types    names.Table[*namedType]
	made     []madeType // for inline schemas
	refined  map[refinement]*model.Schema
	measured []measured
}

// New returns a resolver that claims the names of types in a package's
// scope.
func New(l *Literals, space *names.Space, envelope func(name load.Text) *model.Envelope) *Resolver {
	return &Resolver{Literals: l, space: space, envelope: envelope, refined: map[refinement]*model.Schema{}}
}

// Schema resolves a schema.
func (r *Resolver) Schema(n *load.Schema, at Site) *model.Schema {
	r.CheckPlace(n, at)
	s := r.schema(n, at)
	made := s.Go.Kind == model.GoNamed && s.Go.Named.Name == ""
	if at.Mute || at.typed && !made || at.named != nil && !at.named.goTyped {
		r.RefuseGoName(n, at.What)
	}
	return s
}

// broken is a schema of which nothing is to be said.
func broken() *model.Schema { return &model.Schema{Broken: true} }

// RefuseGoName reports a Go name where nothing would be called so.
func (r *Resolver) RefuseGoName(n *load.Schema, what string) {
	if n.GoName.Given() {
		r.Reportf(n.At("go"), diag.MisplacedKeyword, "leave it out", "`go` names nothing here: %s has no name in Go", what)
	}
}

func (r *Resolver) schema(n *load.Schema, at Site) *model.Schema {
	if n.IsBroken("type", "properties", "additionalProperties", "items", "oneOf", "$ref", "errorOf", "enum") {
		return broken()
	}
	if !r.checkAlone(n) {
		return broken()
	}
	switch {
	case n.Ref.Given():
		return r.refSchema(n, at)
	case n.Has("oneOf"):
		return r.oneOfSchema(n, at)
	case n.ErrorOf.Given():
		return r.errorSchema(n, at)
	}
	return r.build(n, at, &model.Schema{}, nil)
}

// checkAlone reports what cannot stand beside `$ref`, `oneOf` or `errorOf`: another one
// of them, and what would say nothing there.
func (r *Resolver) checkAlone(n *load.Schema) bool {
	first := ""
	for _, k := range []string{"$ref", "oneOf", "errorOf"} {
		switch {
		case !n.Has(k):
		case first == "":
			first = k
		default:
			r.Reportf(n.At(k), diag.MisplacedKeyword, "leave one of them out, or declare a type of its own under `types`", "`%s` cannot stand beside `%s`", k, first)
			return false
		}
	}
	if first != "oneOf" && first != "errorOf" {
		return true
	}
	remedy := map[string]string{"oneOf": "say it in the alternatives", "errorOf": "leave it out: its envelope says what the error is"}[first]
	for _, k := range append([]string{"type"}, narrowing...) {
		if n.Has(k) && !(first == "errorOf" && k == "type" && len(n.Type) == 1 && n.Type[0].S == "object") {
			r.Reportf(n.At(k), diag.MisplacedKeyword, remedy, "`%s` has no meaning beside `%s`", k, first)
		}
	}
	return true
}

// CheckPlace reports keywords that have no meaning where the schema stands.
func (r *Resolver) CheckPlace(n *load.Schema, at Site) {
	for _, k := range allPlaceKeys {
		if n.Has(k) && !slices.Contains(at.Keys, k) {
			r.Reportf(n.At(k), diag.MisplacedKeyword, "leave it out, or say it at the place in the body where the value stands",
				"`%s` has no meaning here (%s)", k, at.What)
		}
	}
}
