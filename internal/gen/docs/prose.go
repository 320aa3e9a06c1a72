package docs

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A line of prose. One that begins with white space or like an item of a list
// stays a line of its own; others flow into the line before.
type line struct {
	text Markdown
	own  bool
}

// item is how a line begins that its author meant to stand alone.
var item = regexp.MustCompile(`^(?:[ \t]|[-*+•] |[0-9]{1,3}[.)] )`)

// prose sorts a text of the catalog into paragraphs, which blank lines separate.
// It is plain text: what looks like Markdown in it is not.
func prose(s string) [][]line {
	var paragraphs [][]line
	begun := false
	for raw := range strings.SplitSeq(visible(s), "\n") {
		t := text(raw)
		if t == "" {
			begun = false
			continue
		}
		if !begun {
			paragraphs = append(paragraphs, nil)
			begun = true
		}
		last := len(paragraphs) - 1
		paragraphs[last] = append(paragraphs[last], line{t, item.MatchString(raw)})
	}
	return paragraphs
}

// paragraphs returns a text of the catalog as paragraphs.
func paragraphs(s string) Markdown {
	return joinProse(prose(s), "\n\n", "\\\n", "\n") // a backslash at its end breaks a line
}

// cell returns a text of the catalog as one line, for a table or a list.
func cell(s string) Markdown {
	return joinProse(prose(s), "<br>", "<br>", " ")
}

// joinProse joins paragraphs by between, lines that stay lines by hard, and
// others by soft.
func joinProse(paragraphs [][]line, between, hard, soft Markdown) Markdown {
	var b strings.Builder
	for i, p := range paragraphs {
		for j, l := range p {
			switch {
			case j > 0 && l.own:
				b.WriteString(string(hard))
			case j > 0:
				b.WriteString(string(soft))
			case i > 0:
				b.WriteString(string(between))
			}
			b.WriteString(string(l.text))
		}
	}
	return Markdown(b.String())
}

// maxSummary is the length in code points at which a summary is cut.
const maxSummary = 160

// summary returns the first line of a text, cut after a word if it is long.
func summary(s string) Markdown {
	s = strings.TrimSpace(visible(s))
	s, _, _ = strings.Cut(s, "\n")
	if utf8.RuneCountInString(s) <= maxSummary {
		return text(s)
	}
	s = string([]rune(s)[:maxSummary])
	if i := strings.LastIndexByte(s, ' '); i > maxSummary/2 {
		s = s[:i]
	}
	return text(s) + " ..."
}
