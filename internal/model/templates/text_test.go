package templates

import (
	"strings"
	"testing"
)

func TestParseTemplate(t *testing.T) {
	for text, want := range map[string]string{
		"":                "",
		"text":            "text",
		"{a}":             "<a>",
		"x {a} y {$code}": "x <a> y <$code>",
		"{{}}":            "{}",
		"{{{a}}}":         "{<a>}",
		"{{a}}":           "{a}",
		"{a}{b}":          "<a><b>",
		"{Retry-After}":   "<Retry-After>",
		"100% \x00 {ü}":   "100% \x00 <ü>",
	} {
		parsed, problem := Parse(text)
		var b strings.Builder
		for _, s := range parsed.segments {
			if s.hole {
				b.WriteString("<" + s.text + ">")
			} else {
				b.WriteString(s.text)
			}
		}
		if problem != "" || b.String() != want {
			t.Errorf("parseTemplate(%q) = %q, %q, want %q", text, b.String(), problem, want)
		}
	}
	for _, text := range []string{"{", "}", "a } b", "{a", "{}", "{a{b}}", "{{}", "{}}", "{a}}"} {
		if parsed, problem := Parse(text); problem == "" {
			t.Errorf("parseTemplate(%q) = %v", text, parsed)
		}
	}
}

// FuzzTemplate: a text parses, or says what is wrong with it; one that parses is
// made of its segments, and is written back as it was.
func FuzzTemplate(f *testing.F) {
	for _, s := range []string{"", "x {a} y", "{{", "}}", "{{{a}}}", "{", "}", "{}", "{a}{b}", "\x00{\xff}"} {
		f.Add(s)
	}
	escape := strings.NewReplacer("{", "{{", "}", "}}")
	f.Fuzz(func(t *testing.T, text string) {
		parsed, problem := Parse(text)
		if problem != "" {
			return
		}
		var b strings.Builder
		for i, s := range parsed.segments {
			switch {
			case s.hole && (s.text == "" || strings.ContainsAny(s.text, "{}")):
				t.Errorf("%q has the name %q", text, s.text)
			case s.hole:
				b.WriteString("{" + s.text + "}")
			case s.text == "" || i > 0 && !parsed.segments[i-1].hole:
				t.Errorf("%q has a literal in pieces: %v", text, parsed.segments)
			default:
				b.WriteString(escape.Replace(s.text))
			}
		}
		if b.String() != text {
			t.Errorf("%q is written back as %q", text, b.String())
		}
	})
}
