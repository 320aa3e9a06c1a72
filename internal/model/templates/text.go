package templates

import "strings"

// Text is a text as written, parsed: literals and names in braces
// (docs/spec.md#templates). What the names stand for depends on the entry.
type Text struct {
	segments []segment
}

// Parse parses a text. problem says what is wrong with its braces, "" if
// nothing is.
func Parse(text string) (t Text, problem string) {
	segments, problem := splitBraces(text)
	if problem != "" {
		return t, problem
	}
	for _, s := range segments {
		if s.hole && s.text == "" {
			return t, "has {} without a name"
		}
	}
	return Text{segments}, ""
}

// Alone returns the name if the text is exactly one placeholder.
func (t Text) Alone() (string, bool) {
	if len(t.segments) == 1 && t.segments[0].hole {
		return t.segments[0].text, true
	}
	return "", false
}

// literal returns the text of a template without placeholders.
func (t Text) literal() (string, bool) {
	switch {
	case len(t.segments) == 0:
		return "", true
	case len(t.segments) == 1 && !t.segments[0].hole:
		return t.segments[0].text, true
	}
	return "", false
}

// Names returns the names in braces, in order.
func (t Text) Names() []string {
	var names []string
	for _, s := range t.segments {
		if s.hole {
			names = append(names, s.text)
		}
	}
	return names
}

// segment is a literal or what stands between braces.
type segment struct {
	text string
	hole bool
}

// splitBraces splits a text at its placeholders; {{ and }} are braces.
func splitBraces(text string) (segments []segment, problem string) {
	var literal strings.Builder
	flush := func() {
		if literal.Len() > 0 {
			segments = append(segments, segment{text: literal.String()})
			literal.Reset()
		}
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case c != '{' && c != '}':
			literal.WriteByte(c)
		case i+1 < len(text) && text[i+1] == c:
			literal.WriteByte(c)
			i++
		case c == '}':
			return nil, "has a } without its {"
		default:
			end := strings.IndexAny(text[i+1:], "{}")
			if end < 0 || text[i+1+end] != '}' {
				return nil, "has a { without its }"
			}
			flush()
			segments = append(segments, segment{text: text[i+1 : i+1+end], hole: true})
			i += end + 1
		}
	}
	flush()
	return segments, ""
}
