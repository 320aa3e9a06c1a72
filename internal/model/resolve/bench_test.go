package resolve

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// manyEntries is a catalog of n entries with two string params each.
func manyEntries(n int) []byte {
	var b strings.Builder
	b.WriteString(problem)
	for i := range n {
		fmt.Fprintf(&b, "  E%d: {status: 400, code: C%d, fields: {message: 'No route from {from} to {to}.'}, params: {from: {type: string}, to: {type: string}}}\n", i, i)
	}
	return []byte(b.String())
}

func BenchmarkCatalog(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var l diag.List
			f := load.Bytes("catalog.yaml", manyEntries(n), &l)
			for b.Loop() {
				if Catalog(f, &l) == nil {
					b.Fatal(l.Sorted())
				}
			}
		})
	}
}
