package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	// mostAnnotations is how many annotations of a level GitHub shows of one step; it
	// drops the others and does not say so.
	mostAnnotations = 10
	// summaryLimit is how many bytes the summary of a step has at most, which is 1 MiB.
	summaryLimit = 1_000_000
)

// github writes annotations of a workflow's step, the worst findings first, and all of
// them to the step's summary.
// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func (p Printer) github(b *strings.Builder, r Report) error {
	if r.Failure != "" {
		fmt.Fprintf(b, "::error title=errgen %s::%s\n", escapeProperty(r.Command), escapeData(r.Failure))
	}
	shown := map[Level]int{}
	left := 0
	for _, f := range worstFirst(r.Findings) {
		if f.Level == Info || shown[f.Level] == mostAnnotations {
			left++
			continue
		}
		shown[f.Level]++
		fmt.Fprintf(b, "::%s %s::%s\n", f.Level, p.properties(f), escapeData(f.lines()...))
	}
	if left > 0 {
		where := "shown by --format text"
		if p.Summary != nil {
			where = "in the summary of this step"
		}
		fmt.Fprintf(b, "::notice title=errgen %s::%d more, %s\n", escapeProperty(r.Command), left, where)
	}
	if p.Summary == nil || len(r.Findings) == 0 && r.Failure == "" {
		return nil
	}
	var text strings.Builder
	markdown(&text, r, summaryLimit)
	if _, err := io.WriteString(p.Summary, text.String()); err != nil {
		return fmt.Errorf("the summary of the step: %w", err)
	}
	return nil
}

// properties are where an annotation stands and its title. The lines of an earlier
// revision are not those of the file that GitHub shows.
func (p Printer) properties(f Finding) string {
	var all []string
	if f.Pos.File != "" {
		all = append(all, "file="+escapeProperty(p.path(f, f.Pos)))
	}
	if f.Pos.IsValid() && f.Revision == "" {
		all = append(all, fmt.Sprintf("line=%d,col=%d", f.Pos.Line, f.Pos.Column))
	}
	title := "[" + f.Rule + "]"
	if f.Subject != "" {
		title = f.Subject + " " + title
	}
	return strings.Join(append(all, "title="+escapeProperty(title)), ",")
}

// lines are all that a finding says, a line for each part.
func (f Finding) lines() []string {
	first := f.said()
	if f.Revision != "" {
		first = f.place(f.Pos) + ": " + first
	}
	lines := []string{first}
	for _, d := range f.details() {
		lines = append(lines, d.what+": "+d.text)
	}
	if f.Remedy != "" {
		lines = append(lines, f.Remedy)
	}
	for _, r := range f.Related {
		lines = append(lines, f.place(r.Pos)+": "+r.Message)
	}
	return lines
}

// escapeData are lines as the message of a workflow command.
func escapeData(lines ...string) string {
	for i, line := range lines {
		lines[i] = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(diag.Escape(line))
	}
	return strings.Join(lines, "%0A")
}

// escapeProperty is a text as a property of a workflow command.
func escapeProperty(text string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(escapeData(text))
}
