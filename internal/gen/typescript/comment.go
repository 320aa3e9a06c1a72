package typescript

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// commentWidth is where comments are wrapped, in code points.
const commentWidth = 100

// A comment is a documentation comment in the making. It is the only way by which text of
// the catalog gets into a comment: nothing in it ends the comment, or is a tag.
type comment struct{ lines []string }

// say adds a paragraph, which is wrapped.
func (c *comment) say(format string, args ...any) { c.prose(fmt.Sprintf(format, args...)) }

// prose adds text as the catalog has it: its paragraphs, lists and lines.
func (c *comment) prose(said string) {
	said = strings.TrimSpace(said)
	if said == "" {
		return
	}
	if len(c.lines) > 0 {
		c.lines = append(c.lines, "")
	}
	for _, line := range strings.FieldsFunc(said, isLineEnd) {
		c.lines = append(c.lines, wrap(escape(strings.TrimRight(line, " \t")))...)
	}
}

// tag adds a tag of TSDoc.
func (c *comment) tag(name, said string) {
	if len(c.lines) > 0 {
		c.lines = append(c.lines, "")
	}
	c.lines = append(c.lines, wrap(strings.TrimSpace(name+" "+escape(strings.Join(strings.Fields(said), " "))))...)
}

func isLineEnd(r rune) bool { return strings.ContainsRune("\n\r\u2028\u2029\u0085\v\f", r) }

// escape makes a line safe in a comment.
func escape(line string) string {
	line = strings.ReplaceAll(errgen.Printable(line, math.MaxInt), "*/", `*\/`)
	if trimmed := strings.TrimLeft(line, " \t*"); strings.HasPrefix(trimmed, "@") {
		line = line[:len(line)-len(trimmed)] + `\` + trimmed
	}
	return strings.ReplaceAll(line, "{@", `{\@`)
}

// wrap breaks a line at spaces.
func wrap(line string) []string {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	var lines []string
	now := indent
	for _, word := range strings.Fields(line) {
		if len(now) > len(indent) && utf8.RuneCountInString(now)+1+utf8.RuneCountInString(word) > commentWidth && !strings.HasPrefix(word, "@") {
			lines = append(lines, now)
			now = indent
		}
		if len(now) > len(indent) {
			now += " "
		}
		now += word
	}
	return append(lines, now)
}

// String is the comment at an indentation, "" for an empty one.
func (c *comment) indented(indent string) string {
	switch len(c.lines) {
	case 0:
		return ""
	case 1:
		return indent + "/** " + c.lines[0] + " */\n"
	}
	var b strings.Builder
	b.WriteString(indent + "/**\n")
	for _, line := range c.lines {
		b.WriteString(strings.TrimRight(indent+" * "+line, " ") + "\n")
	}
	b.WriteString(indent + " */\n")
	return b.String()
}
