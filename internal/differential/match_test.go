package differential

import (
	"encoding/json"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// matchTree matches a value with what an entry fills a place with.
func matchTree(t *model.Tree, v any, in medium, c context) bool {
	switch {
	case t.Param != nil:
		_, ok := alone(t, v, in, true)
		return ok
	case t.Template != nil && t.Kind == model.NumberValue:
		n, ok := v.(json.Number)
		if !ok {
			return false
		}
		text, _ := scalar(n)
		_, ok = matchText(t.Template, text, in, c)
		return ok
	case t.Template != nil:
		text, ok := v.(string)
		if !ok {
			return false
		}
		_, ok = matchText(t.Template, text, in, c)
		return ok
	}
	return matchParts(t, v, in, c)
}

func matchParts(t *model.Tree, v any, in medium, c context) bool {
	switch t.Kind {
	case model.ArrayValue:
		list, ok := v.([]any)
		if !ok || len(list) != len(t.Items) {
			return false
		}
		for i, item := range t.Items {
			if !matchTree(item, list[i], in, c) {
				return false
			}
		}
		return true
	case model.ObjectValue:
		object, ok := v.(map[string]any)
		if !ok {
			return false
		}
		for _, m := range t.Members {
			member, there := object[m.Name]
			if !there && m.Tree.Param.MayBeAbsent() {
				continue
			}
			if !there || !matchTree(m.Tree, member, in, c) {
				return false
			}
		}
		return true
	}
	value, _ := t.Value()
	return equal(plain(value), v)
}

// alone is the value of a param that is all that stands at a place; if it is asked for,
// within its bounds: then a list or an object is looked at no further.
func alone(t *model.Tree, v any, in medium, bounds bool) (any, bool) {
	s := t.Param.Schema
	if text, ok := v.(string); ok && in == markupText && !t.Param.Markup {
		v = unescaped(text)
	}
	if t.AsText {
		text, ok := v.(string)
		if !ok {
			return nil, false
		}
		if v, ok = typed(s, text); !ok {
			return nil, false
		}
	}
	if bounds {
		_, ok := scalar(v)
		if ok {
			_, ok = read(s, v)
		}
		return v, hasType(s, v) && (ok || !isScalar(v)) && admits(s, v)
	}
	return read(s, v)
}

func isScalar(v any) bool {
	_, ok := scalar(v)
	return ok
}

// only is the param that is all that a tree holds.
func only(t *model.Tree) *model.Tree {
	if t.Param != nil {
		return t
	}
	if t.Kind == model.StringValue && t.Template != nil && len(t.Template.Parts) == 1 && t.Template.Parts[0].Kind == model.ParamPart {
		p := t.Template.Parts[0].Param
		return &model.Tree{Param: p, AsText: p.Schema.Resolved().Kind != model.StringKind}
	}
	return nil
}

// source is where params are taken from.
type source int

const (
	fromAlone   source = iota // a place where one stands alone
	fromOne                   // a text that names one
	fromSeveral               // a text that names several
)

// sourceOf is where the params of a text are: in its longest wording.
func sourceOf(wordings []*model.Tree) source {
	for _, t := range wordings {
		if t.Param == nil && t.Template != nil && len(t.Template.Params()) > 1 {
			return fromSeveral
		}
	}
	return fromOne
}

// collect gathers the params of a tree from a value that are in one source; of those in
// a text it is said which source that is.
func collect(t *model.Tree, v any, in medium, c context, from, text source, values found) {
	put := func(p *model.Param, value any) {
		if _, ok := values[p]; !ok {
			values[p] = value
		}
	}
	if one := only(t); one != nil {
		if value, ok := alone(one, v, in, false); ok && from == fromAlone {
			put(one.Param, value)
		}
		return
	}
	if got, ok := v.(string); ok && t.Template != nil && from == text && t.Kind == model.StringValue {
		some, _ := matchText(t.Template, got, in, c)
		for p, value := range some {
			put(p, value)
		}
	}
	if list, ok := v.([]any); ok {
		for i, item := range t.Items[:min(len(list), len(t.Items))] {
			collect(item, list[i], in, c, from, sourceOf([]*model.Tree{item}), values)
		}
	}
	if object, ok := v.(map[string]any); ok {
		for _, m := range t.Members {
			if member, there := object[m.Name]; there {
				collect(m.Tree, member, in, c, from, sourceOf([]*model.Tree{m.Tree}), values)
			}
		}
	}
}

// literals are the literal characters of a tree, and how many of them are of markup.
func literals(t *model.Tree) (chars, markup int) {
	if t.Param != nil {
		return 0, 0
	}
	if t.Template != nil {
		for _, p := range t.Template.Parts {
			chars += len([]rune(p.Literal))
			markup += markupOf(p.Literal)
		}
		return chars, markup
	}
	if t.Kind == model.NumberValue || t.Kind == model.BoolValue {
		chars += len([]rune(t.Text().String()))
	}
	for _, item := range t.Items {
		c, m := literals(item)
		chars, markup = chars+c, markup+m
	}
	for _, m := range t.Members {
		c, k := literals(m.Tree)
		chars, markup = chars+c, markup+k
	}
	return chars, markup
}

func markupOf(s string) int {
	n := 0
	for _, c := range `<>"'&` {
		n += strings.Count(s, string(c))
	}
	return n
}
