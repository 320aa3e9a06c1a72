package resolve

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
)

// resolveText decides the text of Error: the nearest `text`, else the first
// envelope's, else the default (docs/spec.md#text). The default also stands in
// for a text whose optional params are absent.
func (s *scope) resolveText() {
	given := s.nearestText()
	if !given.Given() {
		s.e.model.Text = s.defaultText()
		return
	}
	texts, ok := s.in(nil).Texts(given)
	s.broken = s.broken || !ok
	s.e.model.Text = orElse(texts, s.defaultText)
}

func (s *scope) nearestText() load.Text {
	if link, _ := s.e.nearest(func(n *load.Entry) bool { return n.Text.Given() }); link != nil {
		return link.Text
	}
	if len(s.e.envs) > 0 {
		return s.e.envs[0].Syntax.Text
	}
	return load.Text{}
}

// defaultText is the most telling string field. Where it may be absent the next one
// stands in for it; then the close reason; in the end the description's first line, or the
// entry's name.
func (s *scope) defaultText() []*model.Template {
	var texts []*model.Template
	if env := s.e.model.Envelope; env != nil {
		for _, f := range env.TextFields() {
			more, always := s.fieldTexts(f)
			if texts = append(texts, more...); always {
				return texts
			}
		}
	}
	if reason := s.reasonTexts(); len(reason) > 0 {
		if texts = append(texts, reason...); slices.ContainsFunc(reason, isAlways) {
			return texts
		}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(s.e.syntax.Description.S), "\n")
	if line = strings.TrimSpace(line); line == "" {
		line = s.e.model.Name
	}
	return append(texts, model.ConstantTemplate(line))
}

// fieldTexts are the wordings that the entry fills a text with; always reports
// whether one of them can always be written.
func (s *scope) fieldTexts(f *model.Field) (texts []*model.Template, always bool) {
	for _, fill := range s.e.model.Fills {
		if fill.Field != f || fill.Omit {
			continue
		}
		for _, t := range fill.Wordings {
			text := t.Text()
			if text == nil {
				continue
			}
			texts = append(texts, text)
			always = always || templates.OptionalIn(t) == nil
		}
	}
	return texts, always
}

// orElse adds what is said where all of the texts lack an optional param.
func orElse(texts []*model.Template, otherwise func() []*model.Template) []*model.Template {
	if slices.ContainsFunc(texts, isAlways) {
		return texts
	}
	return append(texts, otherwise()...)
}

// isAlways reports whether a text can always be written.
func isAlways(t *model.Template) bool {
	return !slices.ContainsFunc(t.Params(), (*model.Param).MayBeAbsent)
}

// reasonTexts are the wordings of the close reason, none if it has none of its own.
func (s *scope) reasonTexts() []*model.Template {
	n := s.e.syntax.Close
	if n == nil || !n.Reason.Given() || s.reasonRead {
		return s.reason
	}
	texts, ok := s.in(nil).Texts(n.Reason)
	s.broken = s.broken || !ok
	s.reason, s.reasonRead = texts, true
	return texts
}

// resolveClose resolves a WebSocket close code and its reason (RFC 6455 section
// 7.4). Neither is inherited.
func (s *scope) resolveClose() {
	n := s.e.syntax.Close
	if n == nil || !n.Code.Given() {
		return
	}
	if !validClose(int(n.Code.N)) {
		s.Reportf(n.Code.Pos, diag.BadCloseCode, "use 1000 to 1003, 1007 to 1014, 3000 to 3999 (registered) or 4000 to 4999 (private)",
			"%d is no close code that can be sent", n.Code.N)
		return
	}
	c := &model.Close{Code: int(n.Code.N), Reason: s.e.model.Text}
	if n.Reason.Given() {
		texts := s.reasonTexts()
		c.Reason = orElse(texts, func() []*model.Template { return s.e.model.Text })
		for _, t := range texts {
			s.checkReason(t, n.Reason.Pos)
		}
	}
	s.e.model.Close = c
	s.r.catalog.HasClose = true
}

// validClose reports whether an endpoint may send a close code: those that the
// protocol keeps for itself (1004 to 1006, 1015) and those that nobody may
// define are not.
func validClose(code int) bool {
	return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999
}

func (s *scope) checkReason(t *model.Template, pos diag.Pos) {
	if n := t.LiteralLen(); n > model.MaxReason {
		s.Reportf(pos, diag.CloseReasonLength, "shorten it", "the close reason has at least %d bytes; a close frame has room for %d", n, model.MaxReason)
	}
}
