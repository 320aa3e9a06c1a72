package resolve

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
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
	for _, link := range s.e.chain {
		if link.Text.Given() {
			return link.Text
		}
	}
	if len(s.e.envs) > 0 {
		return s.e.envs[0].Syntax.Text
	}
	return load.Text{}
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
	return append(texts, model.ConstantTemplate(line))
}

// fillTexts are the wordings of a field that is a text and may be shown; always
// reports whether one of them can always be written.
func fillTexts(f *model.Fill) (texts []*model.Template, always bool) {
	if f.Field.Schema.Resolved().Kind != model.StringKind || f.Field.Sensitive || f.Omit {
		return nil, false
	}
	for _, t := range f.Wordings {
		text := t.Text()
		if text == nil {
			continue
		}
		texts = append(texts, text)
		always = always || templates.OptionalIn(t) == nil
	}
	return texts, always
}

// orElse adds what is said where all of the texts lack an optional param.
func orElse(texts []*model.Template, otherwise func() []*model.Template) []*model.Template {
	for _, t := range texts {
		if !slices.ContainsFunc(t.Params(), (*model.Param).MayBeAbsent) {
			return texts
		}
	}
	return append(texts, otherwise()...)
}
