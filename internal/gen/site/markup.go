package site

import (
	"html/template"
	"net/url"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
)

// markup shows a catalog in HTML (reference.Markup). Places are pages and their parts, all
// in one folder for each catalog: a page for each entry, and one for all else.
type markup struct{}

// Text returns plain text in one line.
func (markup) Text(s string) template.HTML {
	return escaped(strings.Join(strings.FieldsFunc(reference.Visible(s), reference.IsBlank), " "))
}

func escaped(s string) template.HTML { return template.HTML(template.HTMLEscapeString(s)) }

// Paragraphs returns a text of the catalog as paragraphs.
func (m markup) Paragraphs(s string) template.HTML {
	text := m.prose(s, "</p>\n<p>")
	if text == "" {
		return ""
	}
	return "<p>" + text + "</p>"
}

// Cell returns a text of the catalog within another element.
func (m markup) Cell(s string) template.HTML { return m.prose(s, "<br>") }

// prose joins the paragraphs of a text, with the lines in them that stay lines.
func (m markup) prose(s string, between string) template.HTML {
	var b strings.Builder
	for i, p := range reference.Prose(s) {
		for j, l := range p {
			switch {
			case j > 0 && l.Own:
				b.WriteString("<br>")
			case j > 0:
				b.WriteString("\n")
			case i > 0:
				b.WriteString(between)
			}
			b.WriteString(string(m.Text(l.Text)))
		}
	}
	return template.HTML(b.String())
}

// Code returns one line of code.
func (markup) Code(s string) template.HTML {
	s = reference.Visible(reference.WhiteSpace.Replace(s))
	if s == "" {
		return "(empty)"
	}
	return "<code>" + escaped(s) + "</code>"
}

// Strong returns a label that stands out.
func (markup) Strong(label template.HTML) template.HTML { return "<strong>" + label + "</strong>" }

// Fence returns lines of code. A line feed behind the start tag would be dropped
// (HTML, "The pre element").
func (markup) Fence(language, s string) template.HTML {
	s = strings.TrimSuffix(reference.Visible(s), "\n")
	return template.HTML(`<pre class="`+language+`"><code>`) + escaped(s) + "</code></pre>"
}

// Link returns a link to a page of the web. What is no http or https URL is
// shown behind the label and leads nowhere.
func (m markup) Link(label template.HTML, target string) template.HTML {
	dest, ok := reference.Destination(target)
	if !ok {
		return label + " (" + m.Code(target) + ")"
	}
	return `<a rel="noreferrer" href="` + escaped(dest) + `">` + label + "</a>"
}

// Mark returns a place as the value of an id.
func (markup) Mark(place string) template.HTML { return escaped(place) }

// To returns a link to a place of the catalog, or to one on the page of an entry.
func (markup) To(label template.HTML, place, at string) template.HTML {
	to := address(place)
	if at != "" {
		to = address(at) + "#" + url.PathEscape(place)
	}
	return `<a href="` + escaped(to) + `">` + label + "</a>"
}

// address is where a place is, from the pages of its catalog.
func address(place string) string {
	if name, ok := reference.IsEntry(place); ok {
		return url.PathEscape(pageOf(name))
	}
	return "index.html#" + url.PathEscape(place)
}

// pageOf is the file of an entry's page, by its name as its place has it. The catalog's own
// page has a name, too, in any letter case.
func pageOf(name string) string {
	if strings.EqualFold(name, "index") {
		name += "-"
	}
	return name + ".html"
}
