package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// members resolves what a value is made of: properties, further members, items.
func (b *builder) members() {
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
			at := b.at.Inner("Item", "an item", NoKeys)
			at.typed, at.Errors = true, b.at.Errors
			s.Items = b.r.Schema(n.Items, at)
		} else if s.Items == nil {
			s.Items = values.Any()
		}
	}
}

func (b *builder) additional(suffix string) {
	if b.n.AdditionalProperties == nil {
		return
	}
	at := b.at.Inner(suffix, "a further member", NoKeys)
	at.typed = true
	b.s.Additional = b.r.Schema(b.n.AdditionalProperties, at)
}

// object resolves the properties of an object that is one value.
func (b *builder) object() {
	b.additional(furtherMembers)
	if !b.n.Has("properties") {
		return
	}
	b.s.Properties = nil
	fields := names.NewSpace(b.r.List)
	if b.s.Additional != nil && !b.at.Mute {
		fields.Claim(furtherMembers, b.n.At("additionalProperties"), "the further members of "+b.at.What)
	}
	for _, p := range b.n.Properties {
		b.s.Properties = append(b.s.Properties, b.property(p, fields))
	}
}

func (b *builder) property(p load.Property, fields *names.Space) model.Property {
	what := "member " + diag.Quote(p.Name.S)
	goName := p.Schema.GoName.Or(names.Exported(p.Name.S))
	at := b.at.Inner(goName, what, MemberKeys)
	schema := b.r.Schema(p.Schema, at)
	if !b.at.Mute {
		fields.Claim(goName, p.Name.Pos, what)
	}
	return model.Property{
		Name: p.Name.S, GoName: goName, Schema: schema, Optional: p.Schema.Optional,
		Go: MayBeAbsent(schema, p.Schema.Optional),
	}
}

// errorSchema resolves `errorOf`: an error of another envelope.
func (r *Resolver) errorSchema(n *load.Schema, at Site) *model.Schema {
	s := &model.Schema{Kind: model.ErrorKind, Description: n.Description.S, Sensitive: n.Sensitive, Go: model.GoType{Kind: model.GoError}}
	if !at.Errors {
		r.Reportf(n.At("errorOf"), diag.MisplacedKeyword, "let it be a member of the envelope's body, or the items of one",
			"`errorOf` has no meaning here (%s)", at.What)
		return broken()
	}
	if s.ErrorOf = r.envelope(n.ErrorOf); s.ErrorOf == nil {
		return broken()
	}
	return s
}

// RepeatedList is the schema of the repeated array of a body, without its items.
func (r *Resolver) RepeatedList(n *load.Schema, at Site) *model.Schema {
	shell := *n
	shell.Items, shell.Repeated = nil, false
	at.Mute = true
	s := r.build(&shell, at, &model.Schema{}, nil)
	if s.Kind != model.ArrayKind && n.Has("type") {
		r.Reportf(n.At("repeated"), diag.BadRepeated, "say `type: array`, or leave `type` out", "only a list can be `repeated`")
	}
	s.Kind, s.Items = model.ArrayKind, nil
	for key, refuses := range map[string]bool{"minItems": s.MinItems != nil && *s.MinItems > 1, "maxItems": s.MaxItems != nil && *s.MaxItems < 1} {
		if refuses {
			r.Reportf(n.At(key), diag.BadRepeated, "leave it out", "an error by itself is a list of one, which `%s` refuses", key)
		}
	}
	return s
}
