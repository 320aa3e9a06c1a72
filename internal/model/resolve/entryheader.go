package resolve

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
)

// linkHeader is a header of a link of a chain, by its canonical name.
type linkHeader struct {
	name   string
	member load.Member
}

// headersOf returns the headers of a link with their canonical names. Names that
// are none are reported and left out.
func (r *resolver) headersOf(link *load.Entry) []linkHeader {
	if len(link.Headers) == 0 {
		return nil
	}
	if hs, ok := r.linkHeaders[link]; ok {
		return hs
	}
	seen := map[string]diag.Pos{}
	var hs []linkHeader
	for _, m := range link.Headers {
		if name, ok := r.envelopes.HeaderName(m.Key, seen); ok {
			hs = append(hs, linkHeader{name, m})
		}
	}
	r.linkHeaders[link] = hs
	return hs
}

// resolveHeaders resolves the headers that the entry adds to those of its
// envelope; what fills a declared header is a fill like others.
func (s *scope) resolveHeaders() {
	seen := map[string]bool{}
	for i, link := range s.e.chain {
		for _, h := range s.r.headersOf(link) {
			if seen[h.name] {
				continue
			}
			seen[h.name] = true
			if len(s.e.envs) > 0 && s.declares(s.e.envs[0], h) {
				continue
			}
			if len(s.e.envs) == 0 && i > 0 {
				continue // nothing is written
			}
			if fill := s.addedHeader(h); fill != nil {
				s.e.model.Headers = append(s.e.model.Headers, fill)
			}
		}
	}
}

// declares reports whether the written envelope has a header. One that is no
// field cannot be filled.
func (s *scope) declares(env *envelopes.Envelope, h linkHeader) bool {
	for _, n := range env.Model.Headers {
		if n.Name != h.name {
			continue
		}
		switch n.Kind {
		case model.ConstNode:
			s.Reportf(h.member.Key.Pos, diag.BadHeader, "leave it out here", "header %s is a constant of the envelope", diag.Quote(h.name))
		case model.ExchangeNode:
			s.Reportf(h.member.Key.Pos, diag.BadHeader, "leave it out here: the writer supplies it", "header %s is an exchange value of the envelope", diag.Quote(h.name))
		case model.CodeNode, model.StatusNode:
			s.Reportf(h.member.Key.Pos, diag.BadHeader, "say it under `code` or `status`", "header %s holds the code or the status", diag.Quote(h.name))
		}
		return true
	}
	return false
}

// headerSchema is what an added header takes: text.
var headerSchema = &model.Schema{Kind: model.StringKind}

// addedHeader resolves the lines of an added header.
func (s *scope) addedHeader(h linkHeader) *model.HeaderFill {
	v := h.member.Value
	if v == nil || v.Broken {
		s.broken = true
		return nil
	}
	lines := []*load.Value{v}
	if v.Kind == load.Sequence {
		lines = v.Items
	}
	fill, in := &model.HeaderFill{Name: h.name, Spelling: h.member.Key.S}, s.in(nil)
	for _, line := range lines {
		ts, ok := in.Trees(line, headerSchema)
		if !ok {
			s.broken = true
			continue
		}
		if line.Kind == load.Scalar {
			in.CheckPlacement(ts, true, line.Pos, "header "+diag.Quote(h.name), templates.RemedyHeader)
			s.checkHeaderTexts(ts, line.Pos, headerPlace{name: h.name})
		}
		fill.Lines = append(fill.Lines, &model.Header{Wordings: ts})
	}
	if len(fill.Lines) == 0 {
		return nil
	}
	return fill
}
