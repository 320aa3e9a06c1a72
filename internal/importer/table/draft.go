package table

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
)

// Options are what a person says of a page.
type Options struct {
	Columns map[string]Role // by number from 1, or head in lower case
	Status  []string        // of entries for which the page has none
}

// Draft makes a draft of a page, or of the table of a spreadsheet.
func Draft(name string, text []byte, o Options) (*draft.Catalog, error) {
	p, err := read(name, text)
	if err == nil {
		err = p.checkWidths()
	}
	if err != nil {
		return nil, err
	}
	d := &drafter{page: p, options: o, c: &draft.Catalog{Title: p.title}, docs: map[string]string{}, titles: map[string]string{}, always: map[string]bool{}, codes: map[string]*draft.Entry{}, named: map[string]*draft.Entry{}, values: map[*draft.Entry][]value{}, groups: map[int]*draft.Group{}, groupNames: map[string]int{}, members: map[string][]string{}, types: map[*draft.Entry]map[string]string{}}
	d.findSections()
	for i := range p.blocks {
		d.block(i)
	}
	if d.c.Title == "" {
		if i := slices.IndexFunc(p.blocks, func(b block) bool { return b.kind == heading }); i >= 0 {
			d.c.Title = p.blocks[i].text
		}
	}
	d.loseUnsure()
	d.finish()
	return d.c, nil
}

// drafter makes a draft of a page, block by block.
type drafter struct {
	page    *page
	options Options
	c       *draft.Catalog
	codes   map[string]*draft.Entry
	named   map[string]*draft.Entry // by the names that the page has beside codes

	titles     map[string]string    // of statuses, by headings
	docs       map[string]string    // of members of bodies, by their names
	always     map[string]bool      // members that are said to be always the same
	sections   map[int]*section     // by the block of the heading
	groups     map[int]*draft.Group // by the line of the heading
	groupNames map[string]int       // of a name that is taken the last number behind it
	heads      []block              // the headings above, one of each level
	entry      *draft.Entry         // whose section this is
	examples   []pageExample
	rows       []filled
	unsure     []unsure
	defined    *draft.Entry // the last that a definition made, of the term
	term       string
	shown      bool // what follows is a documented response
	responses  []documented
	facts      bool                               // of a marked entry are told: what follows shows it
	values     map[*draft.Entry][]value           // of the fields of marked entries
	members    map[string][]string                // in which the fields of marked entries stand
	types      map[*draft.Entry]map[string]string // of their params
	families   []*draft.Entry                     // of statuses such as 5XX
}

// filled is a row that became an entry, with the texts of its columns that may be fields.
type filled struct {
	entry *draft.Entry
	texts []labelled
}

type labelled struct{ head, text string }

// block looks at a block of the page.
func (d *drafter) block(i int) {
	b := d.page.blocks[i]
	switch b.kind {
	case heading:
		d.enter(i, b)
	case end:
		d.leave(b.level)
	case tableBlock:
		d.table(b)
	case code:
		d.code(b)
	case definition:
		d.definition(b)
	case property:
		d.describe(b.term, b.text)
	case listItem:
		d.item(b)
	case textLine:
		d.line(b)
	case paragraph:
		if d.documented(b) {
			break
		}
		if e := d.codes[b.text]; e != nil && !e.Marked { // what follows tells more of it
			d.entry = e
			break
		}
		if d.entry != nil && !(d.entry.Marked && d.facts) {
			d.label(b.text)
		}
	}
}

// enter notes a heading: that of an entry, or of a part of the page.
func (d *drafter) enter(i int, b block) {
	if m := titled.FindStringSubmatch(b.text); m != nil {
		d.titles[strings.ToUpper(m[2])] = m[1]
	}
	d.leave(b.level)
	if e := d.named[b.text]; e != nil {
		d.entry = e
		if e.Marked {
			e.Description, d.facts = "", false // its section says all of it
		}
		return
	}
	if s := d.sections[i]; s != nil {
		d.entry = s.entry(d, b)
		return
	}
	if d.entry == nil || !d.isWithinEntry(i, b) {
		d.heads = append(d.heads, b)
		d.entry = nil
	}
}

// leave ends the parts of the page that began with headings of a level or below it.
func (d *drafter) leave(level int) {
	for len(d.heads) > 0 && d.heads[len(d.heads)-1].level >= level {
		d.heads = d.heads[:len(d.heads)-1]
	}
}

// titled is a heading that says what a status is called: "Validation error (422)".
var titled = regexp.MustCompile(`^(.*\S)\s*\(([45](?:[0-9]{2}|[xX]{2}))\)$`)

// isWithinEntry reports whether a heading is below that of the entry.
func (d *drafter) isWithinEntry(i int, b block) bool {
	for k := i - 1; k >= 0; k-- {
		if b := d.page.blocks[k]; d.sections[k] != nil || b.kind == heading && d.named[b.text] == d.entry {
			return d.page.blocks[k].level < b.level
		}
	}
	return false
}

// group is the group of the part of the page.
func (d *drafter) group(line int) *draft.Group {
	if len(d.heads) == 0 {
		return nil
	}
	h := d.heads[len(d.heads)-1]
	if g := d.groups[h.line]; g != nil {
		return g
	}
	name := draft.NodeName(h.text)
	if name == "" {
		name = fmt.Sprintf("Line%d", h.line)
	}
	if h.level >= componentLevel && d.groupNames[name] > 0 && len(d.heads) > 1 { // as tabs of several parts may have
		name = draft.NodeName(d.heads[len(d.heads)-2].text) + name
	}
	g := &draft.Group{Name: d.unusedGroup(name), Title: h.text, Line: h.line}
	d.groups[h.line] = g
	d.c.Groups = append(d.c.Groups, g)
	return g
}

// unusedGroup is a name that no group has, with the next number where it is taken.
func (d *drafter) unusedGroup(name string) string {
	base := strings.TrimRight(name, "0123456789")
	for d.groupNames[name] > 0 {
		d.groupNames[base] = max(d.groupNames[base], 1) + 1
		name = base + strconv.Itoa(d.groupNames[base])
	}
	d.groupNames[name] = max(d.groupNames[name], 1)
	return name
}

// sectionStatus is the status that the nearest heading names.
func (d *drafter) sectionStatus() []string {
	for i := len(d.heads) - 1; i >= 0; i-- {
		if m := inHeading.FindStringSubmatch(d.heads[i].text); m != nil {
			return []string{strings.ToUpper(m[1])}
		}
	}
	return nil
}

var inHeading = regexp.MustCompile(`(?i)(?:^|[\s(])([45][0-9]{2}|[45]xx)\b`)

// table adds the rows of a table.
func (d *drafter) table(b block) {
	if d.areMarked() && d.markedTable(b) {
		return
	}
	cols := columnsOf(b)
	isOf := d.entry != nil && (!areProperties(b) || d.tells(b))
	if isOf && d.keyValues(b) {
		return
	}
	if areProperties(b) && len(d.options.Columns) == 0 {
		d.properties(b)
		return
	}
	roles := rolesOf(cols, d.options.Columns)
	if !areErrors(cols, roles) {
		if len(b.rows) > 0 {
			d.c.Lose(b.line, fmt.Sprintf("a table of %d rows has no column of codes or statuses: %s", len(b.rows), strings.Join(texts(b.head), " | ")))
		}
		return
	}
	d.entry = nil
	group := d.group(b.line)
	var last *draft.Entry
	for _, row := range b.rows {
		last = d.row(row, roles, cols, group, last)
	}
}

// keyValues reads a table of two columns that says of one error what its labels tell.
func (d *drafter) keyValues(b block) bool {
	rows := b.rows
	if len(b.head) == 2 && !areProperties(b) {
		rows = append([][]cell{b.head}, rows...)
	}
	said := 0
	for _, row := range rows {
		if len(row) != 2 {
			return false
		}
		if roleOf(row[0].text) != other {
			said++
		}
	}
	if said*10 < len(rows)*6 || len(rows) > 12 {
		return false
	}
	for _, row := range rows {
		d.say(d.entry, roleOf(row[0].text), row[0].text, row[1].text, row[1].link)
	}
	return true
}

// tells reports whether a table of properties is about the error of the section, not its
// body: a status or the code stands in it.
func (d *drafter) tells(b block) bool {
	return slices.ContainsFunc(b.rows, func(row []cell) bool {
		if len(row) != 2 {
			return false
		}
		value := strings.Trim(row[1].text, "`")
		role := roleOf(row[0].text)
		return role == Status && len(statusesOf(value)) > 0 || role == Code && value == d.entry.Code && value != ""
	})
}

// properties notes what a table says of the members of bodies.
func (d *drafter) properties(b block) {
	text := slices.IndexFunc(b.head, func(c cell) bool { return roleOf(c.text) == Description })
	for _, row := range b.rows {
		if text > 0 && text < len(row) {
			d.describe(row[0].text, row[text].text)
		}
		for _, c := range row[1:] {
			if strings.HasPrefix(strings.ToLower(c.text), "always ") {
				name := row[0].text
				d.always[name[strings.LastIndexByte(name, '.')+1:]] = true
			}
		}
	}
}

func (d *drafter) describe(name, text string) {
	name = strings.Trim(name[strings.LastIndexByte(name, '.')+1:], "`*")
	if text != "" && d.docs[name] == "" {
		d.docs[name] = text
	}
}

// row makes an entry of a row; one that names none goes on with what the row before
// says.
func (d *drafter) row(row []cell, roles []Role, cols []column, group *draft.Group, last *draft.Entry) *draft.Entry {
	e := &draft.Entry{Line: row[0].line, Group: group}
	f := filled{entry: e}
	var codes []string
	for i, c := range row {
		text := strings.Trim(c.text, "`")
		if isNothing(text) || i >= len(roles) || markedRow(e, c) {
			continue
		}
		switch roles[i] {
		case Code:
			if httpStatus.MatchString(text) {
				e.Status = statusesOf(text)
				e.Hint = restOf(text)
			} else if statusPhrase.MatchString(text) {
				e.Status, e.Hint = statusesOf(text), restOf(text)
			} else if !e.Marked { // whose section says it
				codes = codesIn(c)
				if len(codes) == 0 {
					e.Hint = text
					f.texts = append(f.texts, labelled{"message", text})
				}
			}
		case Message:
			f.texts = append(f.texts, labelled{cols[i].head, text})
			d.say(e, other, "", "", c.link)
		case Description:
			if isMessageHead(cols[i].head) {
				f.texts = append(f.texts, labelled{cols[i].head, text})
			} else {
				d.say(e, Description, cols[i].head, text, c.link)
			}
		default:
			d.say(e, roles[i], cols[i].head, text, c.link)
		}
	}
	named := len(codes) > 0 || len(e.Status) > 0 || e.Close != "" || e.Name != ""
	if !named && (len(f.texts) == 0 || isTitle(row)) {
		if last != nil && e.Description != "" {
			last.Description = strings.TrimSpace(last.Description + "\n" + e.Description)
			return last
		}
		d.c.Lose(row[0].line, "a row without a code or a status: "+strings.Join(texts(row), " | "))
		return last
	}
	d.addAll(codes, f)
	return e
}

// isMessageHead reports whether a column that may be prose may be a field, too.
func isMessageHead(head string) bool {
	head = strings.ToLower(strings.TrimSpace(head))
	return head == "detail" || head == "details"
}
