package templates

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// CheckTree checks what is constant in a tree against a schema, and that objects
// have the members that are required.
func (r Reader) CheckTree(t *model.Tree, schema *model.Schema, pos diag.Pos) {
	if t == nil || t.Param != nil {
		return
	}
	if v, ok := t.Value(); ok {
		v = values.AsKind(v, schema.Resolved())
		if why := r.Literals.Violation(v, schema); why != "" {
			r.Reportf(pos, diag.ValueNotAllowed, "give a value that its schema allows, or widen the schema", "%s", why)
		}
		return
	}
	u := values.Alternative(schema.Resolved(), values.TypeOf(t.Kind)).Resolved()
	for _, item := range t.Items {
		r.CheckTree(item, values.Item(u), pos)
	}
	if t.Kind != model.ObjectValue {
		return
	}
	for _, p := range u.Properties {
		i := slices.IndexFunc(t.Members, func(m model.TreeMember) bool { return m.Name == p.Name })
		if i < 0 {
			if !p.Optional {
				r.Reportf(pos, diag.ValueNotAllowed, "add it", "the object has no member %s, which is required", diag.Quote(p.Name))
			}
			continue
		}
		if t.Members[i].Tree.Param.MayBeAbsent() && !p.Optional {
			r.reportOptional([]*model.Param{t.Members[i].Tree.Param}, pos, "the required member "+diag.Quote(p.Name), remedyTree)
		}
	}
	for _, m := range t.Members {
		r.CheckTree(m.Tree, treeMemberSchema(m.Name, u), pos)
	}
}

func treeMemberSchema(name string, s *model.Schema) *model.Schema {
	for _, p := range s.Properties {
		if p.Name == name {
			return p.Schema
		}
	}
	if s.Additional != nil {
		return s.Additional
	}
	return values.Any()
}
