package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// site says where a schema stands, and so what may be said there and what a Go
// type made for it is called.
type site struct {
	goName string     // of a type that has to be made here
	what   string     // the place, for messages: "member `detail` of envelope `E`"
	keys   placeKeys  // keywords of places that have a meaning here
	named  *namedType // the schema is this type's own
	typed  bool       // go.name names the type, not the field that holds the value
	mute   bool       // no Go value stands here: no types are made
	choice bool       // an alternative of a oneOf: its type is called after its kind
	isCode bool       // the leaf of the code: its pattern may hold {$status}
	errors bool       // errorOf may stand here
}

// inner is the site of a schema within the one at s.
func (s site) inner(suffix, what string, keys placeKeys) site {
	return site{goName: s.goName + suffix, what: what + " of " + s.what, keys: keys, mute: s.mute}
}

// isParam reports whether the schema is that of a param.
func (s site) isParam() bool { return slices.Contains(s.keys, "private") }

// placeKeys are the keywords of schemas that say something of the place, not of
// the value: each has a meaning in some places only.
type placeKeys []string

var (
	leafKeys       = placeKeys{"field", "default", "exchange", "as", "alias", "optional"}
	additionalKeys = placeKeys{"field", "default"}
	memberKeys     = placeKeys{"optional"}
	paramKeys      = placeKeys{"optional", "default", "private", "in"}
	noKeys         = placeKeys{}

	allPlaceKeys = []string{"alias", "as", "default", "exchange", "field", "in", "optional", "private", "repeated"}
)

// schemaBuilder makes one model.Schema.
type schemaBuilder struct {
	r    *resolver
	n    *load.Schema
	at   site
	s    *model.Schema
	base *model.Schema // what is refined; nil if nothing is
}

// schema resolves a schema.
func (r *resolver) schema(n *load.Schema, at site) *model.Schema {
	r.checkPlace(n, at)
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

// build fills s with what n says, and where n is silent with what base says.
func (r *resolver) build(n *load.Schema, at site, s, base *model.Schema) *model.Schema {
	b := &schemaBuilder{r: r, n: n, at: at, s: s, base: base}
	b.kind()
	b.nameType()
	b.values()
	b.members()
	b.constraints()
	b.goType()
	b.prose()
	return b.s
}

// checkPlace reports keywords that have no meaning where the schema stands.
func (r *resolver) checkPlace(n *load.Schema, at site) {
	for _, k := range allPlaceKeys {
		if n.Has(k) && !slices.Contains(at.keys, k) {
			r.Reportf(n.At(k), diag.MisplacedKeyword, "leave it out, or say it at the place in the body where the value stands",
				"`%s` has no meaning here (%s)", k, at.what)
		}
	}
}

// nameType gives the schema a Go type of its own where it needs one: objects,
// unions, oneOf everywhere, and as named types also enums of texts, lists, maps.
func (b *schemaBuilder) nameType() {
	s := b.s
	if b.at.mute || b.base != nil && !b.restructures() {
		return
	}
	structured := s.Kind == model.ObjectKind || s.Kind == model.UnionKind || s.Kind == model.OneOfKind
	if t := b.at.named; t != nil {
		t.model.Schema = s
		if structured || s.Kind == model.ArrayKind || s.Kind == model.MapKind ||
			s.Kind == model.StringKind && b.n.Has("enum") && s.Format != "byte" {
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
func (b *schemaBuilder) restructures() bool {
	n := b.n
	return b.s.Kind != b.base.Kind || n.Has("properties") || n.Has("additionalProperties") || n.Has("items")
}

// makeType makes the Go type of an inline schema.
func (r *resolver) makeType(n *load.Schema, at site, s *model.Schema) *model.Type {
	name := at.goName
	if at.choice {
		name += kindNames[s.Kind]
	}
	if at.typed {
		name = n.GoName.Or(name)
	}
	t := &model.Type{GoName: name, Description: n.Description.S, Schema: s}
	r.claimType(t, n.Pos, "the type of "+at.what)
	r.made = append(r.made, t)
	return t
}

// claimType takes the names that a type has in the generated package.
func (r *resolver) claimType(t *model.Type, pos diag.Pos, what string) {
	r.pkg.Claim(t.GoName, pos, what)
	if t.Schema.Kind == model.UnionKind {
		for _, k := range t.Schema.Union {
			r.pkg.Claim(t.GoName+kindNames[k], pos, "a constructor of "+what)
		}
	}
}

// prose takes the description and the example.
func (b *schemaBuilder) prose() {
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
	if v, ok := b.r.literal(n.Example, s); ok {
		s.Example = &v
	}
}
