package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// members resolves what a value is made of: properties, further members, items.
func (b *schemaBuilder) members() {
	n, s := b.n, b.s
	if b.base != nil {
		s.Properties, s.Additional, s.Items = b.base.Properties, b.base.Additional, b.base.Items
	}
	switch s.Kind {
	case model.ObjectKind:
		b.object()
	case model.MapKind:
		b.additional("Value")
		if s.Additional == nil {
			s.Additional = values.Any()
		}
	case model.ArrayKind:
		if n.Items != nil {
			at := b.at.inner("Item", "an item", noKeys)
			at.typed, at.errors = true, b.at.errors
			s.Items = b.r.schema(n.Items, at)
		} else if s.Items == nil {
			s.Items = values.Any()
		}
	}
}

func (b *schemaBuilder) additional(suffix string) {
	if b.n.AdditionalProperties == nil {
		return
	}
	at := b.at.inner(suffix, "a further member", noKeys)
	at.typed = true
	b.s.Additional = b.r.schema(b.n.AdditionalProperties, at)
}

// object resolves the properties of an object that is one value.
func (b *schemaBuilder) object() {
	b.additional(furtherMembers)
	if !b.n.Has("properties") {
		return
	}
	b.s.Properties = nil
	fields := names.NewSpace(b.r.List)
	if b.s.Additional != nil && !b.at.mute {
		fields.Claim(furtherMembers, b.n.At("additionalProperties"), "the further members of "+b.at.what)
	}
	for _, p := range b.n.Properties {
		b.s.Properties = append(b.s.Properties, b.property(p, fields))
	}
}

func (b *schemaBuilder) property(p load.Property, fields *names.Space) model.Property {
	what := "member " + diag.Quote(p.Name.S)
	goName := p.Schema.GoName.Or(names.Exported(p.Name.S))
	at := b.at.inner(goName, what, memberKeys)
	schema := b.r.schema(p.Schema, at)
	if !b.at.mute {
		fields.Claim(goName, p.Name.Pos, what)
	}
	return model.Property{
		Name: p.Name.S, GoName: goName, Schema: schema, Optional: p.Schema.Optional,
		Go: mayBeAbsent(schema, p.Schema.Optional),
	}
}

// oneOfSchema resolves alternatives of different JSON types. Null among them
// makes the others nullable.
func (r *resolver) oneOfSchema(n *load.Schema, at site) *model.Schema {
	s := &model.Schema{Kind: model.OneOfKind}
	var alternatives []*load.Schema
	for _, alt := range n.OneOf {
		if len(alt.Type) == 1 && alt.Type[0].S == "null" {
			s.Nullable = true
		} else {
			alternatives = append(alternatives, alt)
		}
	}
	if n.Has("type") {
		r.Reportf(n.At("type"), diag.MisplacedKeyword, "say it in the alternatives", "`type` has no meaning beside `oneOf`")
	}
	switch len(alternatives) {
	case 0:
		r.Reportf(n.At("oneOf"), diag.OneOfOverlap, "write at least two alternatives, of different JSON types", "`oneOf` has no alternative but null")
		return values.Any()
	case 1:
		at.keys = noKeys
		one := r.schema(alternatives[0], at)
		one.Nullable = one.Nullable || s.Nullable
		one.Go = nullablePointer(one)
		return one
	}
	b := &schemaBuilder{r: r, n: n, at: at, s: s}
	b.nameType()
	for _, alt := range alternatives {
		inner := at.inner("", "an alternative", noKeys)
		inner.typed, inner.choice = true, true
		s.OneOf = append(s.OneOf, r.schema(alt, inner))
	}
	r.checkAlternatives(alternatives, s.OneOf)
	b.goType()
	b.prose()
	return s
}

// checkAlternatives reports two that the first byte of a value cannot tell apart.
func (r *resolver) checkAlternatives(syntax []*load.Schema, alts []*model.Schema) {
	var seen values.Types
	for i, s := range alts {
		types := values.TypesOf(s)
		if s.Kind == model.AnyKind || types&seen != 0 {
			r.Reportf(syntax[i].Pos, diag.OneOfOverlap, "make them one alternative, or a list of types for scalars",
				"the alternatives of `oneOf` must differ in their JSON types, and another has that of this one")
		}
		seen |= types
	}
}

// errorSchema resolves `errorOf`: an error of another envelope.
func (r *resolver) errorSchema(n *load.Schema, at site) *model.Schema {
	s := &model.Schema{Kind: model.ErrorKind, Description: n.Description.S, Sensitive: n.Sensitive, Go: model.GoType{Kind: model.GoError}}
	if !at.errors {
		r.Reportf(n.At("errorOf"), diag.MisplacedKeyword, "let it be a member of the envelope's body, or the items of one",
			"`errorOf` has no meaning here (%s)", at.what)
	}
	e, ok := r.envelopes.Get(n.ErrorOf.S)
	if !ok {
		r.Unknown(n.ErrorOf.Pos, n.ErrorOf.S, diag.UnknownEnvelope, "envelope", r.envelopes.Names)
		return values.Any()
	}
	s.ErrorOf = e.model
	if e.model.Kind != model.JSONBody {
		r.Reportf(n.ErrorOf.Pos, diag.BadErrorOf, "name an envelope whose body is JSON", "the body of envelope %s is no JSON value, which could stand in another", diag.Quote(n.ErrorOf.S))
	}
	return s
}
