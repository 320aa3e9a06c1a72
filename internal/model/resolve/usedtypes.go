package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// usedTypes leaves out the types that were made for inline schemas and that nothing of
// the package has: where a field or an exchange value stands at several places, only
// its first place is a Go type.
func (r *resolver) usedTypes(types []*model.Type) []*model.Type {
	used := map[*model.Type]bool{}
	for _, t := range types {
		if t.Name != "" {
			useType(t, used)
		}
	}
	for _, e := range r.catalog.Entries {
		for _, p := range e.Params {
			useSchema(p.Schema, used)
			useGo(&p.Go, used)
		}
	}
	for _, x := range r.catalog.Exchanges() {
		useSchema(x.Schema, used)
	}
	r.schemas.ClaimMade(used)
	return slices.DeleteFunc(types, func(t *model.Type) bool { return !used[t] })
}

func useType(t *model.Type, used map[*model.Type]bool) {
	if t != nil && !used[t] {
		used[t] = true
		useSchema(t.Schema, used)
	}
}

func useGo(g *model.GoType, used map[*model.Type]bool) {
	for ; g != nil; g = g.Elem {
		useType(g.Named, used)
	}
}

// useSchema notes the types that a schema's Go type has in it.
func useSchema(s *model.Schema, used map[*model.Type]bool) {
	if s == nil {
		return
	}
	useType(s.Ref, used)
	useGo(&s.Go, used)
	useSchema(s.Items, used)
	useSchema(s.Additional, used)
	for _, alt := range s.OneOf {
		useSchema(alt, used)
	}
	for _, p := range s.Properties {
		useSchema(p.Schema, used)
		useGo(&p.Go, used)
	}
}
