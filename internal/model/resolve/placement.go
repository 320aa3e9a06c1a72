package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// checkPlacement reports optional params where their absence leaves nothing to
// be written: they may stand alone at a place that may be absent, and in a text
// only if another wording does without (docs/spec.md section 7).
func (s *scope) checkPlacement(wordings []*model.Tree, mayBeAbsent bool, pos diag.Pos, what string) {
	var missing *model.Param
	for _, t := range wordings {
		p := optionalIn(t)
		if p == nil {
			missing = nil
			break
		}
		missing = p
	}
	if len(wordings) == 1 && wordings[0] != nil && wordings[0].Param != nil && mayBeAbsent {
		missing = nil
	}
	if missing != nil {
		s.reportOptional(missing, pos, what)
		return
	}
	for _, t := range wordings {
		s.checkWithin(t, pos, what)
	}
}

func (s *scope) reportOptional(p *model.Param, pos diag.Pos, what string) {
	s.report(pos, diag.OptionalPlacement, "add a wording that does without it, give the param a `default`, or make it required",
		"without the optional param %s nothing can be written in %s", diag.Quote(p.Name), what)
}

// optionalIn is an optional param without which a wording cannot be written, nil
// if there is none. What stands in a list or an object is looked at apart.
func optionalIn(t *model.Tree) *model.Param {
	if t == nil {
		return nil
	}
	if isAbsentable(t.Param) {
		return t.Param
	}
	if t.Template == nil {
		return nil
	}
	ps := t.Template.Params()
	if i := slices.IndexFunc(ps, isAbsentable); i >= 0 {
		return ps[i]
	}
	return nil
}

func isAbsentable(p *model.Param) bool { return p != nil && p.Optional && p.Default == nil }

// checkWithin checks what stands in a list or an object: members may be absent,
// items may not.
func (s *scope) checkWithin(t *model.Tree, pos diag.Pos, what string) {
	if t == nil {
		return
	}
	for _, item := range t.Items {
		if p := optionalIn(item); p != nil {
			s.reportOptional(p, pos, what)
		}
		s.checkWithin(item, pos, what)
	}
	for _, m := range t.Members {
		if p := optionalIn(m.Tree); p != nil && m.Tree.Param == nil {
			s.reportOptional(p, pos, what)
		}
		s.checkWithin(m.Tree, pos, what)
	}
}

// checkTree checks what is constant in a tree against a schema, and that objects
// have the members that are required.
func (s *scope) checkTree(t *model.Tree, schema *model.Schema, pos diag.Pos) {
	if t == nil || t.Param != nil {
		return
	}
	if v, ok := treeValue(t); ok {
		v = asKind(v, under(schema))
		if why := s.r.violation(v, schema); why != "" {
			s.report(pos, diag.ValueNotAllowed, "give a value that its schema allows, or widen the schema", "%s", why)
		}
		return
	}
	u := treeAlternative(t, under(schema))
	for _, item := range t.Items {
		s.checkTree(item, itemSchema(u), pos)
	}
	if t.Kind != model.ObjectValue {
		return
	}
	for _, p := range u.Properties {
		i := slices.IndexFunc(t.Members, func(m model.TreeMember) bool { return m.Name == p.Name })
		if i < 0 {
			if !p.Optional {
				s.report(pos, diag.ValueNotAllowed, "add it", "the object has no member %s, which is required", diag.Quote(p.Name))
			}
			continue
		}
		if isAbsentable(t.Members[i].Tree.Param) && !p.Optional {
			s.reportOptional(t.Members[i].Tree.Param, pos, "the required member "+diag.Quote(p.Name))
		}
	}
	for _, m := range t.Members {
		s.checkTree(m.Tree, treeMemberSchema(m.Name, u), pos)
	}
}

// treeAlternative is the alternative of a oneOf that has a tree's JSON type.
func treeAlternative(t *model.Tree, s *model.Schema) *model.Schema {
	if s.Kind != model.OneOfKind {
		return s
	}
	for _, alt := range s.OneOf {
		if jsonTypesOf(alt)&jsonTypesOf(treeSchema(t)) != 0 {
			return under(alt)
		}
	}
	return s
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
	return anySchema()
}
