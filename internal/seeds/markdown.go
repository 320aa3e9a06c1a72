package seeds

import (
	"fmt"
	"strings"
)

// table returns the cells of the Markdown table whose first header cell is
// first, without the header and its rule. Cells are trimmed; their markup is
// kept.
func table(file, text, first string) [][]string {
	var rows [][]string
	inside := false
	for line := range strings.Lines(text) {
		cells := cellsOf(line)
		switch {
		case !inside:
			inside = len(cells) > 0 && cells[0] == first
		case cells == nil:
			return rows
		case strings.Trim(cells[0], ":- ") != "":
			rows = append(rows, cells)
		}
	}
	if rows == nil {
		panic(fmt.Sprintf("seeds: %s: no table with the first column %q", file, first))
	}
	return rows
}

// cellsOf splits a line of a Markdown table; nil for any other line.
func cellsOf(line string) []string {
	line = strings.TrimSpace(line)
	if len(line) < 2 || !strings.HasPrefix(line, "|") || !strings.HasSuffix(line, "|") {
		return nil
	}
	cells := strings.Split(line[1:len(line)-1], "|")
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}

// fences returns the contents of the fenced code blocks of a Markdown text, in
// order, each without its last newline.
func fences(text string) []string {
	var blocks []string
	var block []string
	inside := false
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case !strings.HasPrefix(line, "```"):
			if inside {
				block = append(block, line)
			}
		case inside:
			blocks = append(blocks, strings.Join(block, "\n"))
			inside, block = false, nil
		default:
			inside = true
		}
	}
	return blocks
}

// codeSpans returns the texts between single backquotes, in order, and the text
// that follows each.
func codeSpans(text string) (spans, after []string) {
	parts := strings.Split(text, "`")
	for i := 1; i+1 < len(parts); i += 2 {
		spans = append(spans, parts[i])
		after = append(after, parts[i+1])
	}
	return spans, after
}

// plain removes the emphasis and code marks of a cell.
func plain(cell string) string {
	return strings.NewReplacer("*", "", "`", "").Replace(cell)
}
