package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// width is how many characters a line with braces or brackets may have; what is wider
// is written in lines of its own.
const width = 160

// printer collects lines.
type printer struct {
	text  []byte
	lines []line
}

// line is a line and the comment behind it.
type line struct{ text, comment string }

func (p *printer) line(indent int, text, comment string) {
	if text != "" {
		text = strings.Repeat(" ", indent) + text
	}
	p.lines = append(p.lines, line{text, comment})
}

// blank adds an empty line, unless there is one, or nothing yet.
func (p *printer) blank() {
	if n := len(p.lines); n > 0 && p.lines[n-1] != (line{}) {
		p.lines = append(p.lines, line{})
	}
}

// comments writes lines of comments. First says that nothing stands before them.
func (p *printer) comments(cs []comment, indent int, first bool) {
	for i, c := range cs {
		if c.blank && !(first && i == 0) {
			p.blank()
		}
		p.line(indent, c.text, "")
	}
}

// block writes the elements of a collection, one below the other. The first of them
// goes on in the line that prefix begins.
func (p *printer) block(n *node, indent int, prefix string) {
	before := false // the element before has several lines
	for i, it := range n.items {
		lead := strings.Repeat(" ", indent)
		if prefix != "" {
			lead, prefix = prefix, ""
		}
		at := len(p.lines)
		p.element(it, indent, lead)
		wide := len(p.lines)-at > 1 && isBlock(n.shape, it)
		spaced := n.shape != nil && n.shape.spaced && i > 0 && (before || wide)
		p.above(at, it, indent, i == 0, spaced)
		before = wide
	}
	p.comments(n.tail, indent, len(n.items) == 0)
}

// above puts what stands above an element, whose lines begin at a place, in front of them.
func (p *printer) above(at int, it *item, indent int, first, spaced bool) {
	if !spaced && !it.blank && len(it.head) == 0 {
		return
	}
	lines := slices.Clone(p.lines[at:])
	p.lines = p.lines[:at]
	if spaced || it.blank && len(it.head) == 0 {
		p.blank()
	}
	p.comments(it.head, indent, first)
	if it.blank && len(it.head) > 0 {
		p.blank()
	}
	p.lines = append(p.lines, lines...)
}

// isBlock reports whether an element that has several lines is one that blank lines
// set apart: not a text, at the top.
func isBlock(s *shape, it *item) bool {
	return s != fileShape || it.value.items != nil
}

// element writes an element whose line begins with lead.
func (p *printer) element(it *item, indent int, lead string) {
	if it.src.Key != nil {
		lead += scalar(it.src.Key, false) + ":"
	} else {
		lead += "-"
	}
	v := it.value
	switch {
	case v.src.Kind == yamltext.Nothing:
		p.line(0, lead, it.trailing)
	case v.src.Kind == yamltext.Scalar:
		p.scalar(it, indent, lead)
	case p.inOneLine(v, lead):
		p.line(0, lead+" "+flow(v), it.trailing)
	case it.src.Key == nil && it.trailing == "":
		p.block(v, indent+2, lead+" ")
	default:
		p.line(0, lead, it.trailing)
		p.block(v, indent+2, "")
	}
}

// inOneLine reports whether a collection is written in braces or brackets.
func (p *printer) inOneLine(n *node, lead string) bool {
	return len(n.items) == 0 && len(n.tail) == 0 ||
		n.flow && isFlow(n) && utf8.RuneCountInString(lead)+1+utf8.RuneCountInString(flow(n)) <= width
}

// isFlow reports whether no comment and no text of several lines is within.
func isFlow(n *node) bool {
	for _, it := range n.items {
		if !it.value.flow && it.value.src.Elements != nil || !isFlow(it.value) {
			return false
		}
	}
	return len(n.tail) == 0
}

// flow writes a value within a line.
func flow(n *node) string {
	if n.src.Kind == yamltext.Scalar || n.src.Kind == yamltext.Nothing {
		return scalar(n.src, true)
	}
	var parts []string
	for _, it := range n.items {
		part := flow(it.value)
		if it.src.Key != nil {
			key := scalar(it.src.Key, true)
			if it.src.After >= 0 {
				key += ": " + part
			}
			part = key
		}
		parts = append(parts, part)
	}
	inside := strings.Join(parts, ", ")
	if n.src.Kind == yamltext.Mapping {
		return "{" + inside + "}"
	}
	return "[" + inside + "]"
}

// written are the lines with their comments: two spaces behind the text, and those of
// lines that follow each other below each other, unless that would put them far away.
func (p *printer) written() string {
	var b strings.Builder
	size := 0
	for _, l := range p.lines {
		size += len(l.text) + len(l.comment) + 1
	}
	b.Grow(size)
	for i := 0; i < len(p.lines); {
		end, least, most := i, 0, 0
		for end < len(p.lines) && p.lines[end].comment != "" {
			n := utf8.RuneCountInString(p.lines[end].text)
			if end == i {
				least = n
			}
			least, most = min(least, n), max(most, n)
			end++
		}
		for ; i < end; i++ {
			l := p.lines[i]
			pad := 2
			if most-least <= 40 {
				pad += most - utf8.RuneCountInString(l.text)
			}
			b.WriteString(l.text + strings.Repeat(" ", pad) + l.comment + "\n")
		}
		if i < len(p.lines) {
			b.WriteString(p.lines[i].text + "\n")
			i++
		}
	}
	return b.String()
}
