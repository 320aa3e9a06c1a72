package resolve

import (
	"go/token"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
)

// scope is one entry being resolved: what the names in its templates stand for.
type scope struct {
	r *resolver
	e *entry

	declared   map[string]*declaration // the nearest of each name
	order      []string                // their names, the eldest ancestor's first
	params     map[string]*model.Param // made so far
	kept       map[string]bool         // params that the entry has in the end
	fills      map[*envelopes.Field]*filling
	code       *model.Code
	reason     []*model.Template // of a close code, once it is read
	reasonRead bool
	openCode   bool // the code is, or holds, a param of the name `code`
	broken     bool // something was reported: params may seem unused that are not
}

// declaration is a param as declared by the nearest link of the chain.
type declaration struct {
	syntax *load.Schema
	name   load.Text
	own    bool   // by the entry itself
	depth  int    // its link of the chain
	owner  string // entry that declares it, "" for the defaults
}

func newScope(r *resolver, e *entry) *scope {
	s := &scope{
		r: r, e: e,
		declared: map[string]*declaration{}, params: map[string]*model.Param{},
		kept: map[string]bool{}, fills: map[*envelopes.Field]*filling{},
	}
	for i := len(e.chain) - 1; i >= 0; i-- {
		for _, p := range e.chain[i].Params {
			if p.Schema == nil {
				continue
			}
			if s.declared[p.Name.S] == nil {
				s.order = append(s.order, p.Name.S)
			}
			s.declared[p.Name.S] = &declaration{syntax: p.Schema, name: p.Name, own: i == 0, depth: i, owner: e.chain[i].Name.S}
		}
	}
	if len(s.order) > load.MaxParts {
		s.Reportf(e.syntax.Name.Pos, diag.OverLimit, "let a map (`additionalProperties`) or a list hold what is alike", "entry %s has more than %d params, with those that it inherits", diag.Quote(e.syntax.Name.S), load.MaxParts)
		s.order, s.declared, s.broken = nil, map[string]*declaration{}, true
	}
	return s
}

// resolve resolves all of the entry that depends on no other entry's model.
func (s *scope) resolve() {
	s.r.resolveStatus(s.e)
	s.r.checkFieldNames(s.e.syntax, s.e.envs)
	s.resolveCode()
	s.resolveFills()
	s.resolveHeaders()
	s.resolveMatch()
	s.resolveText()
	s.resolveClose()
	s.finishParams()
	s.resolveProse()
	s.e.broken = s.broken
}

// related points at the entry for which an inherited text was resolved.
func (s *scope) related() diag.Related {
	return diag.Related{Pos: s.e.syntax.Name.Pos, Message: "as it is for entry " + diag.Quote(s.e.model.Name)}
}

// Reportf adds a finding about a place that other entries may inherit.
func (s *scope) Reportf(pos diag.Pos, code diag.Code, remedy, format string, args ...any) {
	from, end := s.e.syntax.Name.Pos, s.e.end
	own := pos.File == from.File && pos.Compare(from) >= 0 && (!end.IsValid() || pos.Compare(end) < 0)
	if own {
		s.r.Reportf(pos, code, remedy, format, args...)
		return
	}
	s.r.ReportfAt(pos, code, s.related(), remedy, format, args...)
}

// within is a scope as templates of an envelope see it, nil for none.
type within struct {
	*scope
	env *envelopes.Envelope
}

// in reads templates of an envelope.
func (s *scope) in(env *envelopes.Envelope) templates.Reader {
	return templates.Reader{Scope: within{s, env}, Literals: s.r.Literals}
}

// Lookup finds what a name stands for: a param, else a field, else one of the names
// that begin with $.
func (s within) Lookup(name string, pos diag.Pos) (templates.Binding, bool) {
	env := s.env
	if s.namesParam(name, env) {
		p := s.param(name)
		return templates.Binding{Param: p}, p != nil
	}
	switch name {
	case "$name":
		return templates.Binding{Parts: []model.Part{{Literal: s.e.model.Name}}}, true
	case "$status":
		return s.statusBinding(env), true
	case "$code":
		return s.codeBinding(pos)
	}
	if f := s.fieldNamed(name, env); f != nil {
		return s.fieldBinding(f, pos)
	}
	if s.e.envs.HasSpecial(name) {
		return s.Lookup("$"+name, pos)
	}
	s.unknownName(name, pos)
	return templates.Binding{}, false
}

// namesParam reports whether a name in a template is a declared param's. The
// declaration of an ancestor, for a field that was open there and is filled here,
// is not: then the name is the field's, but for the field's own value.
func (s *scope) namesParam(name string, env *envelopes.Envelope) bool {
	d := s.declared[name]
	if d == nil {
		return s.openCode && name == "code"
	}
	f := s.fieldNamed(name, env)
	if f == nil {
		return true
	}
	src := s.source(f)
	if src.kind != filledSource && src.kind != omittedSource || s.fills[f].begun && !s.fills[f].done {
		return src.kind == openSource || hasType(d.syntax)
	}
	return src.depth >= d.depth && hasType(d.syntax)
}

// fieldNamed is the field of a name in an envelope, else in the first of the
// entry's envelopes that has one.
func (s *scope) fieldNamed(name string, env *envelopes.Envelope) *envelopes.Field {
	if env != nil {
		if f, ok := env.Fields.Get(name); ok {
			return f
		}
	}
	return s.e.envs.Field(name)
}

func (s *scope) fieldBinding(f *envelopes.Field, pos diag.Pos) (templates.Binding, bool) {
	switch src := s.source(f); src.kind {
	case openSource:
		p := s.param(f.Model.Name)
		return templates.Binding{Param: p}, p != nil
	case omittedSource:
		s.Reportf(pos, diag.OmittedField, "fill the field, or leave it out of the text", "field %s is never present in this entry", diag.Quote(f.Model.Name))
		return templates.Binding{}, false
	}
	trees, ok := s.fieldTrees(f, pos)
	return templates.Binding{Field: trees}, ok
}

// statusBinding is the entry's status in an envelope: a literal if it has one
// only, else the occurrence's.
func (s *scope) statusBinding(env *envelopes.Envelope) templates.Binding {
	set := s.e.model.Status
	for i, e := range s.e.envs {
		if e == env && i < len(s.e.model.ReadStatus) {
			set = s.e.model.ReadStatus[i]
		}
	}
	if only, ok := set.Only(); ok {
		return templates.Binding{Parts: []model.Part{{Literal: strconv.Itoa(only)}}, Plain: true}
	}
	return templates.Binding{Parts: []model.Part{{Kind: model.StatusPart}}, Plain: true}
}

func (s *scope) codeBinding(pos diag.Pos) (templates.Binding, bool) {
	if s.code == nil {
		s.Reportf(pos, diag.UnknownPlaceholder, "give the entry a `code`, or leave {$code} out", "{$code} stands for nothing: the entry has no code")
		return templates.Binding{}, false
	}
	if p := s.code.Template.Parts; len(p) == 1 && p[0].Kind == model.ParamPart {
		return templates.Binding{Param: p[0].Param}, true
	}
	return templates.Binding{Parts: s.code.Template.Parts, Plain: true}, true
}

func (s *scope) unknownName(name string, pos diag.Pos) {
	names := append([]string{}, s.order...)
	for _, e := range s.e.envs {
		names = append(names, e.Fields.Names...)
		if what := e.Fixed[name]; what != "" {
			s.Reportf(pos, diag.UnknownPlaceholder, "name a param or a field; {{ and }} are braces", "{%s} names %s of the envelope, which cannot stand in a text", name, what)
			return
		}
	}
	names = append(names, "$status", "$code", "$name")
	otherwise := "declare it under `params`; write {{ and }} for braces that are meant as such"
	switch {
	case strings.HasPrefix(name, "$"):
		otherwise = "there is {$status}, {$code} and {$name}; write {{ and }} for braces that are meant as such"
	case !token.IsIdentifier(name) && !token.IsKeyword(name):
		otherwise = "write {{ and }} for braces that are meant as such; a value that is given later is a param, with a name of letters, digits and _: {order}"
	}
	remedy := s.r.DidYouMean(name, names, otherwise)
	s.Reportf(pos, diag.UnknownPlaceholder, remedy, "there is no param and no field %s", diag.Quote(name))
}
