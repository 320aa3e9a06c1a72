package seeds

import (
	"regexp"
	"strings"
)

// AuiStatus is a line of aui's table of statuses, without its marks.
type AuiStatus struct {
	Status      int
	Description string
}

// AuiStatuses returns the table "Error Codes" of document 004.
func AuiStatuses() []AuiStatus {
	var all []AuiStatus
	for _, c := range table(auiFile, read(auiFile), "Status") {
		all = append(all, AuiStatus{number(auiFile, c[0]), plain(c[1])})
	}
	return all
}

// AuiClose is a line of aui's table of WebSocket close codes.
type AuiClose struct {
	Code    int
	Meaning string
}

// AuiCloses returns the table "WebSocket Errors" of document 004.
func AuiCloses() []AuiClose {
	var all []AuiClose
	for _, c := range table(auiFile, read(auiFile), "Close Code") {
		all = append(all, AuiClose{number(auiFile, c[0]), c[1]})
	}
	return all
}

// AuiFormat is a section of "Error Response Format": one shape of a body.
type AuiFormat struct {
	Heading string // "Server Error (5xx)"
	Intro   string // the paragraph below the heading, with its marks
	Body    string // the example
	Fields  []AuiField
}

// AuiField is a documented member, those of list items included.
type AuiField struct {
	Name, Type, Description string
}

var auiField = regexp.MustCompile(`<ResponseField name="(.*?)" type="(.*?)">\n\s*(.*)\n`)

// AuiFormats returns the sections of "Error Response Format" of document 004.
func AuiFormats() []AuiFormat {
	var all []AuiFormat
	part := between(auiFile, read(auiFile), "## Error Response Format\n", "\n## Error Codes")
	for _, section := range strings.Split(part, "\n### ")[1:] {
		heading, text, _ := strings.Cut(section, "\n\n")
		intro, _, _ := strings.Cut(text, "\n\n")
		f := AuiFormat{Heading: heading, Intro: intro, Body: fences(text)[0]}
		for _, m := range auiField.FindAllStringSubmatch(text, -1) {
			f.Fields = append(f.Fields, AuiField{m[1], m[2], m[3]})
		}
		all = append(all, f)
	}
	return all
}
