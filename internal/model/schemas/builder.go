package schemas

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// builder makes one model.Schema.
type builder struct {
	r    *Resolver
	n    *load.Schema
	at   Site
	s    *model.Schema
	base *model.Schema // what is refined; nil if nothing is
}

// build fills s with what n says, and where n is silent with what base says.
func (r *Resolver) build(n *load.Schema, at Site, s, base *model.Schema) *model.Schema {
	b := &builder{r: r, n: n, at: at, s: s, base: base}
	if b.kind(); s.Broken {
		return s
	}
	b.nameType()
	b.values()
	b.members()
	b.constraints()
	b.goType()
	b.prose()
	b.measure()
	return b.s
}

// nameType gives the schema a Go type of its own where it needs one: objects,
// unions, oneOf everywhere, and as named types also enums of texts, lists, maps.
func (b *builder) nameType() {
	s := b.s
	if b.at.Mute || b.base != nil && !b.restructures() {
		return
	}
	structured := s.Kind == model.ObjectKind || s.Kind == model.UnionKind || s.Kind == model.OneOfKind
	if t := b.at.named; t != nil {
		t.model.Schema = s
		if structured || s.Kind == model.ArrayKind || s.Kind == model.MapKind ||
			s.Kind == model.StringKind && b.n.Has("enum") && b.n.Format.S != "byte" {
			b.r.takeType(t)
			s.Go = model.GoType{Kind: model.GoNamed, Named: t.model}
		}
		return
	}
	if structured {
		s.Go = model.GoType{Kind: model.GoNamed, Named: b.r.makeType(b.n, b.at, s)}
	}
}

// restructures reports whether a refinement says anew what its values are made of.
func (b *builder) restructures() bool {
	n := b.n
	return b.s.Kind != b.base.Kind || n.Has("properties") || n.Has("additionalProperties") || n.Has("items")
}

// madeType is the Go type of an inline schema. It takes its names once it is known
// to be used: ClaimMade.
type madeType struct {
	model *model.Type
	pos   diag.Pos
	what  string
}

// makeType makes the Go type of an inline schema.
func (r *Resolver) makeType(n *load.Schema, at Site, s *model.Schema) *model.Type {
	name := at.GoName
	if at.choice {
		name += kindNames[s.Kind]
	}
	if at.typed {
		name = n.GoName.Or(name)
	}
	t := &model.Type{GoName: name, Description: n.Description.S, Schema: s}
	r.made = append(r.made, madeType{t, n.Pos, "the type of " + at.What})
	return t
}

// ClaimMade takes the names of those types of inline schemas that are used.
func (r *Resolver) ClaimMade(used map[*model.Type]bool) {
	for _, t := range r.made {
		if used[t.model] {
			r.claimType(t.model, t.pos, t.what)
		}
	}
}

// claimType takes the names that a type has in the generated package.
func (r *Resolver) claimType(t *model.Type, pos diag.Pos, what string) {
	r.space.Claim(t.GoName, pos, what)
	if t.Schema.Kind == model.UnionKind {
		for _, k := range t.Schema.Union {
			r.space.Claim(t.GoName+kindNames[k], pos, "a constructor of "+what)
		}
	}
}

// prose takes the description and the example.
func (b *builder) prose() {
	n, s := b.n, b.s
	if b.base != nil {
		s.Description, s.Example, s.Sensitive = b.base.Description, b.base.Example, b.base.Sensitive
	}
	if n.Description.Given() {
		s.Description = n.Description.S
	}
	s.Sensitive = s.Sensitive || n.Sensitive
	if n.Example == nil {
		return
	}
	s.Example = nil
	if v, ok := b.r.Literal(n.Example, s); ok {
		s.Example = &v
	}
}
