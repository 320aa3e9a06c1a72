package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Form is how findings are shown to people.
type Form struct {
	// Lines returns the lines of a file; nil if they are not to be shown. A nil Lines
	// shows none.
	Lines func(file string) []string
	Color bool // with the escape sequences of terminals
}

// Write writes findings in the order given: for each
//
//	file:line:column: what is wrong [code]
//	   12 | the line
//	      |     ^^^^
//	    what to do
//	    file:line:column: another place that belongs to it
//
// All that comes from a catalog is escaped (see Escape), so that every finding
// has these lines and no others. The error is the writer's.
func (f Form) Write(w io.Writer, findings []Diagnostic) error {
	var b strings.Builder
	for _, d := range findings {
		b.WriteString(f.paint(bold, place(d.Pos)+Escape(d.Message)) + f.paint(red, " ["+string(d.Code)+"]") + "\n")
		f.quote(&b, d.Pos)
		if d.Remedy != "" {
			b.WriteString("    " + f.paint(cyan, Escape(d.Remedy)) + "\n")
		}
		for _, r := range d.Related {
			b.WriteString("    " + place(r.Pos) + Escape(r.Message) + "\n")
		}
		if d.More > 0 {
			b.WriteString(f.paint(bold, fmt.Sprintf("... and %d more [%s], up to %s; --all shows them", d.More, d.Code, Escape(d.Last.String()))) + "\n")
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteText writes findings without the lines of the source.
func WriteText(w io.Writer, findings []Diagnostic) error { return Form{}.Write(w, findings) }

// WriteLines writes findings for machines: one line each, with the remedy behind the
// code.
func WriteLines(w io.Writer, findings []Diagnostic) error {
	var b strings.Builder
	for _, d := range findings {
		b.WriteString(place(d.Pos) + Escape(d.Message) + " [" + string(d.Code) + "] " + Escape(d.Remedy) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// place is a position before what stands there.
func place(pos Pos) string {
	if p := pos.String(); p != "" {
		return Escape(p) + ": "
	}
	return ""
}

// The colours (ECMA-48 section 8.3.117).
const (
	bold = "1"
	red  = "1;31"
	blue = "1;34"
	cyan = "36"
)

// paint colours a text that is escaped already.
func (f Form) paint(color, text string) string {
	if !f.Color {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

// quote shows the line of a place, with a mark under what stands there.
func (f Form) quote(b *strings.Builder, pos Pos) {
	if f.Lines == nil || !pos.IsValid() {
		return
	}
	lines := f.Lines(pos.File)
	if pos.Line > len(lines) {
		return
	}
	text, before, marked := excerpt([]rune(lines[pos.Line-1]), pos.Column-1)
	number := fmt.Sprintf("%5s", strconv.Itoa(pos.Line))
	b.WriteString(f.paint(blue, number+" | ") + text + "\n")
	b.WriteString(f.paint(blue, strings.Repeat(" ", len(number))+" | ") + strings.Repeat(" ", before) + f.paint(red, strings.Repeat("^", marked)) + "\n")
}
