package resolve

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
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
	texts, ok := s.textTemplate(given)
	s.broken = s.broken || !ok
	s.e.model.Text = orElse(texts, s.defaultText)
}

// orElse adds what is said where all of the texts lack an optional param.
func orElse(texts []*model.Template, otherwise func() []*model.Template) []*model.Template {
	for _, t := range texts {
		if !slices.ContainsFunc(t.Params(), isAbsentable) {
			return texts
		}
	}
	return append(texts, otherwise()...)
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
func (s *scope) textTemplate(t load.Text) ([]*model.Template, bool) {
	parsed, problem := parseTemplate(t.S)
	if problem != "" {
		s.badTemplate(t.Pos, t.S, problem)
		return nil, false
	}
	wordings, ok := s.expand(parsed, nil, t.Pos)
	if !ok {
		return nil, false
	}
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
	if f.Field.Schema.Resolved().Kind != model.StringKind || f.Field.Sensitive || f.Omit {
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
	case t.Param != nil && values.IsScalar(t.Param.Schema) && !values.IsNullable(t.Param.Schema):
		return &model.Template{Parts: []model.Part{{Kind: model.ParamPart, Param: t.Param}}}
	case t.Param != nil:
		return nil
	case t.Template != nil:
		return t.Template
	case t.Kind == model.NumberValue || t.Kind == model.BoolValue:
		v, _ := treeValue(t)
		return literalTemplate(values.TextOf(v))
	}
	return nil
}
