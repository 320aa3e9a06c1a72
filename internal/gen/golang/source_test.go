package golang

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Entries that declare nothing beside their constants leave no gap.
func TestEntriesWithoutTypesAreGofmted(t *testing.T) {
	var src strings.Builder
	src.WriteString(`errgen: 1
package: plain
go: {types: data}
envelopes: {E: {body: {properties: {code: {type: string}}}}}
errors:
`)
	for i := range 1000 {
		fmt.Fprintf(&src, "  Case%d: {status: 400, code: CASE_%d}\n", i, i)
	}
	var list diag.List
	c := resolveCatalog("plain.yaml", []byte(src.String()), nil, &list)
	if c == nil {
		t.Fatal(list.Sorted())
	}
	files, err := New().Emit(c, gen.Target{ImportPath: "example.com/" + c.Package})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		want, err := format.Source(f.Content)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(f.Content, want) {
			t.Errorf("%s is not as gofmt leaves it", f.Path)
		}
	}
}
