package diag

import (
	"io"
	"strings"
)

// WriteText writes findings for people, in the order given: for each
//
//	file:line:column: what is wrong [code]
//	    what to do
//	    file:line:column: another place that belongs to it
//
// All that comes from a catalog is escaped (see Escape), so that every finding
// has these lines and no others. The error is the writer's.
func WriteText(w io.Writer, findings []Diagnostic) error {
	var b strings.Builder
	for _, d := range findings {
		line(&b, d.Pos, d.Message+" ["+string(d.Code)+"]")
		if d.Remedy != "" {
			b.WriteString("    " + Escape(d.Remedy) + "\n")
		}
		for _, r := range d.Related {
			b.WriteString("    ")
			line(&b, r.Pos, r.Message)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func line(b *strings.Builder, pos Pos, message string) {
	if p := pos.String(); p != "" {
		b.WriteString(Escape(p) + ": ")
	}
	b.WriteString(Escape(message) + "\n")
}
