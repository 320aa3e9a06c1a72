package diag

import "strings"

const (
	gatherFrom = 6 // findings of one kind and cause; fewer are all shown
	gatherShow = 3 // of those that are gathered
)

// Gather leaves of the findings that have one kind and one cause the first few, so
// that a person sees what is wrong and not how often. The last of these says how many
// more there are, and up to where. One cause is one remedy, the names in it aside.
func Gather(findings []Diagnostic) []Diagnostic {
	total, last := map[cause]int{}, map[cause]Pos{}
	for _, d := range findings {
		total[causeOf(d)]++
		last[causeOf(d)] = d.Pos
	}
	seen := map[cause]int{}
	var shown []Diagnostic
	for _, d := range findings {
		c := causeOf(d)
		if seen[c]++; total[c] >= gatherFrom {
			if seen[c] > gatherShow {
				continue
			}
			if seen[c] == gatherShow {
				d.More, d.Last = total[c]-gatherShow, last[c]
			}
		}
		shown = append(shown, d)
	}
	return shown
}

// cause is what findings have in common that are gathered.
type cause struct {
	code Code
	file string
	text string
}

// causeOf is the cause of a finding: its remedy without the names in it, which stand
// between backquotes. Where a name may be misspelled the name is the cause.
func causeOf(d Diagnostic) cause {
	if strings.HasPrefix(d.Remedy, didYouMean) {
		return cause{d.Code, d.Pos.File, d.Message}
	}
	parts := strings.Split(d.Remedy, "`")
	for i := 1; i < len(parts); i += 2 {
		parts[i] = ""
	}
	return cause{d.Code, d.Pos.File, strings.Join(parts, "`")}
}
