package golang

import (
	"regexp"
	"strings"
)

// A passage sorts the lines of a text into paragraphs, lists and indented
// lines, each of which becomes a block of a comment.
type passage struct {
	blocks [][]string
	kind   passageKind
	mark   string   // of the item that is being read, as gofmt indents it
	words  []string // lines of the paragraph or item that is being read
	lines  []string // of the list or indented lines that are being read
}

type passageKind uint8

const (
	nothing passageKind = iota
	paragraph
	bulletList
	indented
)

// bullet begins an item of a list.
var bullet = regexp.MustCompile(`^[ \t]*(?:[-*+\x{2022}]|[0-9]{1,3}[.)])[ \t]+`)

// add reads a line.
func (p *passage) add(line string) {
	mark := bullet.FindString(line)
	switch {
	case strings.TrimSpace(line) == "":
		p.end()
	case mark != "":
		p.begin(bulletList)
		p.endItem()
		p.mark, p.words = bulletMark(strings.TrimSpace(mark)), []string{line[len(mark):]}
	case p.kind == bulletList:
		p.words = append(p.words, line)
	case line[0] == ' ' || line[0] == '\t':
		p.begin(indented)
		p.lines = append(p.lines, strings.ReplaceAll(line, "\t", "    "))
	default:
		p.begin(paragraph)
		p.words = append(p.words, line)
	}
}

// bulletMark is the mark of an item in the form that gofmt gives it.
func bulletMark(mark string) string {
	if number := strings.TrimRight(mark, ".)"); number != "" && number[0] >= '0' && number[0] <= '9' {
		return " " + number + ". "
	}
	return "  - "
}

// begin ends what was being read if it is of another kind.
func (p *passage) begin(kind passageKind) {
	if p.kind != kind {
		p.end()
		p.kind = kind
	}
}

// endItem wraps the item that is being read.
func (p *passage) endItem() {
	p.lines = append(p.lines, wrap(strings.Join(p.words, " "), p.mark, "    ")...)
	p.words = nil
}

// end makes a block of what was being read.
func (p *passage) end() {
	switch p.kind {
	case paragraph:
		p.lines = wrap(strings.Join(p.words, " "), "", "")
	case bulletList:
		p.endItem()
	case indented:
		p.lines = outdented(p.lines)
	}
	if len(p.lines) > 0 {
		p.blocks = append(p.blocks, p.lines)
	}
	*p = passage{blocks: p.blocks}
}

// outdented are indented lines as gofmt leaves them: without the indentation that
// all have, behind a tab.
func outdented(lines []string) []string {
	common := len(lines[0])
	for _, line := range lines {
		common = min(common, len(line)-len(strings.TrimLeft(line, " ")))
	}
	all := make([]string, len(lines))
	for i, line := range lines {
		all[i] = inert("\t" + escape(line[common:]))
	}
	return all
}

// finish returns the blocks.
func (p *passage) finish() [][]string {
	p.end()
	return p.blocks
}
