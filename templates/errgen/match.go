package errgen

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// capture is what was received for a param: a text, or a token of the body.
type capture struct {
	given  bool
	token  int // if text is not what counts; else -1
	text   string
	absent bool // nothing was received where it would stand
}

// matchText matches a text against one of a template's wordings, and notes what
// it holds for the params of the entry in caps, unless caps is nil.
func (t *Table) matchText(e *Entry, want Program, text string, caps []capture) bool {
	if literal, ok := want.Constant(); ok {
		return literal == text
	}
	isAbsent := func(c capture) bool { return c.absent }
	return t.matchWordings(e, want, text, caps, false) || slices.ContainsFunc(caps, isAbsent) && t.matchWordings(e, want, text, caps, true)
}

// piece is a literal or a placeholder of a template.
type piece struct {
	literal string
	operand int // noOperand: a literal; anyOperand: a number that is no param
	op      Op
	schema  *Schema
}

const (
	noOperand  = -1
	anyOperand = -2
)

// matcher matches a text against a template by the rules of a regular
// expression: literals for themselves, strings as short as possible from the
// left, integers and numbers as JSON writes them, enums their values. It takes
// time linear in the text: a string that cannot be followed by what must follow
// is not tried again further right.
type matcher struct {
	text   string
	pieces []piece
	ends   []int // where each piece ends
	failed []int // of a string placeholder: from here on it cannot match,
	until  []int // up to here
}

// matchWordings matches a text against wordings: those that name a param which
// is absent, or those that do not.
func (t *Table) matchWordings(e *Entry, want Program, text string, caps []capture, absent bool) bool {
	return want.anyWording(func(w Program) bool {
		return namesAbsent(w, caps) == absent && t.matchWording(e, w, text, caps)
	})
}

// namesAbsent reports whether a wording names a param that is absent.
func namesAbsent(wording Program, caps []capture) bool {
	return wording.eachParam(func(i int) bool { return i < len(caps) && caps[i].absent })
}

// matchWording matches a text against one wording.
func (t *Table) matchWording(e *Entry, want Program, text string, caps []capture) bool {
	if s, after := want.placeholder(); s != nil {
		if sc := &t.Schemas[t.operandParam(e, s.Operand).Schema]; sc.Pattern == "" {
			return t.matchPlaceholder(s, sc, after, text, caps)
		}
	}
	var space [8]piece
	pieces := t.pieces(space[:0], e, want)
	var bounds [24]int
	if known, ok := knownPieces(pieces, caps); ok {
		if ends, ok := t.match(known, text, bounds[:0]); ok && t.note(e, known, ends, text, caps) {
			return true
		}
	}
	ends, ok := t.match(pieces, text, bounds[:0])
	if !ok {
		return false
	}
	return t.note(e, pieces, ends, text, caps)
}

// placeholder returns the only placeholder of a wording with the literal before it,
// and the one after it. It is nil if there are more of them, and where it is escaped.
func (p Program) placeholder() (s *Segment, after string) {
	if len(p) == 0 || len(p) > 2 || p[0].Op != OpText {
		return nil, ""
	}
	if len(p) == 2 {
		if p[1].takesParam() || p[1].Op == OpStatus {
			return nil, ""
		}
		after = p[1].Literal
	}
	return &p[0], after
}

// matchPlaceholder is matchWording for a wording with one placeholder of a schema
// without a pattern: what it stands for is all between the literals.
func (t *Table) matchPlaceholder(s *Segment, sc *Schema, after, text string, caps []capture) bool {
	got, ok := strings.CutPrefix(text, s.Literal)
	if !ok {
		return false
	}
	if got, ok = strings.CutSuffix(got, after); !ok {
		return false
	}
	i := s.Operand >> 1
	if i < len(caps) && caps[i].given && caps[i].text == got {
		return true // known, be it out of bounds or not
	}
	isListed := len(sc.Enum) == 0 || slices.Contains(sc.Enum, got)
	if !isListed || isNumeric(sc) && numericLen(got, sc) < len(got) || !t.standsIn(sc, got) {
		return false
	}
	if i < len(caps) && s.Operand&1 == 0 {
		keep(caps, i, capture{given: true, token: -1, text: got})
	}
	return true
}

// knownPieces are the pieces of a template with the params that are known as
// literals. It reports false if there are none, or if matching them would take an
// expression of their own.
func knownPieces(pieces []piece, caps []capture) ([]piece, bool) {
	isKnown := func(p piece) bool { return p.operand >= 0 && p.operand>>1 < len(caps) && caps[p.operand>>1].given }
	if !slices.ContainsFunc(pieces, isKnown) {
		return nil, false
	}
	known := slices.Clone(pieces)
	for i, p := range known {
		if !isKnown(p) {
			continue
		}
		known[i] = piece{literal: p.written(caps[p.operand>>1].text), operand: noOperand}
	}
	if needsRegexp(known) {
		return nil, false
	}
	return known, true
}

// match returns where each piece ends in the text.
func (t *Table) match(pieces []piece, text string, space []int) ([]int, bool) {
	if needsRegexp(pieces) {
		return t.matchRegexp(pieces, text)
	}
	n := len(pieces)
	for i := 0; i < 3*n; i++ {
		space = append(space, len(text)+1)
	}
	m := matcher{text: text, pieces: pieces, ends: space[:n], failed: space[n : 2*n], until: space[2*n:]}
	return m.ends, m.from(0, 0)
}

// pieces splits a wording.
func (t *Table) pieces(ps []piece, e *Entry, wording Program) []piece {
	for i := range wording {
		s := &wording[i]
		if s.Literal != "" {
			ps = append(ps, piece{literal: s.Literal, operand: noOperand})
		}
		switch {
		case s.Op == OpStatus:
			ps = append(ps, piece{operand: anyOperand, schema: &statusSchema})
		case s.takesParam():
			ps = append(ps, piece{operand: s.Operand, schema: &t.Schemas[t.operandParam(e, s.Operand).Schema], op: s.Op})
		}
	}
	return ps
}

var statusSchema = Schema{Kind: IntegerSchema}

// from reports whether the pieces from i on match the whole text from pos on.
func (m *matcher) from(i, pos int) bool {
	if i == len(m.pieces) {
		return pos == len(m.text)
	}
	p := &m.pieces[i]
	if p.operand == noOperand {
		return strings.HasPrefix(m.text[pos:], p.literal) && m.ends1(i, pos+len(p.literal))
	}
	switch {
	case len(p.schema.Enum) > 0:
		for _, value := range p.schema.Enum {
			if value = p.written(value); strings.HasPrefix(m.text[pos:], value) && m.ends1(i, pos+len(value)) {
				return true
			}
		}
		return false
	case p.schema.Kind == BoolSchema:
		return strings.HasPrefix(m.text[pos:], "true") && m.ends1(i, pos+4) ||
			strings.HasPrefix(m.text[pos:], "false") && m.ends1(i, pos+5)
	case isNumeric(p.schema):
		n := numericLen(m.text[pos:], p.schema)
		return n > 0 && m.ends1(i, pos+n)
	}
	return m.string(i, pos)
}

// ends1 notes where piece i ends and matches the rest.
func (m *matcher) ends1(i, end int) bool {
	m.ends[i] = end
	return m.from(i+1, end)
}

// splits reports whether piece i would end within what stands for one character.
func (m *matcher) splits(i, pos, end int) bool {
	switch m.pieces[i].op {
	case OpMarkup:
		return splitsReference(m.text, end)
	case OpQuoted:
		got := m.text[pos:end]
		return (len(got)-len(strings.TrimRight(got, "\\")))%2 == 1
	}
	return false
}

// string matches a string placeholder, as short as possible. One that is escaped
// holds no begin of a tag, no end of a quoted string, and does not end within a
// reference or a pair.
func (m *matcher) string(i, pos int) bool {
	if m.failed[i] <= pos && pos <= m.until[i] {
		return false
	}
	limit, isMarkup := len(m.text), m.pieces[i].op == OpMarkup
	switch m.pieces[i].op {
	case OpMarkup:
		limit = pos + len(beforeTag(m.text[pos:]))
	case OpQuoted:
		limit = pos + len(beforeQuote(m.text[pos:]))
	}
	end, ok := skipRunes(m.text, pos, m.pieces[i].schema.MinLen, isMarkup)
	if ok && i == len(m.pieces)-1 {
		return limit == len(m.text) && m.ends1(i, limit)
	}
	for ok && end <= limit {
		if next := &m.pieces[i+1]; next.operand == noOperand {
			k := strings.Index(m.text[end:min(limit+len(next.literal), len(m.text))], next.literal)
			if k < 0 {
				break
			}
			end += k
		}
		if !m.splits(i, pos, end) && m.ends1(i, end) {
			return true
		}
		end++
	}
	m.failed[i], m.until[i] = pos, limit
	return false
}

// skipRunes returns the place n code points after pos, and whether there are
// that many. In markup a reference is one.
func skipRunes(text string, pos, n int, isMarkup bool) (int, bool) {
	for ; n > 0; n-- {
		if pos >= len(text) {
			return pos, false
		}
		_, size := utf8.DecodeRuneInString(text[pos:])
		if isMarkup {
			_, n := reference(text[pos:])
			size = max(size, n)
		}
		pos += size
	}
	return pos, true
}

// numericLen is the length of the number with which text begins, 0 if there is none.
func numericLen(text string, s *Schema) int {
	if wholeOnly(s) {
		return integerPrefix(text)
	}
	return numberPrefix(text)
}

// note checks what was matched against bounds and formats, and a param that
// occurs twice for equality; then it notes the params.
func (t *Table) note(e *Entry, pieces []piece, ends []int, text string, caps []capture) bool {
	got := func(i int) string {
		if i == 0 {
			return text[:ends[0]]
		}
		return text[ends[i-1]:ends[i]]
	}
	for i := range pieces {
		p := &pieces[i]
		if p.operand < 0 {
			continue
		}
		if !t.standsIn(p.schema, p.value(got(i))) {
			return false
		}
		for j := 0; j < i; j++ {
			if pieces[j].operand == p.operand && pieces[j].value(got(j)) != p.value(got(i)) {
				return false
			}
		}
	}
	for i := range pieces {
		if p := &pieces[i]; p.operand >= 0 && p.operand>>1 < len(caps) && p.operand&1 == 0 {
			keep(caps, p.operand>>1, capture{given: true, token: -1, text: p.value(got(i))})
		}
	}
	return true
}

// value is what a placeholder stands for where got was received.
func (p *piece) value(got string) string {
	switch p.op {
	case OpQuoted:
		return unquotePairs(got)
	case OpMarkup:
		return UnescapeMarkup(got)
	}
	return got
}

// written is what a placeholder that stands for a text is written as.
func (p *piece) written(text string) string {
	switch p.op {
	case OpQuoted:
		return string(appendQuotedPairs(nil, text))
	case OpMarkup:
		return string(AppendMarkup(nil, text))
	}
	return text
}
