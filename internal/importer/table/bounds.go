package table

import (
	"fmt"
	"regexp"
	"strings"
)

// The bounds of what is read.
const (
	maxSize    = 32 << 20
	maxCells   = 500_000
	maxColumns = 200
)

// The bounds of Markdown. Each block and each bracket, a link perhaps, costs goldmark some
// hundred bytes, and its time grows with the square of the marks that a line begins with
// and of the definitions of links.
const (
	maxMarkdown    = 8 << 20
	maxBrackets    = 500_000
	maxDefinitions = 10_000
	maxMarks       = 200 // bytes
)

var (
	linkDefinition = regexp.MustCompile(`^ {0,3}\[[^\]]+\]:`)
	marks          = regexp.MustCompile(`^(?:[ \t]*(?:>|(?:[-+*]|[0-9]{1,9}[.)])[ \t]))+`)
)

// checkMarkdown says which bound a page of Markdown passes.
func checkMarkdown(source string) error {
	if len(source) > maxMarkdown {
		return fmt.Errorf("%d MB are too much for a page of Markdown: give the part of it that has the errors", len(source)>>20)
	}
	if strings.Count(source, "[") > maxBrackets {
		return fmt.Errorf("the page has more than %d brackets: give the part of it that has the errors", maxBrackets)
	}
	definitions, line := 0, 0
	for text := range strings.Lines(source) {
		line++
		if len(text) > maxMarks && len(marks.FindString(text)) > maxMarks {
			return fmt.Errorf("line %d: quotes and lists are nested too deep", line)
		}
		if strings.Contains(text, "]:") && linkDefinition.MatchString(text) {
			definitions++
		}
	}
	if definitions > maxDefinitions {
		return fmt.Errorf("the page has more than %d definitions of links: give the part of it that has the errors", maxDefinitions)
	}
	return nil
}

// checkWidths says which table has too many columns.
func (p *page) checkWidths() error {
	for _, b := range p.blocks {
		for _, row := range append([][]cell{b.head}, b.rows...) {
			if len(row) > maxColumns {
				return fmt.Errorf("line %d: the table has more than %d columns: give a part of it", b.line, maxColumns)
			}
		}
	}
	return nil
}
