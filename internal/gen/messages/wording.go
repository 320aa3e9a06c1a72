package messages

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// said are the wordings of what an entry says (docs/spec.md#text) that an occurrence can
// have: the first is said of which all params are there. The last one always can be.
// What names a param that is for logs alone is no text for anybody else.
func said(e *model.Entry) []*model.Template {
	var texts []*model.Template
	for _, t := range e.Text {
		if slices.ContainsFunc(t.Params(), func(p *model.Param) bool { return p.Private }) {
			continue
		}
		texts = append(texts, t)
		if len(optional(t)) == 0 {
			return texts
		}
	}
	line, _, _ := strings.Cut(strings.TrimSpace(e.Description), "\n")
	return append(texts, model.ConstantTemplate(cmp.Or(strings.TrimSpace(line), e.Name)))
}

// optional are the params of a wording that may be absent.
func optional(t *model.Template) []*model.Param {
	return slices.DeleteFunc(t.Params(), func(p *model.Param) bool { return !p.MayBeAbsent() })
}

// choice is a wording, or the question whether a param is there.
type choice struct {
	text            *model.Template
	param           *model.Param
	present, absent *choice
}

// maxWordings bounds how many wordings a choice has, which says some of them several times.
const maxWordings = 64

// choose makes a choice of the wordings that an entry has. Where that would become too
// large the first of them, which say the most, are left out.
func choose(texts []*model.Template) *choice {
	for {
		left := maxWordings
		if c := among(texts, nil, &left); c != nil {
			return c
		}
		texts = texts[1:]
	}
}

// among is the choice where some params are known to be there; nil if it is too large.
func among(texts []*model.Template, there []*model.Param, left *int) *choice {
	for _, p := range optional(texts[0]) {
		if slices.Contains(there, p) {
			continue
		}
		without := slices.DeleteFunc(slices.Clone(texts), func(t *model.Template) bool { return slices.Contains(t.Params(), p) })
		present := among(texts, append(slices.Clone(there), p), left)
		if present == nil {
			return nil
		}
		absent := among(without, there, left)
		if absent == nil {
			return nil
		}
		return &choice{param: p, present: present, absent: absent}
	}
	if *left--; *left < 0 {
		return nil
	}
	return &choice{text: texts[0]}
}
