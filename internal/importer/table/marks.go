package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
	"github.com/seed-1b9d9f04/errgen/internal/observed"
)

// A page that errgen has made marks its errors: the table of all of them links each to the
// anchor of its section, and this has a list of facts, and tables of what stands in the
// fields and of the params.
var errorLink = regexp.MustCompile(`^#error\.([A-Za-z][A-Za-z0-9_]*)$`)

// markedRow reports whether a cell of an entry's row is its name with the link to its
// section, and takes the name.
func markedRow(e *draft.Entry, c cell) bool {
	m := errorLink.FindStringSubmatch(c.link)
	if m == nil || m[1] != c.text || !draft.IsName(c.text) {
		return false
	}
	e.Name, e.Hint, e.Marked = c.text, c.text, true
	return true
}

// areMarked reports whether the page has marked entries: then it says all codes.
func (d *drafter) areMarked() bool {
	return slices.ContainsFunc(d.c.Entries, func(e *draft.Entry) bool { return e.Marked })
}

// value is what a marked entry puts into a field: wordings, as templates have them.
type value struct {
	field    string
	wordings []string
}

// markedFact reads an item of the list of facts of a marked entry.
func (d *drafter) markedFact(b block) {
	label, text, _ := strings.Cut(b.text, ": ")
	e := d.entry
	switch label {
	case "Status":
		e.Status = statusesOf(text)
	case "Code":
		if len(b.spans) == 1 && !placeholder.MatchString(b.spans[0]) {
			e.Code = b.spans[0]
			if d.codes[e.Code] == nil {
				d.codes[e.Code] = e
			}
		} else if len(b.spans) == 1 && !alone.MatchString(b.spans[0]) {
			d.c.Lose(b.line, e.Name+": a code with params, "+b.spans[0])
		}
	case "WebSocket close code":
		e.Close, _, _ = strings.Cut(text, ",")
	case "Text":
		d.values[e] = append(d.values[e], value{"", b.spans})
	case "A kind of":
		e.Parent = d.named[text]
	case "Retryable":
		e.Retryable = true
	case "Documentation":
		e.Docs = text
	}
}

// markedTable reads a table in the section of a marked entry, of params or of what stands
// in fields, or in that of an envelope. It reports whether it is one of them.
func (d *drafter) markedTable(b block) bool {
	head := strings.Join(texts(b.head), " ")
	switch {
	case strings.HasPrefix(head, "Member Type What stands there "):
		for _, row := range b.rows {
			if field := row[2].spans; strings.HasPrefix(row[2].text, "the field ") && len(field) > 0 {
				member := row[0].text[strings.LastIndexByte(row[0].text, '/')+1:]
				d.members[field[0]] = append(d.members[field[0]], member)
			}
		}
	case d.entry == nil:
		return false
	case head == "Field Value":
		for _, row := range b.rows {
			d.values[d.entry] = append(d.values[d.entry], value{row[0].text, row[len(row)-1].spans})
		}
	case strings.HasPrefix(head, "Param Type "):
		d.types[d.entry] = map[string]string{}
		for _, row := range b.rows {
			d.types[d.entry][row[0].text] = row[1].text
		}
	case head != "Header Value":
		return false
	}
	return true
}

// fillMarked fills the fields of a marked entry, of which the shape of its example has
// texts.
func (d *drafter) fillMarked(e *draft.Entry, s *shape.Shape) {
	var fields []shape.Field
	if s != nil {
		fields = s.Fields()
	}
	for _, v := range d.values[e] {
		i := slices.IndexFunc(fields, func(f shape.Field) bool {
			return f.Name == v.field || f.Member == v.field || slices.Contains(d.members[v.field], f.Member)
		})
		if v.field == "" || i < 0 || !fields[i].Text || len(v.wordings) == 0 {
			continue
		}
		f := draft.Field{Name: fields[i].Name}
		for _, text := range v.wordings {
			if alone.MatchString(text) {
				continue
			}
			f.Wordings = append(f.Wordings, text)
			for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
				d.param(e, m[1], fields)
			}
		}
		if len(f.Wordings) > 0 {
			e.Fields = append(e.Fields, f)
		}
	}
}

var placeholder = regexp.MustCompile(`\{([a-zA-Z][a-zA-Z0-9_]*)\}`)

// param adds a param of a template, once, and if it is not a field or what responses say.
func (d *drafter) param(e *draft.Entry, name string, fields []shape.Field) {
	isField := func(f shape.Field) bool { return f.Name == name }
	isParam := func(p draft.Param) bool { return p.Name == name }
	if name == "status" || name == "code" || slices.ContainsFunc(fields, isField) || slices.ContainsFunc(e.Params, isParam) {
		return
	}
	kind := d.types[e][name]
	if !slices.Contains([]string{"integer", "number", "boolean"}, kind) {
		kind = "string"
	}
	e.Params = append(e.Params, draft.Param{Name: name, Type: kind})
}

// documented is a response of a page that errgen has made, which the catalog has as an
// example.
type documented struct {
	response observed.Response
	line     int
	entries  []*draft.Entry
	known    bool // what it is read as is said
}

// documented reads the paragraphs around a documented response, and reports whether this
// is one.
func (d *drafter) documented(b block) bool {
	outcome, isOutcome := strings.CutPrefix(b.text, "It is read as ")
	switch {
	case len(d.named) == 0:
		return false
	case strings.HasPrefix(b.text, "Documented response: "):
		d.shown = true
		return true
	case !isOutcome || len(d.responses) == 0:
		return false
	}
	x := &d.responses[len(d.responses)-1]
	outcome, _, _ = strings.Cut(strings.TrimSuffix(outcome, "."), ", with ")
	for name := range strings.SplitSeq(outcome, ", ") {
		e := d.named[name]
		if e == nil || !e.Marked {
			x.entries = nil
			break
		}
		x.entries = append(x.entries, e)
	}
	x.known = x.entries != nil || outcome == "an error that the catalog does not list"
	return true
}

// documentedExamples adds the documented responses.
func (d *drafter) documentedExamples() {
	for _, x := range d.responses {
		if !x.known {
			d.c.Lose(x.line, "a response that is none of the errors")
			continue
		}
		d.c.Examples = append(d.c.Examples, &draft.Example{
			Name: "line " + strconv.Itoa(x.line), Line: x.line, Entries: x.entries,
			Status: x.response.Status, Headers: x.response.Headers, Body: x.response.Body, HasBody: x.response.Body != "",
		})
	}
}
