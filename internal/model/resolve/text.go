package resolve

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// resolveText decides the text of Error: the nearest `text`, else the first
// envelope's, else the default (docs/spec.md section 4).
func (s *scope) resolveText() {
	given := s.nearestText()
	if !given.Given() {
		s.e.model.Text = s.defaultText()
		return
	}
	texts, ok := s.textTemplate(given, "the text")
	s.broken = s.broken || !ok
	s.e.model.Text = texts
}

func (s *scope) nearestText() load.Text {
	for _, link := range s.e.chain {
		if link.Text.Given() {
			return link.Text
		}
	}
	if len(s.e.envs) > 0 {
		return s.e.envs[0].syntax.Text
	}
	return load.Text{}
}

// textTemplate resolves a text that is no field's: of Error, of a close reason.
func (s *scope) textTemplate(t load.Text, what string) ([]*model.Template, bool) {
	parsed, problem := parseTemplate(t.S)
	if problem != "" {
		s.badTemplate(t.Pos, t.S, problem)
		return nil, false
	}
	wordings, ok := s.expand(parsed, nil, t.Pos)
	if !ok {
		return nil, false
	}
	s.checkPlacement(textTrees(wordings), false, t.Pos, what)
	var texts []*model.Template
	for _, parts := range wordings {
		texts = append(texts, &model.Template{Parts: parts})
	}
	return texts, true
}

// defaultText is the first string field in wire order, those of the body first:
// a header's value says less. Where it may be absent the next one stands in for
// it; in the end the description's first line, or the entry's name.
func (s *scope) defaultText() []*model.Template {
	var texts []*model.Template
	for _, header := range []bool{false, true} {
		for _, fill := range s.e.model.Fills {
			if fill.Field.Envelope != s.e.model.Envelope || fill.Field.Header != header {
				continue
			}
			more, always := fillTexts(fill)
			if texts = append(texts, more...); always {
				return texts
			}
		}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(s.e.syntax.Description.S), "\n")
	if line = strings.TrimSpace(line); line == "" {
		line = s.e.model.Name
	}
	return append(texts, literalTemplate(line))
}

// fillTexts are the wordings of a field that is a text and may be shown; always
// reports whether one of them can always be written.
func fillTexts(f *model.Fill) (texts []*model.Template, always bool) {
	if under(f.Field.Schema).Kind != model.StringKind || f.Field.Sensitive || f.Omit {
		return nil, false
	}
	for _, t := range f.Wordings {
		text := treeText(t)
		if text == nil {
			continue
		}
		texts = append(texts, text)
		always = always || optionalIn(t) == nil
	}
	return texts, always
}

// treeText is a scalar tree as a template; nil for null and for what is no scalar.
func treeText(t *model.Tree) *model.Template {
	switch {
	case t == nil:
		return nil
	case t.Param != nil && isScalar(t.Param.Schema) && !isNullable(t.Param.Schema):
		return &model.Template{Parts: []model.Part{{Kind: model.ParamPart, Param: t.Param}}}
	case t.Param != nil:
		return nil
	case t.Template != nil:
		return t.Template
	case t.Kind == model.NumberValue || t.Kind == model.BoolValue:
		v, _ := treeValue(t)
		return literalTemplate(scalarText(v))
	}
	return nil
}

// resolveClose resolves a WebSocket close code and its reason (RFC 6455 section
// 7.4). Neither is inherited.
func (s *scope) resolveClose() {
	n := s.e.syntax.Close
	if n == nil || !n.Code.Given() {
		return
	}
	if !validClose(int(n.Code.N)) {
		s.report(n.Code.Pos, diag.BadCloseCode, "use 1000 to 1003, 1007 to 1014, 3000 to 3999 (registered) or 4000 to 4999 (private)",
			"%d is no close code that can be sent", n.Code.N)
		return
	}
	c := &model.Close{Code: int(n.Code.N), Reason: s.e.model.Text}
	if n.Reason.Given() {
		texts, ok := s.textTemplate(n.Reason, "the close reason")
		s.broken = s.broken || !ok
		c.Reason = texts
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

// reasonLimit is what a close frame has room for: 125 bytes less the code (RFC
// 6455 section 5.5).
const reasonLimit = 123

func (s *scope) checkReason(t *model.Template, pos diag.Pos) {
	if n := t.LiteralLen(); n > reasonLimit {
		s.report(pos, diag.CloseReasonLength, "shorten it", "the close reason has at least %d bytes; a close frame has room for %d", n, reasonLimit)
	}
}

// resolveProse takes over what is said about the entry.
func (s *scope) resolveProse() {
	r, m, n := s.r, s.e.model, s.e.syntax
	var group, source load.Text
	for i := len(s.e.chain) - 1; i >= 0; i-- {
		link := s.e.chain[i]
		if link.Group.Given() {
			group = link.Group
		}
		if link.Source.Given() {
			source = link.Source
		}
		if link.Retryable != nil {
			m.Retryable = link.Retryable.B
		}
		if link.Stability.Given() {
			m.Stability = link.Stability.S
		}
		if link.Has("tags") {
			m.Tags = nil
			for _, t := range link.Tags {
				m.Tags = append(m.Tags, t.S)
			}
		}
	}
	m.Source = r.sourceNamed(source)
	if group.Given() {
		g, ok := r.groups.get(group.S)
		if !ok {
			r.unknown(group, diag.UnknownGroup, "group", r.groups.names)
		} else {
			m.Group = g
			g.Entries = append(g.Entries, m)
		}
	}
	m.Description, m.DocURL = n.Description.S, r.docsURL(n.Docs)
	if d := n.Deprecated; d != nil {
		m.Deprecated = &model.Deprecated{Since: d.Since.S, Sunset: d.Sunset.S, Replacement: r.entryNamed(d.Replacement)}
	}
}

// entryNamed finds the entry that a text names, nil if none is given.
func (r *resolver) entryNamed(t load.Text) *model.Entry {
	if !t.Given() {
		return nil
	}
	e, ok := r.entries.get(t.S)
	if !ok {
		r.unknown(t, diag.UnknownEntry, "entry", r.entries.names)
		return nil
	}
	return e.model
}
