package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// param returns the entry's param of a name: one that is declared, or that an
// open field implies. It is nil if there is none, or it was reported.
func (s *scope) param(name string) *model.Param {
	if p, ok := s.params[name]; ok {
		return p
	}
	leaf := s.openField(name)
	d := s.declared[name]
	var p *model.Param
	switch {
	case d != nil:
		p = s.declaredParam(d, leaf)
	case leaf != nil:
		p = s.impliedParam(leaf)
	}
	s.params[name] = p
	return p
}

// openField is the open field of a name in the first envelope that has one, nil
// if there is none. The code is one where the entry's code is that param.
func (s *scope) openField(name string) *envelopes.Field {
	for _, env := range s.e.envs {
		if f, ok := env.Fields.Get(name); ok && s.source(f).kind == openSource {
			return f
		}
		if name == "code" && s.openCode && env.Code != nil {
			return env.Code
		}
	}
	return nil
}

// impliedParam is the param that an open field is.
func (s *scope) impliedParam(f *envelopes.Field) *model.Param {
	leaf := f.Model.Schema
	return &model.Param{
		Name: f.Model.Name, GoName: f.GoName().Or(names.Exported(f.Model.Name)), Schema: leaf, Implied: true,
		Optional: f.Model.Optional && f != f.Env.Code, Example: leaf.Example,
		Sensitive: f.Model.Sensitive, Description: leaf.Description,
	}
}

// declaredParam is a param as declared, laid over the leaf of the open field of
// its name if there is one.
func (s *scope) declaredParam(d *declaration, leaf *envelopes.Field) *model.Param {
	n := d.syntax
	p := &model.Param{Name: d.name.S, Optional: n.Optional, Private: n.Private, Sensitive: n.Sensitive, Markup: n.Markup}
	p.GoName = n.GoName.Or(names.Exported(p.Name))
	at := schemas.Site{GoName: names.Exported(d.owner) + p.GoName, What: "param " + diag.Quote(p.Name), Keys: schemas.ParamKeys}
	if d.owner == "" {
		at.GoName = p.GoName
	}
	if leaf == nil {
		if !hasType(n) {
			s.Reportf(d.name.Pos, diag.ParamType, "say its `type`", "param %s has no `type`, and no open field of its name to take one from", diag.Quote(p.Name))
			return nil
		}
		p.Schema = s.r.schemas.Once(n, at)
	} else {
		s.refineField(p, d, leaf, at)
	}
	p.Description, p.Example = p.Schema.Description, p.Schema.Example
	s.paramDefault(p, n)
	return p
}

// hasType reports whether a schema says what its values are.
func hasType(n *load.Schema) bool {
	return slices.ContainsFunc([]string{"type", "const", "enum", "properties", "additionalProperties", "items", "$ref", "oneOf", "errorOf"}, n.Has)
}

// refineField makes a declared param that of an open field: its keywords are
// laid over the leaf's.
func (s *scope) refineField(p *model.Param, d *declaration, f *envelopes.Field, at schemas.Site) {
	p.Schema = s.r.schemas.Refine(d.syntax, at, f.Model.Schema)
	if !d.syntax.GoName.Given() {
		p.GoName = f.GoName().Or(names.Exported(p.Name))
	}
	switch {
	case !d.syntax.Has("optional"):
		p.Optional = f.Model.Optional && f != f.Env.Code
	case p.Optional && !f.Model.Optional:
		s.Reportf(d.syntax.At("optional"), diag.NotNarrower, "leave `optional` out, or make the field's place `optional`", "field %s is required: its param cannot be optional", diag.Quote(f.Model.Name))
	}
}

func (s *scope) paramDefault(p *model.Param, n *load.Schema) {
	if n.Default == nil {
		return
	}
	if v, ok := s.r.Literal(n.Default, p.Schema); ok {
		p.Optional, p.Default = true, &v
	}
}

// inParams are the declared params that are members of a field of further
// members, the eldest ancestor's first.
func (s *scope) inParams(f *envelopes.Field) []*declaration {
	if !f.Model.Map {
		return nil
	}
	var ds []*declaration
	for _, name := range s.order {
		if d := s.declared[name]; d.syntax.In.Given() && d.syntax.In.S == f.Model.Name {
			ds = append(ds, d)
		}
	}
	return ds
}

// addMembers makes the params that are members of a field of further members, and
// takes members of their names out of what fills it: they are laid over that.
func (s *scope) addMembers(f *envelopes.Field, trees []*model.Tree) {
	for _, d := range s.inParams(f) {
		p := s.param(d.name.S)
		if p == nil || p.IsMember(f.Model) {
			continue
		}
		p.In = append(p.In, f.Model)
		if asText, ok := values.MayStand(p.Schema, f.Model.Schema.Additional); !ok || asText {
			s.Reportf(d.syntax.In.Pos, diag.ParamType, "declare the param with a type that fits", "param %s is %s, and further members are %s",
				diag.Quote(p.Name), values.Describe(p.Schema), values.Describe(f.Model.Schema.Additional))
		}
		s.checkShadows(f, p.Name, d.syntax.In.Pos)
		for _, t := range trees {
			if t != nil {
				t.Members = slices.DeleteFunc(slices.Clone(t.Members), func(m model.TreeMember) bool { return m.Name == p.Name })
			}
		}
	}
}

// checkMap reports a param that holds the further members of an object, and is no map.
func (s *scope) checkMap(f *envelopes.Field, trees []*model.Tree, pos diag.Pos) {
	for _, t := range trees {
		if !f.Model.Map || t == nil || t.Param == nil || t.Param.Schema.Resolved().Kind == model.MapKind {
			continue
		}
		if d := s.declared[t.Param.Name]; d != nil {
			pos = d.syntax.Pos
		}
		s.Reportf(pos, diag.ParamType, "make it a map, by `additionalProperties` alone; a member that has a name is a param by itself, with `in: "+f.Model.Name+"`",
			"param %s is %s, and field %s, the further members of an object, is a map", diag.Quote(t.Param.Name), values.Describe(t.Param.Schema), diag.Quote(f.Model.Name))
	}
}

// checkShadows reports a further member with the name of one of the object's own.
func (s *scope) checkShadows(f *envelopes.Field, name string, pos diag.Pos) {
	if slices.Contains(f.Beside, name) {
		s.Reportf(pos, diag.BadIn, "fill that member's own field, or choose another name", "further member %s has the name of a member that the object has itself", diag.Quote(name))
	}
}

// checkIn reports params that are members of a field which cannot have any.
func (s *scope) checkIn() {
	for _, name := range s.order {
		d := s.declared[name]
		in := d.syntax.In
		if !in.Given() || !d.own {
			continue
		}
		f := s.fieldNamed(in.S, nil)
		switch {
		case f == nil:
			s.r.envelopes.UnknownField(in, s.e.envs)
		case !f.Model.Map:
			s.Reportf(in.Pos, diag.BadIn, "name the `field` of an object's `additionalProperties`", "field %s does not hold further members of an object", diag.Quote(in.S))
		}
	}
}
