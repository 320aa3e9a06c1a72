package golang

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dave/jennifer/jen"
)

// commentWidth is where comments are wrapped, in code points, the slashes and
// the usual indentation included.
const commentWidth = 80

// A comment is a Go doc comment in the making. It is the only way by which text
// of the catalog gets into a comment: every line is prefixed, what could end
// the line or mislead a reader is escaped, and no line becomes a directive.
type comment struct{ lines []string }

// say adds a paragraph of text, which is wrapped.
func (c *comment) say(format string, args ...any) {
	c.block(wrap(fmt.Sprintf(format, args...), "", ""))
}

// heading adds a heading of one line.
func (c *comment) heading(text string) {
	c.block([]string{"# " + strings.Join(strings.Fields(escape(text)), " ")})
}

// list adds a list, one item for each text.
func (c *comment) list(items []string) {
	var lines []string
	for _, item := range items {
		lines = append(lines, wrap(item, "  - ", "    ")...)
	}
	c.block(lines)
}

// deprecated adds the paragraph by which tools know what is deprecated.
func (c *comment) deprecated(text string) {
	lines := wrap(marker+": "+text, "", "")
	lines[0] = strings.TrimPrefix(lines[0], `\`)
	c.block(lines)
}

// marker begins a paragraph that deprecates what it documents.
const marker = "Deprecated"

// lineEnds makes line feeds of the line ends of all systems.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// prose adds text as the catalog has it: paragraphs that blank lines separate,
// lists, and indented lines, which keep their form.
func (c *comment) prose(text string) {
	text = lineEnds.Replace(text)
	var p passage
	for line := range strings.SplitSeq(text, "\n") {
		p.add(strings.TrimRight(line, " \t"))
	}
	for _, block := range p.finish() {
		c.block(block)
	}
}

// block adds lines that are ready, as a paragraph of their own.
func (c *comment) block(lines []string) {
	if len(lines) == 0 {
		return
	}
	if len(c.lines) > 0 {
		c.lines = append(c.lines, "")
	}
	c.lines = append(c.lines, lines...)
}

// text is the comment as it stands in the source.
func (c *comment) text() string {
	var b strings.Builder
	for i, line := range c.lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("//")
		if line != "" && line[0] != '\t' {
			b.WriteByte(' ')
		}
		b.WriteString(line)
	}
	return b.String()
}

// code is the comment as jennifer's; it renders nothing if there is none.
// Jennifer writes a text that begins with two slashes as it is.
func (c *comment) code() jen.Code {
	if len(c.lines) == 0 {
		return jen.Null()
	}
	return jen.Comment(c.text())
}

// wrap breaks a text into lines. The first begins with first, the others with
// rest. Words are kept as they are, however long.
func wrap(text, first, rest string) []string {
	const room = commentWidth - len("\t// ")
	var lines []string
	line, width := "", 0
	for word := range strings.FieldsSeq(escape(text)) {
		n := utf8.RuneCountInString(word)
		if line != "" && len(first)+width+1+n > room {
			lines = append(lines, first+inert(line))
			first, line, width = rest, "", 0
		}
		if line != "" {
			line, width = line+" ", width+1
		}
		line, width = line+word, width+n
	}
	if line != "" {
		lines = append(lines, first+inert(line))
	}
	return lines
}

// directive is how a line begins that means something to a tool even behind a
// space: a build constraint of the old form, golangci-lint's nolint, a
// deprecation, the definition of a link (which gofmt moves).
var directive = regexp.MustCompile(`^(?:/*[ ]*nolint|\+build(?:[ \t]|$)|` + marker + `:|\[[^\]]*\]:)`)

// inert puts a backslash before what a tool would obey.
func inert(line string) string {
	text := strings.TrimLeft(line, " \t")
	if directive.MatchString(text) {
		return line[:len(line)-len(text)] + `\` + text
	}
	return line
}

// twins are quotes next to each other, which gofmt turns into typographic ones.
var twins = regexp.MustCompile("``+|''+")

// escape shows everything that is not graphic as Go's escape sequences do:
// controls, bidirectional overrides, separators, byte order marks, and bytes
// that are no UTF-8. Line feeds and tabs, which are white space here, are kept.
// Quotes next to each other get backslashes.
func escape(text string) string {
	if strings.ContainsAny(text, "`'") {
		text = twins.ReplaceAllStringFunc(text, func(quotes string) string {
			return strings.Repeat(`\`+quotes[:1], len(quotes))
		})
	}
	if isGraphic(text) {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch {
		case r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)):
			fmt.Fprintf(&b, `\x%02x`, text[i])
		case r == '\n' || r == '\t' || strconv.IsGraphic(r):
			b.WriteRune(r)
		default:
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		}
	}
	return b.String()
}

func isGraphic(text string) bool {
	for i, r := range text {
		if !strconv.IsGraphic(r) || r == utf8.RuneError && !strings.HasPrefix(text[i:], string(utf8.RuneError)) {
			return false
		}
	}
	return true
}
