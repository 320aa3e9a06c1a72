package errgen

import (
	"strconv"
	"strings"
	"sync"
)

// Regexp is a compiled expression of RE2. A package hands in regexp.Compile if its
// catalog needs one, so that it is in no program without need.
type Regexp interface {
	MatchString(text string) bool
	FindStringSubmatchIndex(text string) []int
	SubexpIndex(name string) int
}

// expressions holds the compiled patterns of all catalogs, by their source.
var expressions sync.Map

// compiled returns the expression, anchored at both ends, nil if it is none.
func (t *Table) compiled(expr string) Regexp {
	if re, ok := expressions.Load(expr); ok {
		return re.(Regexp)
	}
	if t.Compile == nil {
		return nil
	}
	re, err := t.Compile(`^(?:` + expr + `)$`)
	if err != nil {
		return nil
	}
	expressions.Store(expr, re)
	return re
}

// NeedsRegexp reports whether some wording of an entry's text takes an expression to
// match.
func (t *Table) NeedsRegexp(e *Entry, p Program) bool {
	return p.anyWording(func(w Program) bool { return needsRegexp(t.pieces(nil, e, w)) })
}

// matchPattern reports whether the whole text matches a pattern.
func (t *Table) matchPattern(pattern, text string) bool {
	re := t.compiled(pattern)
	return re != nil && re.MatchString(text)
}

// needsRegexp reports whether a template has a placeholder whose end takes an
// expression to find: one with a pattern, or a number beside what could be a
// part of it.
func needsRegexp(pieces []piece) bool {
	for i := range pieces {
		p := &pieces[i]
		if p.operand == noOperand {
			continue
		}
		if p.schema.Pattern != "" && p.op != OpMarkup {
			return true
		}
		if !isNumeric(p.schema) {
			continue
		}
		extends := "0123456789"
		if !wholeOnly(p.schema) {
			extends = "0123456789.eE"
		}
		if i > 0 && strings.ContainsAny(pieces[i-1].lastByte(), extends[:10]) ||
			i+1 < len(pieces) && strings.ContainsAny(pieces[i+1].firstByte(), extends) {
			return true
		}
	}
	return false
}

// firstByte is the first byte of a literal, "" for a placeholder.
func (p piece) firstByte() string { return p.literal[:min(1, len(p.literal))] }

// lastByte is the last byte of a literal, "" for a placeholder.
func (p piece) lastByte() string { return p.literal[max(0, len(p.literal)-1):] }

// expression is the piece as RE2.
func (p piece) expression() string {
	if p.operand == noOperand {
		return quoteMeta(p.literal)
	}
	s, character := p.schema, "."
	if p.op == OpMarkup {
		character = `(?:[^&<]|&[#0-9A-Za-z]+;)`
	}
	switch {
	case len(s.Enum) > 0:
		values := make([]string, len(s.Enum))
		for i, v := range s.Enum {
			values[i] = quoteMeta(p.written(v))
		}
		return strings.Join(values, "|")
	case s.Pattern != "" && p.op != OpMarkup:
		return s.Pattern
	case s.Kind == BoolSchema:
		return "true|false"
	case isNumeric(s) && wholeOnly(s):
		return "-?(?:0|[1-9][0-9]*)"
	case isNumeric(s):
		return `-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`
	case 0 < s.MinLen && s.MinLen <= 1000: // RE2 counts no further
		return character + "{" + strconv.Itoa(s.MinLen) + ",}?"
	}
	return character + "*?"
}

// matchRegexp matches a text against a template with the regexp package.
func (t *Table) matchRegexp(pieces []piece, text string) ([]int, bool) {
	var expr strings.Builder
	expr.WriteString("(?s:")
	for i, p := range pieces {
		expr.WriteString("(?P<" + groupName(i) + ">" + p.expression() + ")")
	}
	expr.WriteString(")")
	re := t.compiled(expr.String())
	if re == nil {
		return nil, false
	}
	groups := re.FindStringSubmatchIndex(text)
	if groups == nil {
		return nil, false
	}
	ends := make([]int, len(pieces))
	for i := range pieces {
		ends[i] = groups[2*re.SubexpIndex(groupName(i))+1]
	}
	return ends, true
}

// groupName names a piece's group; patterns have groups of their own.
func groupName(i int) string { return "errgenPiece" + strconv.Itoa(i) }

// quoteMeta is a text as an expression that matches it.
func quoteMeta(text string) string {
	for _, c := range `\.+*?()|[]{}^$` { // the backslash first
		text = strings.ReplaceAll(text, string(c), `\`+string(c))
	}
	return text
}
