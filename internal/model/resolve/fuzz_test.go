package resolve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
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
		parsed, problem := parseTemplate(text)
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
		if parsed, problem := parseTemplate(text); problem == "" {
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
		parsed, problem := parseTemplate(text)
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

// FuzzResolve: whatever the catalog, it is resolved or refused with findings, and
// twice alike. Nothing panics.
func FuzzResolve(f *testing.F) {
	f.Add([]byte(parcels))
	seeds, _ := filepath.Glob("../../../spec/*.yaml")
	for _, name := range append(seeds, "../../../testdata/language-cases.yaml") {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	cases, _ := filepath.Glob("../../../testdata/diag/*.txtar")
	for _, name := range cases {
		if a, err := txtar.ParseFile(name); err == nil && len(a.Files) > 0 {
			f.Add(a.Files[0].Data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		first, found := resolveBytes(data)
		again, foundAgain := resolveBytes(data)
		if (first == "") != (len(found) > 0) {
			t.Errorf("%d findings, model %t", len(found), first != "")
		}
		if first != again || len(found) != len(foundAgain) {
			t.Error("not the same twice")
		}
	})
}

// resolveBytes resolves a catalog and returns what its entries look like, "" if it
// was refused.
func resolveBytes(data []byte) (string, []diag.Diagnostic) {
	c, found := resolveText(string(data))
	if c == nil {
		return "", found
	}
	var b strings.Builder
	b.WriteString("resolved\n")
	for _, e := range c.Entries {
		b.WriteString(modeltest.Signature(e) + " " + modeltest.Fills(e) + " " + modeltest.Templates(e.Text) + "\n")
		for _, s := range e.Samples {
			b.Write(s.Body)
		}
	}
	for _, t := range c.Types {
		b.WriteString(t.GoName + "\n")
	}
	return b.String(), found
}
