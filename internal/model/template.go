package model

import "strings"

// Template is a text with holes, parsed once. Fields and {$name} are already
// replaced by what they stand for; adjacent literals are joined.
type Template struct {
	Parts []Part
}

// PartKind says what a Part of a Template is.
type PartKind uint8

// The kinds of parts.
const (
	LiteralPart PartKind = iota
	ParamPart
	StatusPart // the occurrence's HTTP status
	CodePart   // the occurrence's code; only where the code is itself a template that cannot be put in its place
)

// Part is a literal or a placeholder.
type Part struct {
	Kind    PartKind
	Literal string
	Param   *Param
}

// ConstantTemplate is a text without placeholders.
func ConstantTemplate(text string) *Template {
	if text == "" {
		return &Template{}
	}
	return &Template{Parts: []Part{{Literal: text}}}
}

// Constant returns the text of a template without placeholders.
func (t *Template) Constant() (string, bool) {
	switch {
	case t == nil:
		return "", false
	case len(t.Parts) == 0:
		return "", true
	case len(t.Parts) == 1 && t.Parts[0].Kind == LiteralPart:
		return t.Parts[0].Literal, true
	}
	return "", false
}

// Params returns the params that the template names, each once, in order.
func (t *Template) Params() []*Param {
	var ps []*Param
	seen := map[*Param]bool{}
	for _, p := range t.Parts {
		if p.Kind == ParamPart && !seen[p.Param] {
			seen[p.Param] = true
			ps = append(ps, p.Param)
		}
	}
	return ps
}

// LiteralLen is the number of bytes of literal text.
func (t *Template) LiteralLen() int {
	n := 0
	for _, p := range t.Parts {
		n += len(p.Literal)
	}
	return n
}

// String is the template as readers take it, its placeholders in braces; "" for
// none.
func (t *Template) String() string {
	if t == nil {
		return ""
	}
	var b strings.Builder
	for _, p := range t.Parts {
		switch p.Kind {
		case LiteralPart:
			b.WriteString(p.Literal)
		case ParamPart:
			b.WriteString("{" + p.Param.Name + "}")
		case StatusPart:
			b.WriteString("{$status}")
		case CodePart:
			b.WriteString("{$code}")
		}
	}
	return b.String()
}

// Wordings are templates as the catalog writes them, one after the other, for comments.
func Wordings(ts []*Template) string {
	texts := make([]string, len(ts))
	for i, t := range ts {
		texts[i] = t.String()
	}
	return strings.TrimSpace(strings.Join(texts, " / "))
}
