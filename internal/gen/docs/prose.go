package docs

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
)

// paragraphs returns a text of the catalog as paragraphs.
func paragraphs(s string) Markdown {
	return joinProse(s, "\n\n", "\\\n", "\n") // a backslash at its end breaks a line
}

// cell returns a text of the catalog as one line, for a table or a list.
func cell(s string) Markdown { return joinProse(s, "<br>", "<br>", " ") }

// joinProse joins the paragraphs of a text by between, lines that stay lines by hard,
// and others by soft.
func joinProse(s string, between, hard, soft Markdown) Markdown {
	var b strings.Builder
	for i, p := range reference.Prose(s) {
		for j, l := range p {
			switch {
			case j > 0 && l.Own:
				b.WriteString(string(hard))
			case j > 0:
				b.WriteString(string(soft))
			case i > 0:
				b.WriteString(string(between))
			}
			b.WriteString(string(text(l.Text)))
		}
	}
	return Markdown(b.String())
}
