package specdoc

import (
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
)

// shown is a constructor in a comment of a catalog.
var shown = regexp.MustCompile(`# (New\w+\([^)]*\))`)

// TestConstructors: the constructors that comments in catalogs show are those that
// are generated.
func TestConstructors(t *testing.T) {
	m := manual(t)
	count := 0
	for _, b := range m.Blocks {
		constructors := shown.FindAllStringSubmatch(b.Text, -1)
		if len(constructors) == 0 {
			continue
		}
		c, _ := m.Resolve(m.Catalog(b))
		if c == nil {
			continue // TestExamples tells
		}
		files, err := gen.Emit([]gen.Job{{Catalog: c, Target: gen.Target{ImportPath: "example.com/" + c.Package}}}, []gen.Emitter{golang.New()})
		if err != nil {
			t.Fatal(err)
		}
		var code strings.Builder
		for _, f := range files {
			code.Write(f.Content)
		}
		for _, found := range constructors {
			count++
			if !strings.Contains(code.String(), "\nfunc "+found[1]+" *Error") {
				t.Errorf("%s, line %d: there is no %s", b.Document, b.Line, found[1])
			}
		}
	}
	if count < 20 {
		t.Errorf("only %d constructors", count)
	}
}
