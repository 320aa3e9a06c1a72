package seeds

import (
	"fmt"
	"html"
	"regexp"
	"strings"
)

// AvalaraRow is a line of one of Avalara's four tables.
type AvalaraRow struct {
	Section   string // "General"
	ErrorCode string // "HTTP 500", "-2000", ""
	Message   string
	Link      string // a path: where the message links to
	Summary   string
}

var (
	avalaraSection = regexp.MustCompile(`<h3>(.*?)</h3>`)
	avalaraRow     = regexp.MustCompile(`(?s)<td>(.*?)</td>\s*<td><a class="dev-guide-link" href="(.*?)">(.*?)</a></td>\s*<td>(.*?)</td>`)
)

// Avalara returns the tables of document 003.
func Avalara() []AvalaraRow {
	var rows []AvalaraRow
	text := read(avalaraFile)
	sections := avalaraSection.FindAllStringSubmatchIndex(text, -1)
	for i, s := range sections {
		end := len(text)
		if i+1 < len(sections) {
			end = sections[i+1][0]
		}
		for _, m := range avalaraRow.FindAllStringSubmatch(text[s[1]:end], -1) {
			rows = append(rows, AvalaraRow{
				Section:   text[s[2]:s[3]],
				ErrorCode: html.UnescapeString(m[1]),
				Link:      html.UnescapeString(m[2]),
				Message:   html.UnescapeString(m[3]),
				Summary:   html.UnescapeString(m[4]),
			})
		}
	}
	if rows == nil {
		panic("seeds: " + avalaraFile + ": no tables")
	}
	return rows
}

// AvalaraBody is the response body behind a row of document 003, as the notes
// on the linked pages have it.
type AvalaraBody struct {
	Row    string // the row's message
	Status int    // 0: not documented
	Media  string // "text/plain", "application/json", "text": inferred, not documented
	Body   string // verbatim
}

// AvalaraBodies returns the table of LINKED.md.
func AvalaraBodies() []AvalaraBody {
	var bodies []AvalaraBody
	for _, c := range table(linkedFile, read(linkedFile), "row") {
		b := AvalaraBody{Row: c[0], Body: bodyOf(c[3])}
		if c[1] != "not documented" {
			b.Status = number(linkedFile, c[1])
		}
		b.Media, _, _ = strings.Cut(c[2], " ")
		bodies = append(bodies, b)
	}
	return bodies
}

// bodyOf reads a body cell: a code span with a remark, or the lines of a body as
// several spans with "an empty line" between them.
func bodyOf(cell string) string {
	spans, after := codeSpans(cell)
	if len(spans) == 0 {
		panic(fmt.Sprintf("seeds: %s: no body in %q", linkedFile, cell))
	}
	body := spans[0]
	for i := 0; strings.Contains(after[i], "an empty line"); i++ {
		body += "\n\n" + spans[i+1]
	}
	return body
}
