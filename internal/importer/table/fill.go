package table

import (
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
)

// fill fills the fields of an entry with the texts of its row: a field of the head's name,
// else the one in which messages stand.
func (d *drafter) fill(e *draft.Entry, all []labelled, s *shape.Shape) {
	var fields []shape.Field
	if s != nil {
		fields = s.Fields()
	}
	for _, l := range all {
		name := fieldFor(l, fields, e)
		switch {
		case name != "":
			d.put(e, name, l.text, fields)
		case s == nil && !slices.ContainsFunc(e.Fields, func(f draft.Field) bool { return f.Name == "message" }):
			d.put(e, "message", l.text, nil)
		default:
			d.say(e, Description, l.head, l.text, "")
		}
	}
}

// put fills a field with a text, in which placeholders are params. One that is nothing
// but a param leaves the field open.
func (d *drafter) put(e *draft.Entry, name, text string, fields []shape.Field) {
	taken := []string{name}
	for _, f := range fields {
		taken = append(taken, f.Name)
	}
	if template := d.template(e, text, taken); template != "" {
		e.Fields = append(e.Fields, draft.Field{Name: name, Wordings: []string{template}})
	}
}

// template is a text of an entry with its placeholders, which become params of names that
// are not taken; "" of one that is nothing but a placeholder.
func (d *drafter) template(e *draft.Entry, text string, taken []string) string {
	template, params, notes := draft.Template(text, taken, e.Params)
	if alone.MatchString(template) {
		return ""
	}
	e.Params = params
	for _, note := range notes {
		d.c.Assume(e.Line, note)
	}
	return template
}

var alone = regexp.MustCompile(`^\{[^{}]*\}$`)

var messageMember = regexp.MustCompile(`^(message|error|msg|errormessage|text|title|detail|details|reason|description|errordescription)$`)

// memberWords joins the words of a member, or of the head that may name it.
var memberWords = strings.NewReplacer(" ", "", "_", "", "-", "")

// fieldFor is the field that a text of a row fills, "" for none.
func fieldFor(l labelled, fields []shape.Field, e *draft.Entry) string {
	head := memberWords.Replace(strings.ToLower(l.head))
	isFree := func(name string) bool {
		return !slices.ContainsFunc(e.Fields, func(f draft.Field) bool { return f.Name == name })
	}
	best := ""
	for _, f := range fields {
		member := memberWords.Replace(strings.ToLower(f.Member))
		if !f.Text || !isFree(f.Name) {
			continue
		}
		if member == head || strings.TrimSuffix(member, "s") == strings.TrimSuffix(head, "s") {
			return f.Name
		}
		if best == "" && messageMember.MatchString(member) {
			best = f.Name
		}
	}
	if best == "" || roleOf(l.head) != Message {
		return ""
	}
	return best
}

// closeText is the text of an entry with a close code: of its row, else what is said of it.
func (d *drafter) closeText(f filled) {
	if len(f.texts) > 0 && f.entry.Text == "" {
		f.entry.Text = d.template(f.entry, f.texts[0].text, nil)
	}
	if f.entry.Text == "" {
		first, _, _ := strings.Cut(f.entry.Description, "\n")
		f.entry.Text = d.template(f.entry, first, nil)
	}
}
