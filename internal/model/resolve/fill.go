package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// source is where a field of the entry gets its value from.
type source struct {
	kind  sourceKind
	value *load.Value // filledSource, defaultSource
	depth int         // link of the chain
	pos   diag.Pos
}

type sourceKind uint8

const (
	openSource    sourceKind = iota // nowhere: it is a param
	omittedSource                   // never present
	filledSource                    // the entry or an ancestor
	defaultSource                   // the leaf's default
)

// filling is a field of the entry with what stands in it.
type filling struct {
	src         source
	begun, done bool // the resolution of trees, which may lead back to it
	trees       []*model.Tree
	ok          bool
}

// resolveFills fills all fields of all envelopes of the entry.
func (s *scope) resolveFills() {
	for _, env := range s.e.envs {
		for _, f := range env.Fields.All() {
			s.resolveFill(f)
		}
		for _, f := range []*envelopes.Field{env.Status, env.Code} {
			if f != nil && s.source(f).kind == omittedSource {
				s.e.model.Fills = append(s.e.model.Fills, &model.Fill{Field: f.Model, Omit: true})
			}
		}
	}
}

func (s *scope) resolveFill(f *envelopes.Field) {
	src := s.source(f)
	fill := &model.Fill{Field: f.Model, Own: src.kind == filledSource || src.kind == defaultSource && hasPlaceholder(src.value)}
	s.e.model.Fills = append(s.e.model.Fills, fill)
	switch src.kind {
	case omittedSource:
		fill.Omit = true
		s.addMembers(f, nil)
		return
	case openSource:
		fill.Open = true
		fill.Wordings = s.openTrees(f)
		s.checkMarkupPlaces(f, fill.Wordings)
		s.checkHeaders(f, fill.Wordings, src.pos)
		s.checkMap(f, fill.Wordings, src.pos)
		s.addMembers(f, nil)
		return
	}
	trees, ok := s.fieldTrees(f, src.pos)
	fill.Wordings = trees
	s.addMembers(f, trees)
	if !ok {
		return
	}
	pos := src.pos
	for _, t := range trees {
		for _, m := range t.Members {
			s.checkShadows(f, m.Name, pos)
		}
	}
	s.checkMarkupPlaces(f, trees)
	s.checkMap(f, trees, pos)
	in := s.in(f.Env)
	in.CheckPlacement(trees, f.Model.Optional, pos, "field "+diag.Quote(f.Model.Name), templates.RemedyWording)
	s.checkHeaders(f, trees, pos)
	for _, p := range f.Places {
		for _, t := range trees {
			in.CheckTree(t, p.Node.Schema, pos)
			if v, constant := t.Value(); constant && p.Means(v) {
				s.Reportf(pos, diag.ValueNotAllowed, "give another value, or take it out of `success`", "%s means success where it stands", values.Show(v))
			}
		}
	}
}

// hasPlaceholder reports whether a value differs from entry to entry.
func hasPlaceholder(v *load.Value) bool {
	if v == nil {
		return false
	}
	t, _ := templates.Parse(v.Text)
	return len(t.Names()) > 0 || slices.ContainsFunc(v.Items, hasPlaceholder) ||
		slices.ContainsFunc(v.Members, func(m load.Member) bool { return hasPlaceholder(m.Value) })
}

// openTrees is what stands in an open field: its own param.
func (s *scope) openTrees(f *envelopes.Field) []*model.Tree {
	p := s.param(f.Model.Name)
	tree, problem := s.in(f.Env).Alone(p, f.Model.Schema)
	if problem != "" {
		s.Reportf(s.paramPos(f.Model.Name), diag.ParamType, "give the field a value, or let the types agree", "field %s of envelope %s takes %s, but param %s is %s",
			diag.Quote(f.Model.Name), diag.Quote(f.Env.Model.Name), values.Describe(f.Model.Schema), diag.Quote(p.Name), values.Describe(p.Schema))
		s.broken = true
		return nil
	}
	return []*model.Tree{tree}
}

// paramPos is where a param is declared, else the entry.
func (s *scope) paramPos(name string) diag.Pos {
	if d := s.declared[name]; d != nil {
		return d.name.Pos
	}
	return s.e.syntax.Name.Pos
}

// source finds the nearest of `fields`, `headers` and `omit` in the chain; else
// the leaf's default; else the field is open
// (docs/spec.md#how-an-entry-is-resolved).
func (s *scope) source(f *envelopes.Field) source {
	if fl := s.fills[f]; fl != nil {
		return fl.src
	}
	src := s.findSource(f)
	s.fills[f] = &filling{src: src}
	return src
}

func (s *scope) findSource(f *envelopes.Field) source {
	for i, link := range s.e.chain {
		if src, ok := s.linkSource(f, link); ok {
			src.depth = i
			return src
		}
	}
	for _, p := range f.Places {
		if v := p.Syntax.Default; v != nil {
			return source{kind: defaultSource, value: v, pos: v.Pos}
		}
	}
	return source{kind: openSource, pos: s.e.syntax.Name.Pos}
}

// linkSource is what one link of the chain says of a field.
func (s *scope) linkSource(f *envelopes.Field, link *load.Entry) (src source, ok bool) {
	take := func(name load.Text, v *load.Value) {
		if ok {
			s.r.ReportfAt(name.Pos, diag.FilledTwice, diag.Related{Pos: src.pos, Message: "the other value"}, "say it once", "field %s gets two values here", diag.Quote(f.Model.Name))
			return
		}
		src, ok = source{kind: filledSource, value: v, pos: name.Pos}, true
		if v != nil && v.Pos.IsValid() {
			src.pos = v.Pos
		}
	}
	for _, m := range link.Fields {
		if m.Key.S == f.Model.Name && f != f.Env.Code && f != f.Env.Status {
			take(m.Key, m.Value)
		}
	}
	for _, h := range s.r.headersOf(link) {
		if f.IsHeader(h.name) {
			take(h.member.Key, h.member.Value)
		}
	}
	for _, name := range link.Omit {
		switch {
		case name.S != f.Model.Name:
		case !f.Model.Optional: // said for other envelopes
		case ok:
			take(name, nil)
		default:
			return source{kind: omittedSource, pos: name.Pos}, true
		}
	}
	if ok && src.value != nil && isItself(src.value, f.Model.Name) {
		src.kind = openSource
	}
	return src, ok
}

// isItself reports whether a field is filled with the param of its own name,
// which is how an open field behaves.
func isItself(v *load.Value, name string) bool {
	t, _ := templates.Parse(v.Text)
	alone, _ := t.Alone()
	return alone == name
}

// fieldTrees resolves what a field holds, one tree per wording. A field that is
// filled with itself, by whatever detour, is reported.
func (s *scope) fieldTrees(f *envelopes.Field, pos diag.Pos) ([]*model.Tree, bool) {
	src := s.source(f)
	fl := s.fills[f]
	switch {
	case fl.done:
		return fl.trees, fl.ok
	case fl.begun:
		s.Reportf(src.pos, diag.TemplateCycle, "write one of the texts out", "field %s is filled with itself", diag.Quote(f.Model.Name))
		return nil, false
	}
	fl.begun = true
	fl.trees, fl.ok = s.sourceTrees(f, src)
	if !fl.ok {
		fl.trees = nil
	}
	fl.done = true
	s.broken = s.broken || !fl.ok
	return fl.trees, fl.ok
}

func (s *scope) sourceTrees(f *envelopes.Field, src source) ([]*model.Tree, bool) {
	v := src.value
	if v == nil || v.Broken {
		return nil, false
	}
	schema := f.Model.Schema
	if v.Kind != load.Sequence || schema.Resolved().Kind != model.StringKind {
		return s.reader(f).Trees(v, schema)
	}
	if len(v.Items) == 0 {
		s.Reportf(v.Pos, diag.ValueType, "write at least one wording", "a list of wordings is empty")
		return nil, false
	}
	var all []*model.Tree
	good := true
	for _, item := range v.Items {
		ts, ok := s.reader(f).Trees(item, schema)
		all, good = append(all, ts...), good && ok
	}
	return all, good
}

// resolveMatch takes the fields that must agree always, those that the entry's
// envelopes have.
func (s *scope) resolveMatch() {
	link, depth := s.e.nearest(func(n *load.Entry) bool { return n.Has("match") })
	if link == nil {
		return
	}
	s.e.model.MatchGiven = true
	for _, n := range link.Match {
		switch {
		case s.e.envs.Field(n.S) != nil:
			s.e.model.Match = append(s.e.model.Match, n.S)
		case depth == 0:
			s.r.envelopes.UnknownField(n, s.e.envs)
		}
	}
}
