package load

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// lookalike is a character that a text editor or a web page puts in the place of one
// that YAML knows.
type lookalike struct{ message, remedy string }

// lookalikeOf says what r looks like; false if it looks like nothing of YAML's.
func lookalikeOf(r rune) (lookalike, bool) {
	switch {
	case r == 0xa0, r == 0x202f, r == 0x2007:
		return lookalike{fmt.Sprintf("a no-break space (U+%04X), which is no space to YAML", r), "replace it by an ordinary space"}, true
	case r > unicode.MaxASCII && unicode.Is(unicode.Zs, r), r == 0x200b, r == 0x2060, r == 0xfeff:
		return lookalike{fmt.Sprintf("an unusual space (U+%04X), which is no space to YAML", r), "replace it by an ordinary space"}, true
	case strings.ContainsRune("\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb", r):
		return lookalike{fmt.Sprintf("a typographic quote (U+%04X), which is no quote to YAML", r), "write ' or \" around the text"}, true
	case r == 0xff1a:
		return lookalike{"a full-width colon (U+FF1A), which is no colon to YAML", "write : and a space"}, true
	case r == 0x2013, r == 0x2014, r == 0x2212:
		return lookalike{fmt.Sprintf("a dash (U+%04X), which is no hyphen to YAML", r), "write - and a space"}, true
	}
	return lookalike{}, false
}

// lookalike finds the first such character in a line of the text where one of YAML's
// own could stand: outside of words and of quotes. column counts from 1.
func (s *source) lookalike(line int) (like lookalike, column int, ok bool) {
	quote, before := rune(0), ' '
	for i, r := range []rune(s.line(line)) {
		switch {
		case quote != 0:
			if r == quote {
				quote = 0
			}
		case (r == '\'' || r == '"') && !unicode.IsLetter(before):
			quote = r
		default:
			if like, ok := lookalikeOf(r); ok && (unicode.IsSpace(r) || r == 0xff1a || !unicode.IsLetter(before)) {
				return like, i + 1, true
			}
		}
		before = r
	}
	return lookalike{}, 0, false
}

// line is the text of a line, which counts from 1.
func (s *source) line(n int) string {
	if s.lines == nil {
		s.lines = strings.Split(string(s.text), "\n")
	}
	if n < 1 || n > len(s.lines) {
		return ""
	}
	return s.standIns.Undo(strings.TrimSuffix(s.lines[n-1], "\r"))
}

// indentFault says what is wrong with the indentation of a line, "" if nothing is: it
// is deeper than the line above, which has its value already, or as deep as none that
// is still open.
func (s *source) indentFault(line int) (message, remedy string) {
	text := s.line(line)
	depth := indentOf(text)
	if strings.Contains(text[:len(text)-len(strings.TrimLeft(text, " \t"))], "\t") {
		return "", "" // has a message of its own
	}
	var levels []int // of lines above that enclose this one, the innermost first
	for n := line - 1; n > 0; n-- {
		above := s.line(n)
		content := strings.TrimSpace(above)
		if content == "" || strings.HasPrefix(content, "#") {
			continue
		}
		key := indentOf(above) + len(content) - len(strings.TrimLeft(strings.TrimPrefix(content, "-"), " "))
		if isItem(text) && isItem(above) {
			key = indentOf(above)
		}
		if len(levels) == 0 && depth > key && hasValue(content) {
			return "indented deeper than the line above, which has its value already",
				fmt.Sprintf("indent it as that one, by %d spaces; or quote a text that goes on here", key)
		}
		if len(levels) == 0 || key < levels[len(levels)-1] {
			levels = append(levels, key)
		}
		if key == depth || key == 0 {
			break
		}
	}
	if len(levels) < 2 || depth >= levels[0] || levels[len(levels)-1] == depth {
		return "", ""
	}
	var may []string
	for _, l := range levels {
		may = append(may, fmt.Sprint(l))
	}
	return fmt.Sprintf("indented by %d spaces, as no key above is", depth), "indent it by " + strings.Join(may, " or ") + " spaces"
}

func isItem(line string) bool { return strings.HasPrefix(strings.TrimSpace(line), "- ") }

func indentOf(line string) int { return len(line) - len(strings.TrimLeft(line, " ")) }

// hasValue reports whether a line of a block mapping is a key with its value.
func hasValue(content string) bool {
	_, value, ok := strings.Cut(content, ": ")
	value, _, _ = strings.Cut(value, " #")
	value = strings.TrimSpace(value)
	if !ok || value == "" || value[0] == '|' || value[0] == '>' {
		return false
	}
	if i := strings.IndexByte(`{["'`, value[0]); i >= 0 { // it may go on
		return len(value) > 1 && value[len(value)-1] == "}]\"'"[i]
	}
	return true
}

// unseen reports whether a word holds a character that looks like another one, for the
// remedy of what does not know the word.
func unseen(word string) (lookalike, bool) {
	for _, r := range word {
		if like, ok := lookalikeOf(r); ok {
			return like, true
		}
	}
	return lookalike{}, false
}

// lookCloser reports a syntax error by what its line shows, if that tells more than
// the parser does.
func (t *tree) lookCloser(at diag.Pos) bool {
	for _, line := range []int{at.Line, at.Line - 1} {
		if like, column, ok := t.source.lookalike(line); ok {
			t.list.Report(diag.Pos{File: at.File, Line: line, Column: column}, diag.YAMLSyntax, like.message, like.remedy)
			return true
		}
	}
	if message, remedy := t.source.indentFault(at.Line); message != "" {
		column := indentOf(t.source.line(at.Line)) + 1
		t.list.Report(diag.Pos{File: at.File, Line: at.Line, Column: column}, diag.YAMLSyntax, message, remedy)
		return true
	}
	return false
}
