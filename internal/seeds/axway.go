package seeds

import "strings"

// AxwayClass is a line of Axway's table of error classes.
type AxwayClass struct {
	Code   string
	Status int
	Usage  string
}

// Axway returns the table "Error Classes" of document 002.
func Axway() []AxwayClass {
	var classes []AxwayClass
	for _, c := range table(axwayFile, read(axwayFile), "Error Class") {
		classes = append(classes, AxwayClass{plain(c[0]), number(axwayFile, c[1]), c[2]})
	}
	return classes
}

// AxwayProperty is a line of Axway's table of properties.
type AxwayProperty struct {
	Name, Type  string
	Optional    bool
	Description string
}

// AxwayProperties returns the table "Format" of document 002.
func AxwayProperties() []AxwayProperty {
	var ps []AxwayProperty
	for _, c := range table(axwayFile, read(axwayFile), "Property Name") {
		ps = append(ps, AxwayProperty{c[0], c[1], c[2] != "no", c[3]})
	}
	return ps
}

// AxwayOccurrence is a bullet of the section "Example Occurrences".
type AxwayOccurrence struct {
	Code string // of the class it stands under
	Text string // with its Markdown links
	Sub  bool   // a bullet below another one
}

// AxwayOccurrences returns the section "Example Occurrences" of document 002.
func AxwayOccurrences() []AxwayOccurrence {
	var all []AxwayOccurrence
	section := between(axwayFile, read(axwayFile), "#### Example Occurrences\n", "\n### Examples")
	class := ""
	for line := range strings.Lines(section) {
		text := strings.TrimSpace(line)
		if bullet, ok := strings.CutPrefix(text, "* "); ok {
			all = append(all, AxwayOccurrence{class, bullet, strings.HasPrefix(line, " ")})
		} else if text != "" {
			class = plain(text)
		}
	}
	return all
}

// Response is a documented HTTP response.
type Response struct {
	Status int
	Reason string
	Header []HeaderLine // in documented order
	Body   string
}

// HeaderLine is a header as documented.
type HeaderLine struct{ Name, Value string }

// ExampleAxwayBody returns the example body of document 002.
func ExampleAxwayBody() string { return fences(read(axwayFile))[0] }

// ExampleAxway returns the example HTTP response of document 002.
func ExampleAxway() Response {
	head, body, ok := strings.Cut(fences(read(axwayFile))[1], "\n\n")
	if !ok {
		panic("seeds: " + axwayFile + ": the example response has no body")
	}
	lines := strings.Split(head, "\n")
	status := strings.SplitN(lines[0], " ", 3)
	r := Response{Status: number(axwayFile, status[1]), Reason: status[2], Body: body}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		r.Header = append(r.Header, HeaderLine{name, value})
	}
	return r
}
