package resolve

import (
	"net/http"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/envelopes"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// headerPlace is a header that holds a text of the entry.
type headerPlace struct {
	name  string
	forms []model.AsForm         // the first is how the text is written
	lists func(text string) bool // not nil: what its field lists, which is checked there
}

// checkHeaders checks what a field holds in those of its places that are headers.
func (s *scope) checkHeaders(f *envelopes.Field, ts []*model.Tree, pos diag.Pos) {
	for _, p := range f.Places {
		if p.Header {
			s.checkHeaderTexts(ts, pos, headerPlace{p.Node.Name, p.Node.As, f.Lists})
		}
	}
}

// checkHeaderTexts reports what cannot be sent in a header of wordings: of their words,
// and of what their params are known to be.
func (s *scope) checkHeaderTexts(ts []*model.Tree, pos diag.Pos, h headerPlace) {
	for _, t := range ts {
		if !s.checkHeaderParts(partsOf(t), pos, h) {
			return
		}
		if strings.EqualFold(h.name, "Retry-After") && len(h.forms) == 0 && t != nil && t.Template != nil && !isWait(t.Template) {
			s.Reportf(pos, diag.BadHeader, "write a number of seconds, a date as in Wed, 21 Oct 2015 07:28:00 GMT, or a param alone",
				"header %s says when to try again: digits, a date, or nothing but a param", diag.Quote(h.name))
			return
		}
	}
}

// partsOf are the words and params of a value.
func partsOf(t *model.Tree) []model.Part {
	switch {
	case t == nil:
		return nil
	case t.Param != nil:
		return []model.Part{{Kind: model.ParamPart, Param: t.Param}}
	case t.Template != nil:
		return t.Template.Parts
	}
	return nil
}

// checkHeaderParts checks one wording. It reports false if its words cannot be sent.
func (s *scope) checkHeaderParts(parts []model.Part, pos diag.Pos, h headerPlace) bool {
	first, last := envelopes.ValueEnds(h.forms)
	for i, part := range parts {
		begins, ends := first && i == 0, last && i == len(parts)-1
		if part.Param != nil {
			s.checkHeaderParam(part.Param, pos, h, begins, ends)
			continue
		}
		if problem, remedy := envelopes.HeaderProblem(part.Literal, begins, ends); problem != "" {
			s.Reportf(pos, diag.BadHeader, remedy, "the value of header %s %s", diag.Quote(h.name), problem)
			return false
		}
	}
	return true
}

// checkHeaderParam checks the texts that a param lists, and its default.
func (s *scope) checkHeaderParam(p *model.Param, pos diag.Pos, h headerPlace, begins, ends bool) {
	texts := values.Texts(p.Schema)
	if p.Default != nil {
		texts = append(texts, values.TextsOf([]model.Value{*p.Default})...)
	}
	for _, text := range texts {
		problem, remedy := envelopes.HeaderProblem(text, begins, ends)
		if problem == "" || h.lists != nil && h.lists(text) {
			continue
		}
		s.Reportf(s.textPos(p, text, pos), diag.BadHeader, remedy, "if param %s is %s, the value of header %s %s",
			diag.Quote(p.Name), diag.Quote(text), diag.Quote(h.name), problem)
	}
}

// textPos is where a declared param says a text.
func (s *scope) textPos(p *model.Param, text string, otherwise diag.Pos) diag.Pos {
	if d := s.declared[p.Name]; d != nil && !p.Implied {
		return envelopes.ValuePos(d.syntax, text)
	}
	return otherwise
}

// isWait reports whether a template is a value of Retry-After (RFC 9110 section 10.2.3).
func isWait(t *model.Template) bool {
	text, isConstant := t.Constant()
	if !isConstant {
		return len(t.Parts) == 1
	}
	_, err := http.ParseTime(text)
	return err == nil || text != "" && strings.Trim(text, "0123456789") == ""
}
