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
	phrase   = regexp.MustCompile(`^(?i:http\s*)?([45][0-9]{2}|[45][xX]{2})(?:\s*[:–—-]?\s*(.*))?$`)
)

// sectionOf is the error that a heading or term names, nil if it names none. What is
// marked as code in it is one if it is a word.
func sectionOf(text string, spans []string) *section {
	if m := phrase.FindStringSubmatch(text); m != nil {
		return &section{status: []string{strings.ToUpper(m[1])}, hint: strings.Trim(m[2], "() ")}
	}
	m := headCode.FindStringSubmatch(text)
	if m == nil || !isCodeLike(m[1]) && !slices.Contains(spans, m[1]) {
		return nil
	}
	s := &section{code: m[1], hint: m[2]}
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
		e := &draft.Entry{Line: line, Code: s.code, Status: s.status, Hint: s.hint, Group: d.group(line), Description: text}
		d.add(filled{entry: e})
		d.defined, d.term = e, term
	default:
		d.c.Lose(line, "a definition of no code: "+term)
	}
}

// restStatus is a status in parentheses behind a code.
var restStatus = regexp.MustCompile(`(?i)^\((?:http\s*|status\s*)*([45][0-9]{2}|[45]xx)[^)]*\)[\s:–—-]*`)

// item adds an item of a list that begins with a code; within an entry's section it is
// what a label tells.
func (d *drafter) item(b block) {
	if d.entry != nil && d.entry.Marked {
		d.facts = true
		d.markedFact(b)
		return
	}
	if d.entry != nil {
		d.label(b.text)
		return
	}
	s := sectionOf(b.term, b.spans)
	if s == nil || b.term == "" {
		return
	}
	rest := strings.TrimLeft(strings.TrimPrefix(strings.Trim(b.text, "`*"), b.term), " :–—-`*")
	if m := restStatus.FindStringSubmatch(rest); m != nil && len(s.status) == 0 {
		s.status, rest = []string{strings.ToUpper(m[1])}, rest[len(m[0]):]
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
