package typescript

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

func resolved(t *testing.T, name, text string) *model.Catalog {
	t.Helper()
	var l diag.List
	f := load.Bytes(name, []byte(text), &l)
	if f == nil {
		t.Fatal(l.Sorted())
	}
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	if c == nil {
		t.Fatal(l.Sorted())
	}
	return c
}

func emitted(t *testing.T, c *model.Catalog) string {
	t.Helper()
	files, err := New().Emit(c, gen.Target{Catalog: filepath.Base(c.File)})
	if err != nil {
		t.Fatal(err)
	}
	return string(files[0].Content)
}

// TestGolden shows the modules of a catalog of many forms and of one without codes.
func TestGolden(t *testing.T) {
	for _, name := range []string{"testdata/openapi/shop.yaml", "testdata/decode/vendors/github.yaml"} {
		text, err := os.ReadFile(filepath.Join(seeds.Root(), name))
		if err != nil {
			t.Fatal(err)
		}
		got := []byte(emitted(t, resolved(t, name, string(text))))
		golden := filepath.Join("testdata", strings.TrimSuffix(filepath.Base(name), ".yaml")+".ts")
		if os.Getenv("ERRGEN_UPDATE") == "1" {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(golden); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from what is emitted: ERRGEN_UPDATE=1 go test (%v)", golden, err)
		}
	}
}

// TestPlain: a catalog with codes alone imports nothing that only others need.
func TestPlain(t *testing.T) {
	got := emitted(t, resolved(t, "plain.yaml", `
errgen: 1
package: plain
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  A: {status: 400, code: A, fields: {message: It is a.}}
  B: {status: 400, code: B, fields: {message: 'It is b.'}}
`))
	if !strings.Contains(got, "u: {},") {
		t.Errorf("the table of codes alone needs more than the core:\n%s", got)
	}
}

// TestHostileTexts: no text of a catalog ends a comment or a literal, or is a tag.
func TestHostileTexts(t *testing.T) {
	got := emitted(t, resolved(t, "hostile.yaml", `
errgen: 1
package: hostile
envelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
  A:
    status: 400
    code: "\"*/ alert(1) //"
    fields: {message: "\u2028*/ alert(1) /*"}
    description: "*/ alert(1) /*\n@deprecated not at all\n\u2029 */"
    remedy: "</script>*/"
`))
	said := 0
	for line := range strings.Lines(got) {
		if strings.HasPrefix(line, " * ") {
			said += strings.Count(line, "alert")
			if strings.Contains(line, "*/") {
				t.Errorf("a text ends the comment: %s", line)
			}
		}
	}
	if said == 0 {
		t.Errorf("the texts are in no comment:\n%s", got)
	}
	if strings.ContainsAny(got, "\u2028\u2029") || strings.Contains(got, " * @deprecated") {
		t.Errorf("a text is more than text:\n%s", got)
	}
}

// TestOperations: whatever an operation is called, its errors are found under its name.
func TestOperations(t *testing.T) {
	got := emitted(t, resolved(t, "named.yaml", `
errgen: 1
package: named
envelopes: {Problem: {body: {properties: {code: {type: string}}}}}
operations:
  __proto__: {errors: [A]}
  get-it: {errors: [B, A]}
  'GET /x': {errors: []}
errors:
  A: {status: 400, code: X}
  B: {status: 400, code: Y}
`))
	for _, want := range []string{"\n  [\"__proto__\"]: [\"A\"],\n  \"get-it\": [\"B\",\"A\"],\n  \"GET /x\": [],\n", "\n  readonly \"get-it\": GetItError;\n"} {
		if !strings.Contains(got, want) {
			t.Errorf("%s is not in\n%s", want, got)
		}
	}
}

// TestPatterns: expressions of RE2 as JavaScript has them.
func TestPatterns(t *testing.T) {
	for expr, want := range map[string]string{
		`[a-z]{3}-\d+`:       `[a-z]{3}\x2d[0-9]+`,
		`(?P<n>a|b)*?c`:      `(?:(?:[a-b]))*?c`,
		`(?i)ab`:             `[Aa][Bb]`,
		`^\s.$`:              `^[\x09-\x0a\x0c-\x0d ][^\n]$`,
		`\pL|[[:digit:]]x/y`: "",
	} {
		if got := pattern(expr, false); want != "" && got != want {
			t.Errorf("%s is %s, want %s", expr, got, want)
		}
	}
	if got := pattern("a.b", true); got != "a[^]b" {
		t.Errorf("a dot is %s", got)
	}
}
