package layout

import (
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// scalar writes a scalar in one line. What is plain stays so, and what is quoted loses
// its quotes where it is a text without them, too.
func scalar(n *yamltext.Node, flow bool) string {
	v := n.Value
	switch {
	case n.Kind == yamltext.Nothing:
		return ""
	case n.Style == yamltext.Plain && !strings.Contains(v, "\n"), yamltext.IsPlain(v, flow):
		return v
	case !yamltext.Printable(v), strings.Contains(v, "'") && !strings.ContainsAny(v, `"\`):
		return yamltext.InDoubleQuotes(v)
	}
	return yamltext.InSingleQuotes(v)
}

// scalar writes an element with a text, which below | and > may have several lines.
func (p *printer) scalar(it *item, indent int, lead string) {
	n := it.value.src
	if n.Style == yamltext.Literal || n.Style == yamltext.Folded {
		p.blockScalar(it, indent, lead)
		return
	}
	if head, lines, ok := literal(n.Value); ok {
		p.line(0, lead+" "+head, it.trailing)
		for _, l := range lines {
			p.line(indent+2, l, "")
		}
		return
	}
	p.line(0, lead+" "+scalar(n, false), it.trailing)
}

// literal returns the lines of a text of several below |; false if it is none, or
// cannot be written so.
func literal(s string) (head string, lines []string, ok bool) {
	body, ends := strings.CutSuffix(s, "\n")
	if !strings.Contains(body, "\n") || strings.ContainsAny(s[:1], " \n\t") || strings.HasSuffix(body, "\n") {
		return "", nil, false
	}
	head = "|-"
	if ends {
		head = "|"
	}
	for l := range strings.SplitSeq(body, "\n") {
		if !yamltext.Printable(strings.ReplaceAll(l, "\t", " ")) || l != "" && strings.Trim(l, " \t") == "" {
			return "", nil, false
		}
		lines = append(lines, l)
	}
	return head, lines, true
}

// blockScalar writes the lines of a text below | or > as they are, but for their
// indentation.
func (p *printer) blockScalar(it *item, indent int, lead string) {
	n := it.value.src
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(p.text[n.Content:n.End])), "\n")
	head, comment, _ := strings.Cut(lines[0], "#")
	head = strings.TrimRight(head, " \t")
	if comment != "" {
		it.trailing = "#" + comment
	}
	digit := strings.IndexAny(head, "123456789")
	strip := -1
	for _, l := range lines[1:] {
		if in := len(l) - len(strings.TrimLeft(l, " ")); in < len(l) && (strip < 0 || in < strip) {
			strip = in
		}
	}
	if digit >= 0 {
		strip = p.explicit(n, int(head[digit]-'0'))
		head = head[:digit] + "2" + head[digit+1:]
	}
	p.line(0, lead+" "+head, it.trailing)
	for _, l := range lines[1:] {
		p.line(indent+2, strings.TrimSuffix(l[min(max(strip, 0), len(l)):], "\r"), "")
	}
}

// explicit is the indentation of a text whose head says it: behind that of the line
// where the element begins. (Of an element behind "- " it is that of the element.)
func (p *printer) explicit(n *yamltext.Node, digit int) int {
	l := p.text[lineStart(p.text, n.Content):n.Content]
	in := 0
	for in < len(l) && (l[in] == ' ' || l[in] == '-' && in+1 < len(l) && l[in+1] == ' ') {
		in++
	}
	if trimmed := strings.TrimLeft(string(l), " "); strings.HasPrefix(trimmed, "- ") && !strings.Contains(trimmed[2:], ":") {
		in = len(l) - len(trimmed)
	}
	return in + digit
}
