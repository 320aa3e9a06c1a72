package resolve

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
)

// usage says where a param stands.
type usage struct {
	first bool // in what is written: the first envelope, added headers, code, text, reason
	other bool // in what only another envelope asks for
	wire  bool // in anything that is sent
	read  bool // in a wording that is never written
}

// usages says for each param where it stands in what the entry was resolved to.
type usages map[*model.Param]*usage

func (u usages) at(p *model.Param) *usage {
	if u[p] == nil {
		u[p] = &usage{}
	}
	return u[p]
}

// sent notes a param that is written whatever the envelope.
func (u usages) sent(p *model.Param) {
	at := u.at(p)
	at.first, at.wire = true, true
}

// sentIn notes a param that is written in an envelope.
func (u usages) sentIn(p *model.Param, in, first *model.Envelope) {
	at := u.at(p)
	at.wire = true
	at.first = at.first || in == first
	at.other = at.other || in != first
}

// wordings notes the params of wordings: as written those up to the first wording that
// can always be written, as read those behind it.
func (u usages) wordings(ts []*model.Tree, sent func(*model.Param)) {
	written := true
	for _, t := range ts {
		always := true
		t.EachParam(func(p *model.Param) {
			always = always && !p.MayBeAbsent()
			if written {
				sent(p)
			} else {
				u.at(p).read = true
			}
		})
		written = written && !always
	}
}

// usages walks everything that the entry was resolved to.
func (s *scope) usages() usages {
	m := s.e.model
	uses := usages{}
	for _, f := range m.Fills {
		uses.wordings(f.Wordings, func(p *model.Param) { uses.sentIn(p, f.Field.Envelope, m.Envelope) })
		for _, t := range f.Wordings {
			t.EachParam(func(p *model.Param) { p.Sensitive = p.Sensitive || f.Field.Sensitive })
		}
	}
	for _, p := range s.params {
		if p == nil {
			continue
		}
		p.Sensitive = p.Sensitive || holdsSensitive(p.Schema, map[*model.Type]bool{})
		for _, f := range p.In {
			uses.sentIn(p, f.Envelope, m.Envelope)
		}
	}
	for _, h := range m.Headers {
		for _, line := range h.Lines {
			uses.wordings(line.Wordings, uses.sent)
		}
	}
	if m.Code != nil {
		each(m.Code.Template.Params(), uses.sent)
	}
	for _, t := range m.Text {
		each(t.Params(), func(p *model.Param) { uses.at(p).first = true })
	}
	if m.Close != nil {
		for _, t := range m.Close.Reason {
			each(t.Params(), uses.sent)
		}
	}
	return uses
}

func each(ps []*model.Param, f func(*model.Param)) {
	for _, p := range ps {
		f(p)
	}
}

// finishParams decides which params the entry has, their order
// (docs/spec.md#constructors) and their Go names.
func (s *scope) finishParams() {
	s.checkIn()
	uses := s.usages()
	m := s.e.model
	for _, name := range s.order {
		d := s.declared[name]
		p := s.params[name]
		if p == nil && (d.syntax.Private || d.own) {
			p = s.param(name)
		}
		if p == nil {
			continue
		}
		switch {
		case d.syntax.In.Given() && len(p.In) == 0: // reported, or a field that this entry's envelopes lack
		case uses[p] != nil || p.Private:
			m.Params = append(m.Params, p)
			s.kept[name] = true
		case d.own && !s.broken:
			s.r.reportUnused(d.name)
		}
	}
	for _, env := range s.e.envs {
		for _, f := range env.Wire {
			if p := s.params[f.Model.Name]; p != nil && p.Implied && uses[p] != nil && !slices.Contains(m.Params, p) {
				m.Params = append(m.Params, p)
			}
		}
	}
	for _, p := range m.Params {
		s.finishParam(p, uses[p])
		s.checkMarkup(p)
	}
	s.nameParams()
	m.Static = !m.StatusParam && !slices.ContainsFunc(m.Params, (*model.Param).Required)
}

func (s *scope) finishParam(p *model.Param, u *usage) {
	if u != nil && u.other && !u.first {
		p.Optional = true
	}
	if u != nil && u.read && !u.wire && p.Required() {
		s.Reportf(s.paramPos(p.Name), diag.UnusedParam, "put the wording that names it first, or make the param optional",
			"param %s is never written: a wording before the one that names it always can be", diag.Quote(p.Name))
	}
	if p.Private && u != nil && (u.wire || u.read) {
		s.Reportf(s.paramPos(p.Name), diag.PrivateOnWire, "leave `private` out, or take the param out of fields, headers, code and close reason",
			"param %s is for logs only, but the response would hold it", diag.Quote(p.Name))
	}
	p.Go = schemas.MayBeAbsent(p.Schema, p.MayBeAbsent())
}

// nameParams claims the Go names of the params: struct fields and arguments.
func (s *scope) nameParams() {
	m := s.e.model
	fields, args := names.NewSpace(s.r.List), names.NewSpace(s.r.List)
	if m.StatusParam {
		fields.Claim("Status", s.e.syntax.Name.Pos, "the status of the occurrence")
		args.Claim("status", s.e.syntax.Name.Pos, "the status of the occurrence")
	}
	for _, p := range m.Params {
		what := "param " + diag.Quote(p.Name)
		p.GoName = names.Field(p.GoName)
		p.ArgName = names.Argument(p.GoName)
		pos := s.paramPos(p.Name)
		if fields.Claim(p.GoName, pos, what) && p.Required() {
			args.Claim(p.ArgName, pos, "the argument for "+what)
		}
	}
}

// holdsSensitive reports whether something within a schema is sensitive: logs have a
// param as a whole, so it is hidden as a whole. seen are the types that are not.
func holdsSensitive(s *model.Schema, seen map[*model.Type]bool) bool {
	switch {
	case s == nil || seen[s.Ref]:
		return false
	case s.Sensitive || holdsSensitive(s.Items, seen) || holdsSensitive(s.Additional, seen):
		return true
	case s.Ref != nil:
		seen[s.Ref] = true
		return holdsSensitive(s.Ref.Schema, seen)
	}
	return slices.ContainsFunc(s.OneOf, func(a *model.Schema) bool { return holdsSensitive(a, seen) }) ||
		slices.ContainsFunc(s.Properties, func(p model.Property) bool { return holdsSensitive(p.Schema, seen) })
}
