package resolve

// template is a text as written, parsed: literals and names in braces
// (docs/spec.md#templates). What the names stand for depends on the entry.
type template struct {
	segments []segment
}

// parseTemplate parses a text. problem says what is wrong with its braces, "" if
// nothing is.
func parseTemplate(text string) (t template, problem string) {
	segments, problem := splitBraces(text)
	if problem != "" {
		return t, problem
	}
	for _, s := range segments {
		if s.hole && s.text == "" {
			return t, "has {} without a name"
		}
	}
	return template{segments}, ""
}

// alone returns the name if the text is exactly one placeholder.
func (t template) alone() (string, bool) {
	if len(t.segments) == 1 && t.segments[0].hole {
		return t.segments[0].text, true
	}
	return "", false
}

// literal returns the text of a template without placeholders.
func (t template) literal() (string, bool) {
	switch {
	case len(t.segments) == 0:
		return "", true
	case len(t.segments) == 1 && !t.segments[0].hole:
		return t.segments[0].text, true
	}
	return "", false
}

// names returns the names in braces, in order.
func (t template) names() []string {
	var names []string
	for _, s := range t.segments {
		if s.hole {
			names = append(names, s.text)
		}
	}
	return names
}
