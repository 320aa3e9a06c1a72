package reference

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Line is a line of prose. One that begins with white space or like an item of a list
// stays a line of its own; others flow into the line before.
type Line struct {
	Text string
	Own  bool
}

// item is how a line begins that its author meant to stand alone.
var item = regexp.MustCompile(`^(?:[ \t]|[-*+•] |[0-9]{1,3}[.)] )`)

// Prose sorts a text of the catalog into paragraphs, which blank lines separate.
// It is plain text: what looks like markup in it is not.
func Prose(s string) [][]Line {
	var paragraphs [][]Line
	begun := false
	for raw := range strings.SplitSeq(Visible(s), "\n") {
		if strings.TrimFunc(raw, IsBlank) == "" {
			begun = false
			continue
		}
		if !begun {
			paragraphs = append(paragraphs, nil)
			begun = true
		}
		last := len(paragraphs) - 1
		paragraphs[last] = append(paragraphs[last], Line{raw, item.MatchString(raw)})
	}
	return paragraphs
}

// maxSummary is the length in code points at which a summary is cut.
const maxSummary = 160

// Summary returns the first line of a text, cut after a word if it is long.
func Summary(s string) string {
	s = strings.TrimSpace(Visible(s))
	s, _, _ = strings.Cut(s, "\n")
	if utf8.RuneCountInString(s) <= maxSummary {
		return s
	}
	s = string([]rune(s)[:maxSummary])
	if i := strings.LastIndexByte(s, ' '); i > maxSummary/2 {
		s = s[:i]
	}
	return s + " ..."
}
