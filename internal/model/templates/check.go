package templates

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// CheckTree checks what is constant in a tree against a schema, and that objects
// have the members that are required.
func (r Reader) CheckTree(t *model.Tree, schema *model.Schema, pos diag.Pos) {
	if t == nil {
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

// CheckPlacement reports optional params where their absence leaves nothing to
// be written: they may stand alone at a place that may be absent, and in a text
// only if another wording does without (docs/spec.md#optional-params).
func (r Reader) CheckPlacement(wordings []*model.Tree, mayBeAbsent bool, pos diag.Pos, what, remedy string) {
	missing := optionalInAll(wordings)
	if len(wordings) == 1 && wordings[0] != nil && wordings[0].Param != nil && mayBeAbsent {
		missing = nil
	}
	if len(missing) > 0 {
		r.reportOptional(missing, pos, what, remedy)
		return
	}
	for _, t := range wordings {
		r.checkWithin(t, pos, what)
	}
}

// What helps against an optional param that leaves nothing to write: only a field
// has wordings; several values of a header are several lines.
const (
	RemedyWording = "add a wording that does without it, give the param a `default`, or make it required with `optional: false`"
	RemedyHeader  = "make the whole value the param, give the param a `default`, or make it required with `optional: false`"
	remedyTree    = "give the param a `default`, or make it required with `optional: false`"
)

func (r Reader) reportOptional(ps []*model.Param, pos diag.Pos, what, remedy string) {
	var names []string
	for _, p := range ps {
		names = append(names, diag.Quote(p.Name))
	}
	params := "param " + names[0]
	if len(names) > 1 {
		params = "params " + strings.Join(names, " and ")
	}
	r.Reportf(pos, diag.OptionalPlacement, remedy, "without the optional %s nothing can be written in %s", params, what)
}

// optionalInAll are optional params without which no wording can be written: one
// that stands in all wordings, else one of each. It is empty if a wording needs
// none.
func optionalInAll(wordings []*model.Tree) []*model.Param {
	var each []*model.Param
	for _, t := range wordings {
		p := OptionalIn(t)
		if p == nil {
			return nil
		}
		if !slices.Contains(each, p) {
			each = append(each, p)
		}
	}
	if len(each) == 0 {
		return nil
	}
	for _, p := range optionalsIn(wordings[0]) {
		if !slices.ContainsFunc(wordings, func(t *model.Tree) bool { return !slices.Contains(optionalsIn(t), p) }) {
			return []*model.Param{p}
		}
	}
	return each
}

// OptionalIn is an optional param without which a wording cannot be written, nil
// if there is none. What stands in a list or an object is looked at apart.
func OptionalIn(t *model.Tree) *model.Param {
	if ps := optionalsIn(t); len(ps) > 0 {
		return ps[0]
	}
	return nil
}

// optionalsIn are all of them.
func optionalsIn(t *model.Tree) []*model.Param {
	if t == nil {
		return nil
	}
	if t.Param.MayBeAbsent() {
		return []*model.Param{t.Param}
	}
	if t.Template == nil {
		return nil
	}
	var all []*model.Param
	for _, p := range t.Template.Params() {
		if p.MayBeAbsent() {
			all = append(all, p)
		}
	}
	return all
}

// checkWithin checks what stands in a list or an object: members may be absent,
// items may not.
func (r Reader) checkWithin(t *model.Tree, pos diag.Pos, what string) {
	if t == nil {
		return
	}
	for _, item := range t.Items {
		if p := OptionalIn(item); p != nil {
			r.reportOptional([]*model.Param{p}, pos, what, remedyTree)
		}
		r.checkWithin(item, pos, what)
	}
	for _, m := range t.Members {
		if p := OptionalIn(m.Tree); p != nil && m.Tree.Param == nil {
			r.reportOptional([]*model.Param{p}, pos, what, remedyTree)
		}
		r.checkWithin(m.Tree, pos, what)
	}
}
