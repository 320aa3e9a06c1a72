package support

//errgen:if regexp

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// expressions holds the compiled patterns of the catalog, by their source.
var expressions sync.Map

// compiled returns the expression, anchored at both ends, nil if it is none.
func compiled(expr string) *regexp.Regexp {
	if re, ok := expressions.Load(expr); ok {
		return re.(*regexp.Regexp)
	}
	re, err := regexp.Compile(`^(?:` + expr + `)$`)
	if err != nil {
		return nil
	}
	expressions.Store(expr, re)
	return re
}

// matchPattern reports whether the whole text matches a pattern.
func matchPattern(pattern, text string) bool {
	re := compiled(pattern)
	return re != nil && re.MatchString(text)
}

//errgen:if matching

// needsRegexp reports whether a template has a placeholder whose end takes an
// expression to find: one with a pattern, or a number beside what could be a
// part of it.
func needsRegexp(pieces []piece) bool {
	for i := range pieces {
		p := &pieces[i]
		if p.operand == noOperand {
			continue
		}
		if p.schema.pattern != "" {
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
		return regexp.QuoteMeta(p.literal)
	}
	s := p.schema
	switch {
	case len(s.enum) > 0:
		values := make([]string, len(s.enum))
		for i, v := range s.enum {
			values[i] = regexp.QuoteMeta(v)
		}
		return strings.Join(values, "|")
	case s.pattern != "":
		return s.pattern
	case s.kind == boolSchema:
		return "true|false"
	case isNumeric(s) && wholeOnly(s):
		return "-?(?:0|[1-9][0-9]*)"
	case isNumeric(s):
		return `-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?`
	case 0 < s.minLen && s.minLen <= 1000: // RE2 counts no further
		return ".{" + strconv.Itoa(s.minLen) + ",}?"
	}
	return ".*?"
}

// matchRegexp matches a text against a template with the regexp package.
func matchRegexp(pieces []piece, text string) ([]int, bool) {
	var expr strings.Builder
	expr.WriteString("(?s:")
	for i, p := range pieces {
		expr.WriteString("(?P<" + groupName(i) + ">" + p.expression() + ")")
	}
	expr.WriteString(")")
	re := compiled(expr.String())
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

//errgen:end

//errgen:end
