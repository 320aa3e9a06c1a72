package openapi

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A piece is a part of a text that is written: literal text, or an expression
// for what is known only when the error is raised.
type piece struct {
	literal string
	pattern string // ECMA-262 and RE2; "" for a literal
	shown   string // of a pattern: a text that it stands for
	known   bool   // there is such a text
	most    int    // of a pattern: the greatest number of characters; 0 if that is not known
}

// maxOpen is the number of placeholders for any text up to which a text gets a
// pattern: expressions with many are slow in engines that backtrack.
const maxOpen = 6

// textSchema describes a string that is one of the wordings: an enum if they
// are known, else an expression for all of them.
func (b *builder) textSchema(wordings [][]piece) *openapi3.Schema {
	s := typed("string")
	if texts, ok := constants(wordings); ok {
		b.setEnum(s, texts)
		return s
	}
	var alternatives []string
	open := 0
	for _, w := range wordings {
		p, n := expression(w)
		if open += n; p == anyText || open > maxOpen {
			return s
		}
		alternatives = append(alternatives, p)
	}
	s.Pattern = anchored(alternatives)
	return s
}

// text describes a string that an entry writes as one of the wordings, at a leaf. Where
// it is but prose, readers are shown the first one and promised no more than of the leaf.
func (b *builder) text(wordings [][]piece, leaf *model.Schema, v *view) *openapi3.Schema {
	s := typed(openapi3.TypeString)
	if !v.prose {
		s = b.textSchema(wordings)
	}
	keepText(s, leaf, wordings)
	isOpen := func(p piece) bool { return p.pattern != "" }
	if text, ok := shownText(wordings[0]); ok && (v.prose || slices.ContainsFunc(wordings[0], isOpen)) {
		b.setExample(s, &model.Value{Kind: model.StringValue, Text: text})
	}
	return s
}

// shownText is a wording as readers are shown it; false if a piece of it is not known.
func shownText(wording []piece) (string, bool) {
	var out strings.Builder
	for _, p := range wording {
		if p.pattern != "" && !p.known {
			return "", false
		}
		out.WriteString(p.literal + p.shown)
	}
	return out.String(), true
}

// constants returns the wordings, each once, if all of them are literal.
func constants(wordings [][]piece) ([]model.Value, bool) {
	var texts []model.Value
	seen := map[string]bool{}
	for _, w := range wordings {
		text := ""
		for _, p := range w {
			if p.pattern != "" {
				return nil, false
			}
			text += p.literal
		}
		if !seen[text] {
			seen[text] = true
			texts = append(texts, textLiteral(text).Value)
		}
	}
	return texts, true
}

// expression returns a wording's expression and how many of its placeholders
// stand for any text. Neighbours that do are one.
func expression(w []piece) (string, int) {
	var out strings.Builder
	open, before := 0, false
	for _, p := range w {
		switch {
		case p.pattern == "":
			out.WriteString(patternLiteral(p.literal))
			before = before && p.literal == ""
			continue
		case p.pattern != anyText:
			out.WriteString(grouped(p.pattern))
		case !before:
			out.WriteString(anyText)
			open++
		}
		before = p.pattern == anyText
	}
	return out.String(), open
}

// anchored returns an expression for exactly one of the alternatives.
func anchored(alternatives []string) string {
	return "^" + grouped(strings.Join(alternatives, "|")) + "$"
}

// grouped puts an expression into a group if it has alternatives outside of any.
func grouped(pattern string) string {
	depth, class := 0, false
	for i := 0; i < len(pattern); i++ {
		switch c := pattern[i]; {
		case c == '\\':
			i++
		case class:
			class = c != ']'
		case c == '[':
			class = true
		case c == '(':
			depth++
		case c == ')':
			depth--
		case c == '|' && depth == 0:
			return "(?:" + pattern + ")"
		}
	}
	return pattern
}

// templatePieces returns the pieces of a template of an entry.
func templatePieces(t *model.Template, v *view) []piece {
	out := make([]piece, 0, len(t.Parts))
	for _, part := range t.Parts {
		switch part.Kind {
		case model.LiteralPart:
			out = append(out, piece{literal: part.Literal})
		case model.ParamPart:
			out = append(out, paramPiece(part.Param, v))
		case model.StatusPart:
			out = append(out, statusPiece(v.status()))
		case model.CodePart:
			out = append(out, piece{pattern: anyText})
		}
	}
	return out
}

// paramPiece is what a param of an entry looks like as text, with the value that
// readers are shown.
func paramPiece(p *model.Param, v *view) piece {
	out := schemaPiece(p.Schema)
	if out.pattern != "" && v.Entry != nil {
		if value, ok := v.ShownValue(p); ok {
			out.shown, out.known = scalarText(value)
		}
	}
	return out
}

const (
	integerText = `-?(?:0|[1-9][0-9]*)`
	integerMost = 20 // the least int64
	numberExpr  = integerText + `(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`
	numberMost  = 25 // 17 digits, a sign and "0.00000" before them
)

// schemaPiece is what a value of a schema looks like as text. What a catalog
// cannot bound (formats, lengths) is any text.
func schemaPiece(s *model.Schema) piece {
	if s.Const != nil {
		if text, ok := scalarText(*s.Const); ok {
			return piece{literal: text}
		}
		return piece{pattern: anyText}
	}
	if s.Nullable {
		return piece{pattern: anyText}
	}
	if len(s.Enum) > 0 {
		return enumPiece(s.Enum)
	}
	switch s.Kind {
	case model.RefKind:
		return schemaPiece(s.Ref.Schema)
	case model.IntegerKind:
		return piece{pattern: integerText, most: integerMost}
	case model.NumberKind:
		if s.Format == "decimal" { // as many digits as it was given
			return piece{pattern: numberExpr}
		}
		return piece{pattern: numberExpr, most: numberMost}
	case model.BooleanKind:
		return piece{pattern: "true|false", most: len("false")}
	case model.StringKind:
		most := 0
		if s.MaxLength != nil {
			most = *s.MaxLength
		}
		if p, ok := innerPattern(s.Pattern); ok && s.Pattern != "" {
			return piece{pattern: p, most: most}
		}
		return piece{pattern: anyText, most: most}
	}
	return piece{pattern: anyText}
}

// enumPiece matches one of the values.
func enumPiece(values []model.Value) piece {
	var texts []string
	most := 0
	for _, v := range values {
		text, ok := scalarText(v)
		if !ok {
			return piece{pattern: anyText}
		}
		most = max(most, utf8.RuneCountInString(text))
		if p := patternLiteral(text); !slices.Contains(texts, p) {
			texts = append(texts, p)
		}
	}
	return piece{pattern: strings.Join(texts, "|"), most: most}
}

// scalarText returns a scalar as it stands in a text.
func scalarText(v model.Value) (string, bool) {
	switch v.Kind {
	case model.BoolValue, model.NumberValue, model.StringValue:
		return v.Scalar(), true
	}
	return "", false
}
