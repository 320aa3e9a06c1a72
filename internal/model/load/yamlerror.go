package load

import (
	"bytes"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// yamlMessage is the form of yaml.v3's errors.
var yamlMessage = regexp.MustCompile(`(?s)^(?:yaml: )?(?:line ([0-9]+): )?(.*)$`)

var unknownAnchor = regexp.MustCompile(`(?s)^yaml: unknown anchor '(.*)' referenced$`)

// yamlFaults says yaml.v3's messages in the words of those who write YAML, and
// what to do. They are matched by beginning.
var yamlFaults = []struct{ begins, message, remedy string }{
	{"did not find expected key", "no key can stand here",
		"indent as the lines above; quote a text that begins with {, [, a quote or %"},
	{"mapping values are not allowed", "a second key in one line", "quote a text with `: ` in it"},
	{"found character that cannot start any token", "no value begins with this character",
		"quote the text; indent with spaces, not with tabs"},
	{"found a tab character", "a tab in the indentation", "indent with spaces"},
	{"did not find expected ',' or '}'", "the { before this is not closed",
		"close it with }; quote a text with a comma, a placeholder, a quote or \" #\""},
	{"did not find expected ',' or ']'", "the [ before this is not closed",
		"close it with ]; quote a text with a comma, a bracket, a quote or \" #\""},
	{"did not find expected node content", "a value is missing here", "write the value, or quote the text"},
	{"found unexpected end of stream", "the quote is not closed", "close it; a quote within single quotes is doubled"},
	{"could not find expected ':'", "a line without a colon", "write `key: value`; indent what goes on from the line above"},
	{"did not find expected '-' indicator", "no list item begins here", "begin it with `- `, indented as the others"},
	{"did not find expected <document start>", "something stands after the end of the document", "put each catalog into a file of its own"},
	{"found unknown escape character", "unknown escape in double quotes", `write \\ for a backslash and / without one, or use single quotes`},
	{"found invalid Unicode character escape code", "an escape that is half a character", `write the character itself, or \U and its eight digits: "\U0001f525"`},
	{"did not find expected alphabetic or numeric character", "the name of an anchor or alias is missing",
		"quote a text that begins with * or &"},
	{"exceeded max depth", "too many mappings and lists within each other", "give inner schemas a name under `types`"},
}

// syntaxError reports an error of yaml.v3 at the place where it arises.
func (t *tree) syntaxError(err error) {
	message := err.Error()
	if m := unknownAnchor.FindStringSubmatch(message); m != nil {
		end := t.faultEnd(message)
		name := t.source.standIns.Undo(m[1])
		start := max(0, end-len("*"+m[1]))
		t.list.Report(t.source.position(start), diag.Anchor, "alias "+diag.Quote("*"+name),
			"quote a text that begins with *")
		return
	}
	text := yamlMessage.FindStringSubmatch(message)[2]
	remedy := "quote texts that hold characters with a meaning in YAML"
	code := diag.YAMLSyntax
	for _, f := range yamlFaults {
		if strings.HasPrefix(text, f.begins) {
			text, remedy = f.message, f.remedy
			if f.begins == "exceeded max depth" {
				code = diag.OverLimit
			}
			break
		}
	}
	at := t.source.position(max(0, t.faultEnd(message)-1))
	if code == diag.YAMLSyntax && t.lookCloser(at) {
		return
	}
	t.list.Report(at, code, text, remedy)
}

// searchLimit is the number of bytes up to which parsing beginnings of a file
// again and again is cheap enough to find a fault's exact place.
const searchLimit = 512 << 10

// faultEnd returns the offset behind the character at which yaml.v3 first says
// message. yaml.v3 tells a line at most, often that of something else; but a
// beginning of the text that reaches beyond the fault has the same error, and a
// shorter one has not. Of something that is never closed that finds the start.
// Whole lines are tried first, since a line cut short has errors of its own.
func (t *tree) faultEnd(message string) int {
	text := t.source.text
	d := newDocuments(text)
	for {
		if _, err := d.next(); err != nil {
			break
		}
	}
	if d.text.read > searchLimit {
		return t.lineStart(message, d.text.read)
	}
	ends := lineEnds(text[:d.text.read])
	last := sort.Search(len(ends)-1, func(i int) bool { return syntaxErrorOf(text[:ends[i]]) == message })
	start := 0
	if last > 0 {
		start = ends[last-1]
	}
	return start + sort.Search(ends[last]-start, func(n int) bool { return syntaxErrorOf(text[:start+n]) == message })
}

// lineEnds returns the offsets behind the lines of a text.
func lineEnds(text []byte) []int {
	var ends []int
	for i, c := range text {
		if c == '\n' && i+1 < len(text) {
			ends = append(ends, i+1)
		}
	}
	return append(ends, len(text))
}

// faultNear is how many lines before the place that was read last a fault is
// looked for in large files.
const faultNear = 20

// lineStart is faultEnd for large files: about the right line. That is the one
// that yaml.v3 tells, unless it is that of the beginning of a long mapping; then
// the one that was read last.
func (t *tree) lineStart(message string, read int) int {
	text := t.source.text
	line := 1 + bytes.Count(text[:read], []byte("\n"))
	m := yamlMessage.FindStringSubmatch(message)
	if told, err := strconv.Atoi(m[1]); err == nil && (read == len(text) || line-told <= faultNear) {
		line = told
	}
	start := 0
	for ; line > 1; line-- {
		next := bytes.IndexByte(text[start:], '\n')
		if next < 0 {
			break
		}
		start += next + 1
	}
	return start + 1
}
