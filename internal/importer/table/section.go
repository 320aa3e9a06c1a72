package table

import (
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// section is a heading that names an error.
type section struct {
	code, hint string
	status     []string
}

var (
	headCode = regexp.MustCompile(`^(?:(?i:error code|error|code)\s*:?\s*)?[\x60"*]*([\pL\pN_$-][\pL\pN_.:/$#-]*)[\x60"*]*(?:\s*(?:[:–—]|-)\s*(.*)|\s*\((.*)\))?$`)
	phrase   = regexp.MustCompile(`^(?i:http\s*)?([45][0-9]{2}|[45][xX]{2})(?:[\s:–—(-]+(.*))?$`)
	numbered = regexp.MustCompile(`^(-?[0-9]{1,2}|v?[0-9]+(\.[0-9]+)+|[0-9]{4}-[0-9]{2}(-[0-9]{2})?)$`) // chapters, versions, dates
)

// sectionOf is the error that a heading or term names, nil if it names none. What is
// marked as code in it is one if it is a word.
func sectionOf(text string, spans []string) *section {
	if len(spans) == 1 && isWord(spans[0]) && !isStatus(spans[0]) {
		if before, ok := strings.CutSuffix(text, "("+spans[0]+")"); ok { // "Not found (`not_found`)"
			s := &section{code: spans[0], hint: strings.TrimSpace(before)}
			if status, rest := leadingStatus(s.hint); status != "" {
				s.status, s.hint = []string{status}, rest
			}
			return s
		}
	}
	if m := phrase.FindStringSubmatch(text); m != nil {
		return &section{status: []string{strings.ToUpper(m[1])}, hint: strings.Trim(m[2], "() ")}
	}
	m := headCode.FindStringSubmatch(text)
	if m == nil || !slices.Contains(spans, m[1]) && (!isCodeLike(m[1]) || numbered.MatchString(m[1])) {
		return nil
	}
	s := &section{code: m[1], hint: m[2]}
	if status, rest := leadingStatus(m[2]); status != "" {
		s.status, s.hint = []string{status}, rest
	}
	if inner := inHeading.FindStringSubmatch(m[3]); inner != nil {
		s.status = []string{strings.ToUpper(inner[1])}
	} else if m[3] != "" {
		s.hint = m[3]
	}
	return s
}

// findSections finds the headings that name errors: those of a level of which most do
// below the same heading, and at least two.
func (d *drafter) findSections() {
	d.sections = map[int]*section{}
	type key struct{ parent, level int }
	siblings := map[key][]int{}
	var above []int
	for i, b := range d.page.blocks {
		if b.kind != heading {
			continue
		}
		for len(above) > 0 && d.page.blocks[above[len(above)-1]].level >= b.level {
			above = above[:len(above)-1]
		}
		parent := -1
		if len(above) > 0 {
			parent = above[len(above)-1]
		}
		siblings[key{parent, b.level}] = append(siblings[key{parent, b.level}], i)
		above = append(above, i)
	}
	for _, group := range siblings {
		found := map[int]*section{}
		for _, i := range group {
			if s := sectionOf(d.page.blocks[i].text, d.page.blocks[i].spans); s != nil && !d.hasTableOfErrors(i) {
				found[i] = s
			}
		}
		if len(found) >= 2 && len(found)*10 >= len(group)*6 || len(found) == 1 && len(group) == 1 && found[group[0]].code != "" {
			for i, s := range found {
				d.sections[i] = s
			}
			continue
		}
		for i, s := range found {
			if b := d.page.blocks[i]; strings.Contains(s.code, "_") || slices.Contains(b.spans, s.code) {
				d.unsure = append(d.unsure, unsure{s.code, b.line})
			}
		}
	}
}

// unsure is a code in a heading beside which most name none, so that it is none of an
// error's section.
type unsure struct {
	code string
	line int
}

// loseUnsure notes the codes in headings that nothing else lists.
func (d *drafter) loseUnsure() {
	slices.SortFunc(d.unsure, func(a, b unsure) int { return a.line - b.line })
	for _, u := range d.unsure {
		if d.codes[u.code] == nil && d.named[u.code] == nil {
			d.c.Lose(u.line, "a heading that may name an error, unlike those beside it: "+u.code)
		}
	}
}

// hasTableOfErrors reports whether a table below a heading lists errors: then the heading
// names none itself.
func (d *drafter) hasTableOfErrors(i int) bool {
	level := d.page.blocks[i].level
	for _, b := range d.page.blocks[i+1:] {
		if b.kind == heading && b.level <= level {
			return false
		}
		if b.kind == tableBlock && len(b.rows) > 0 && !areProperties(b) {
			labels := 0
			for _, row := range b.rows {
				if len(row) == 2 && roleOf(row[0].text) != other {
					labels++
				}
			}
			if labels*10 < len(b.rows)*6 && areErrors(columnsOf(b), rolesOf(columnsOf(b), nil)) {
				return true
			}
		}
	}
	return false
}

// entry adds the entry of a section.
func (s *section) entry(d *drafter, b block) *draft.Entry {
	if e := d.codes[s.code]; e != nil && s.code != "" {
		return e // a table has listed it
	}
	e := &draft.Entry{Line: b.line, Code: s.code, Status: s.status, Hint: s.hint, Group: d.group(b.line)}
	d.add(filled{entry: e})
	if s.hint != "" && s.code != "" {
		appendTo(&e.Description, s.hint)
	}
	return e
}

// labelled begins with what it says: "Resolution: try again".
var labelStart = regexp.MustCompile(`^[*_\x60]*([A-Z][A-Za-z -]{2,28})[*_\x60]*\s*:\s*[*_]*\s*(.+)$`)

// label reads a paragraph or item of an entry's section.
func (d *drafter) label(text string) {
	if m := labelStart.FindStringSubmatch(text); m != nil {
		if role := roleOf(m[1]); role != other {
			if role == Message {
				d.rows = append(d.rows, filled{d.entry, []labelled{{m[1], strings.Trim(m[2], "`\"")}}})
				return
			}
			d.say(d.entry, role, m[1], strings.Trim(m[2], "`"), "")
			return
		}
	}
	if strings.Count(text, " ") > 2 || strings.HasSuffix(text, ".") { // else a title within the section
		appendTo(&d.entry.Description, text)
	}
}

// definition adds a term that is a code or a status with what is said of it, or within an
// entry's section what a label tells.
func (d *drafter) definition(b block) {
	term, text, line := b.term, b.text, b.line
	s := sectionOf(term, b.spans)
	switch last := d.defined; {
	case s != nil && last != nil && last.Code == s.code && slices.Equal(last.Status, s.status) && d.term == term:
		appendTo(&last.Description, text) // it has several definitions
	case s == nil && d.entry != nil:
		d.say(d.entry, roleOf(term), term, text, "")
	case s == nil && isWord(term) && len(d.c.Entries) > 0:
		s = &section{code: term}
		fallthrough
	case s != nil:
		if status, behind := leadingStatus(text); status != "" && len(s.status) == 0 {
			s.status, text = []string{status}, behind
		}
		e := &draft.Entry{Line: line, Code: s.code, Status: s.status, Hint: s.hint, Group: d.group(line), Description: text}
		d.add(filled{entry: e})
		d.defined, d.term = e, term
	default:
		d.c.Lose(line, "a definition of no code: "+term)
	}
}

// statusFirst is a status with which what is said of a code begins: in parentheses, called
// a status, or before what it is called.
var statusFirst = regexp.MustCompile(`^(?:\((?i:http\s*|status\s*|code\s*)*([45][0-9]{2}|[45][xX]{2})[^)]*\)|(?i:http\s*|status\s*|code\s*|:\s*)+([45][0-9]{2}|[45][xX]{2})\b|([45][0-9]{2})(?:\s*[:–—-]|\s+[A-Z]|$))`)

// leadingStatus is the status with which a text begins, "" if there is none, and what
// follows it.
func leadingStatus(text string) (status, rest string) {
	m := statusFirst.FindStringSubmatchIndex(text)
	if m == nil {
		return "", text
	}
	end := m[1]
	for i := 2; i < len(m); i += 2 {
		if m[i] >= 0 {
			status = strings.ToUpper(text[m[i]:m[i+1]])
			if i == 6 {
				end = m[i+1] // what follows is its name
			}
		}
	}
	return status, strings.TrimLeft(text[end:], " .,;:–—-")
}

// item adds an item of a list that begins with a code; within an entry's section it is
// what a label tells.
func (d *drafter) item(b block) {
	if d.entry != nil && d.entry.Marked {
		d.facts = true
		d.markedFact(b)
		return
	}
	s := sectionOf(b.term, b.spans)
	rest := strings.TrimLeft(strings.TrimPrefix(strings.Trim(b.text, "`*"), b.term), " :–—-`*")
	if status, _ := leadingStatus(rest); d.entry != nil && (s == nil || s.code == "" || status == "") {
		d.label(b.text)
		return
	}
	if s == nil || b.term == "" {
		return
	}
	if s.code == "" && len(b.spans) > 0 && isWord(b.spans[0]) {
		if behind, ok := strings.CutPrefix(rest, "("+b.spans[0]+")"); ok {
			s.code, rest = b.spans[0], strings.TrimLeft(behind, " :–—-")
		}
	}
	if status, behind := leadingStatus(rest); status != "" && len(s.status) == 0 {
		s.status, rest = []string{status}, behind
	}
	if rest == "" || d.codes[s.code] != nil {
		return
	}
	hint := s.hint
	if len(s.status) > 0 && hint == "" {
		hint = rest
	}
	d.add(filled{entry: &draft.Entry{Line: b.line, Code: s.code, Status: s.status, Hint: hint, Group: d.group(b.line), Description: rest}})
}
