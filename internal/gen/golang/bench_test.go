package golang

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// BenchmarkEmit emits catalogs of entries with two string params each.
func BenchmarkEmit(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := largeCatalog(b, n)
			for b.Loop() {
				if _, err := New().Emit(c, gen.Target{ImportPath: "example.com/generated/large"}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkExamples makes the examples of catalogs of such entries, a small part of
// what BenchmarkEmit takes.
func BenchmarkExamples(b *testing.B) {
	for _, n := range []int{10, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := largeCatalog(b, n)
			for b.Loop() {
				if _, err := render(c, "header", []*source{examplesFile(c, "example.com/large")}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// largeCatalog is a catalog of n entries with two string params each.
func largeCatalog(t testing.TB, n int) *model.Catalog {
	t.Helper()
	var src strings.Builder
	src.WriteString(`errgen: 1
package: large
envelopes: {E: {body: {properties: {code: {type: string}, message: {type: string}}}}}
errors:
`)
	for i := range n {
		fmt.Fprintf(&src, `  Case%d:
    status: 400
    code: CASE_%d
    description: What is looked for is not where it was looked for.
    fields: {message: 'There is no {what} in {where}.'}
    params: {what: {type: string, description: What is looked for.}, where: {type: string}}
`, i, i)
	}
	var list diag.List
	c := resolveCatalog("large.yaml", []byte(src.String()), nil, &list)
	if c == nil {
		t.Fatal(list.Sorted())
	}
	return c
}
