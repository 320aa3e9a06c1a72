package stress

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// hostilePieces are texts that mean something to YAML, Go, gofmt, OpenAPI,
// Markdown, a template or a terminal.
var hostilePieces = []string{
	"a\nb\n\nc ", "\nfunc init() { panic(1) }\n", "\r\n\r", "*/ ", "/* ", "// ", "//go:build ignore\n", "\n//go:generate rm -rf /\n", "//go:embed x\n",
	"//line x.go:1\n", "\n\nDeprecated: x\n\n", "+build x\n", "`+panic(1)+`", "\"+panic(1)+\"", "'", `\`, `\"`, "%s%d%!", "${x} <% #{", "{{}} ", "\x00", "\x1b[31m\a\b",
	"\u0085\u2028\u2029", "\u202e\u2066\u200f\ufeff", "\ufffd\U0010ffff\U000e0041", "---\n...\n", "# ", "- ", ": ", "&a *b !c ", "|\n", "0x", "1e", "<!-- --> </script> ",
	"|a| `` [a](b) ", "\t ", " ", "\u00e4 ", strings.Repeat("long line ", 10_000),
}

// harmless is a text like them, but for what it means.
const harmless = "T "

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestHostile puts hostile texts, each into every place of the stress catalog where
// a text may stand. What is generated is then the same but for the texts. ERRGEN_LONG
// takes all of them, and else every fourth one.
func TestHostile(t *testing.T) {
	t.Parallel()
	s := newSource(t)
	free, plain := s.replaceable(t, s.texts, harmless)
	if len(free) < 200 {
		t.Errorf("only %d of %d texts can be others", len(free), len(s.texts))
	}
	allPlain := newOutput(t, plain.catalog)
	accepted := make([][]string, len(hostilePieces))
	for i, piece := range hostilePieces {
		if i%4 != 0 && !isLong() {
			continue
		}
		t.Run(fmt.Sprintf("%.20q", piece), func(t *testing.T) {
			tried := free
			if len(piece) > 1000 && !isLong() {
				tried = free[:len(free)/8]
			}
			texts, got := s.replaceable(t, tried, piece)
			if accepted[i] = texts; len(texts) < len(tried)/2 {
				t.Errorf("in %d places of %d alone", len(texts), len(tried))
			}
			want := allPlain
			if len(texts) != len(free) {
				want = newOutput(t, s.apply(t, replaceAll(texts, harmless)).catalog)
			}
			out := newOutput(t, got.catalog)
			out.check(t, want, piece)
			if i%8 == 0 || isLong() {
				out.checkDocument(t)
				out.checkSame(t, newOutput(t, s.apply(t, replaceAll(texts, piece)).catalog))
			}
		})
	}
	if !t.Failed() {
		compileHostile(t, s, free, accepted)
	}
}

// compileHostile compiles and vets packages in which each place has another hostile
// text, so that each text has been in many places, and runs their examples.
func compileHostile(t *testing.T, s *source, free []string, accepted [][]string) {
	if testing.Short() {
		return
	}
	m := testmodule.New(t, "stressed", "1.21")
	for shift := range min(draws(2), len(hostilePieces)) {
		r := replacement{}
		for i, text := range free {
			for k := range hostilePieces {
				if n := (i + k + 19*shift) % len(hostilePieces); contains(accepted[n], text) {
					r[text] = replaceAll([]string{text}, hostilePieces[n])[text] + fmt.Sprint(i)
					if strings.Contains(text, "{") {
						r[text] = hostilePieces[n] + text
					}
					break
				}
			}
		}
		r["stress"] = fmt.Sprintf("hostile%d", shift)
		got := s.apply(t, r)
		if got.catalog == nil {
			t.Errorf("all together:\n%.3000s", got.printed)
			continue
		}
		for name, content := range newOutput(t, got.catalog).files {
			if strings.HasSuffix(name, ".go") {
				m.Write(name, string(content))
			}
		}
	}
	m.Go("vet", "./...")
	m.Go("test", "./...")
}

func contains(texts []string, text string) bool {
	for _, s := range texts {
		if s == text {
			return true
		}
	}
	return false
}

// TestHostilePlaces puts a hostile text into one place after the other, also where
// none may stand: nothing panics, and what is found can be printed.
func TestHostilePlaces(t *testing.T) {
	t.Parallel()
	s := newSource(t)
	for i, text := range s.texts {
		if i%8 != 0 && !isLong() {
			continue
		}
		for k := range min(draws(1), len(hostilePieces)-1) {
			piece := hostilePieces[(i/8+k*7)%(len(hostilePieces)-1)]
			got := s.apply(t, replacement{text: piece})
			if got.catalog == nil && got.printed == "" {
				t.Errorf("%q for %q: neither a catalog nor a finding", piece, text)
			}
		}
	}
}

// TestRawBytes puts bytes that no catalog may have into one place after the other:
// each time that is found, and printed in a way that does no harm.
func TestRawBytes(t *testing.T) {
	t.Parallel()
	s := newSource(t)
	const mark = "@@@"
	for k, raw := range []string{"\x00", "\xff", "\xed\xa0\x80", "\x1b[31m", "\u0080"} {
		for i, text := range s.texts {
			if (i+k)%10 != 0 && !isLong() {
				continue
			}
			changed, err := yaml.Marshal(cloneTree(s.main, replacement{text: mark}, new([]string)))
			if err != nil {
				t.Fatal(err)
			}
			broken := bytes.ReplaceAll(changed, []byte(mark), []byte(raw))
			if bytes.Equal(broken, changed) {
				continue // it is in the other file alone
			}
			var list diag.List
			f := load.BytesWith("stress.yaml", broken, func(string) ([]byte, error) { return nil, os.ErrNotExist }, &list)
			if f != nil && list.Len() == 0 {
				t.Fatalf("%q for %q is not found", raw, text)
			}
			if err := safeForTerminal(printed(&list)); err != nil {
				t.Fatalf("%q for %q: %v", raw, text, err)
			}
		}
	}
}

// safeForTerminal reports what does more on a terminal than to stand in its place.
func safeForTerminal(text string) error {
	for i, c := range text {
		if c != '\n' && unicode.IsControl(c) || unicode.Is(unicode.Bidi_Control, c) || c == '\u2028' || c == '\u2029' || c == '\ufeff' || c == unicode.ReplacementChar && text[i] != 0xef {
			return fmt.Errorf("U+%04X in %.600q", c, text[max(0, i-100):])
		}
	}
	return nil
}

// An output is all that is generated from a catalog.
type output struct{ files map[string][]byte }

func newOutput(t testing.TB, c *modelCatalog) output {
	t.Helper()
	// The texts are constants of schemas: whether they have words, and differ, changes
	// the form of the document but for these options.
	no := false
	c.OpenAPI.Texts, c.OpenAPI.Discriminator = "contract", &no
	files, err := gen.Emit([]gen.Job{jobOf(c)}, emitters())
	if err != nil {
		t.Fatal(err)
	}
	out := output{files: map[string][]byte{}}
	for _, f := range files {
		out.files[f.Path] = f.Content
	}
	return out
}
