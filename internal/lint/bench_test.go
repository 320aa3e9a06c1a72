package lint

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// many is a catalog of n entries, of which each has several findings: some are told by
// their texts alone.
func many(n int) string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: shop\nenvelopes:\n  Problem: {body: {properties: {code: {type: string, optional: true}, message: {type: string}}}}\nerrors:\n")
	for i := range n {
		code := fmt.Sprintf("code: E_%d, ", i)
		if i%3 == 0 {
			code = ""
		}
		fmt.Fprintf(&b, "  E%d: {status: 401, %sfields: {message: 'No. %d of {a}/{b}.'}, params: {a: {type: string}, b: {type: string}}}\n", i, code, i)
	}
	return b.String()
}

// BenchmarkCheck checks catalogs of up to 10,000 entries.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			var l diag.List
			f := load.Bytes("shop.yaml", []byte(many(n)), &l)
			in := []Input{{resolve.Catalog(f, &l), f}}
			for b.Loop() {
				if found := Check(in, Options{}); len(found) < n {
					b.Fatal(len(found))
				}
			}
		})
	}
}
