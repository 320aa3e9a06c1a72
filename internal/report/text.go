package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// WriteText writes what is wrong with catalogs, all of it, without the lines of the
// source.
func WriteText(w io.Writer, diagnostics []diag.Diagnostic) error {
	return Printer{All: true}.Write(w, Report{Findings: InCatalogs("", diagnostics)})
}

// text writes findings in the order given: for each
//
//	file:line:column: level: subject: what is wrong [rule]
//	   12 | the line
//	      |     ^^^^
//	    was:      the old value
//	    what to do
//	    file:line:column: another place that belongs to it
//
// All that comes from a catalog is escaped (see diag.Escape), so that every finding
// has these lines and no others.
func (p Printer) text(b *strings.Builder, r Report) {
	if r.Text != "" {
		b.WriteString(r.Text)
		return
	}
	var shown []gathered
	if p.All {
		for _, f := range r.Findings {
			shown = append(shown, gathered{Finding: f})
		}
	} else {
		shown = gather(r.Findings)
	}
	for _, g := range shown {
		p.finding(b, g)
	}
}

// finding writes one finding.
func (p Printer) finding(b *strings.Builder, g gathered) {
	b.WriteString(p.paint(bold, g.heading()) + p.paint(levelColors[g.Level], " ["+g.Rule+"]") + "\n")
	p.quote(b, g)
	for _, d := range g.details() {
		fmt.Fprintf(b, "    %-9s %s\n", d.what+":", diag.Escape(d.text))
	}
	if len(g.also) > 0 {
		fmt.Fprintf(b, "    also:     %s\n", diag.Escape(g.others()))
	}
	if g.Remedy != "" {
		b.WriteString("    " + p.paint(cyan, diag.Escape(g.Remedy)) + "\n")
	}
	for _, r := range g.Related {
		b.WriteString("    " + before(g.place(r.Pos)) + diag.Escape(r.Message) + "\n")
	}
	if g.more > 0 {
		b.WriteString(p.paint(bold, fmt.Sprintf("... and %d more [%s], %s--all shows them", g.more, g.Rule, upTo(g.place(g.last)))) + "\n")
	}
}

// upTo says up to where there are more findings, if they have places.
func upTo(place string) string {
	if place == "" {
		return ""
	}
	return "up to " + diag.Escape(place) + "; "
}

// others are the other subjects of a cause, as many as help.
func (g gathered) others() string {
	named := g.also[:min(len(g.also), gatherAlso)]
	text := strings.Join(named, ", ")
	if n := len(g.also) - len(named); n > 0 {
		text += fmt.Sprintf(" and %d more; --all shows them", n)
	}
	return text
}

// line writes findings for machines: one line each, with the remedy behind the rule.
func (p Printer) line(b *strings.Builder, r Report) {
	for _, f := range r.Findings {
		b.WriteString(f.heading() + " [" + f.Rule + "] " + diag.Escape(f.Remedy) + "\n")
	}
}

// heading is the place of a finding, its level, what it is about and what is wrong.
func (f Finding) heading() string {
	text := before(f.place(f.Pos))
	if f.Category != InCatalog {
		text += f.Level.String() + ": "
	}
	return text + before(f.Subject) + diag.Escape(f.said())
}

// before is a text before another one, if there is one. A line that begins with it is
// no command of a workflow of GitHub, whatever file it names.
func before(text string) string {
	if text == "" {
		return ""
	}
	if t := strings.TrimSpace(text); strings.HasPrefix(t, "::") || strings.HasPrefix(t, "##[") {
		text = "./" + text
	}
	return diag.Escape(text) + ": "
}

// The colours (ECMA-48 section 8.3.117).
const (
	bold   = "1"
	red    = "1;31"
	yellow = "1;33"
	blue   = "1;34"
	cyan   = "36"
)

var levelColors = map[Level]string{Error: red, Warning: yellow, Info: blue}

// paint colours a text that is escaped already.
func (p Printer) paint(color, text string) string {
	if !p.Color {
		return text
	}
	return "\x1b[" + color + "m" + text + "\x1b[0m"
}

// quote shows the line of a place, with a mark under what stands there.
func (p Printer) quote(b *strings.Builder, g gathered) {
	if p.Lines == nil || !g.Pos.IsValid() || g.Revision != "" {
		return
	}
	lines := p.Lines(g.Pos.File)
	if g.Pos.Line > len(lines) {
		return
	}
	text, before, marked := excerpt([]rune(lines[g.Pos.Line-1]), g.Pos.Column-1)
	number := fmt.Sprintf("%5s", strconv.Itoa(g.Pos.Line))
	b.WriteString(p.paint(blue, number+" | ") + text + "\n")
	b.WriteString(p.paint(blue, strings.Repeat(" ", len(number))+" | ") + strings.Repeat(" ", before) + p.paint(levelColors[g.Level], strings.Repeat("^", marked)) + "\n")
}
