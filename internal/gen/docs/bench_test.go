package docs

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkEmit measures catalogs of entries with two string params. Time and
// memory for each entry should not grow with their number.
func BenchmarkEmit(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := resolveCatalog(b, "bench.yaml", largeCatalog(n), nil, true)
			b.ResetTimer()
			for b.Loop() {
				emit(b, c)
			}
		})
	}
}

// largeCatalog is a catalog of n entries.
func largeCatalog(n int) []byte {
	var s strings.Builder
	s.WriteString("errgen: 1\npackage: bench\nenvelopes: {E: {body: {properties: {code: {type: string}, text: {type: string}}}}}\nerrors:\n")
	for i := range n {
		fmt.Fprintf(&s, "  E%d: {status: 400, code: E%d, description: Entry %d., fields: {text: 'No %d of {a} in {b}.'}, params: {a: {type: string}, b: {type: string}}}\n", i, i, i, i)
	}
	return []byte(s.String())
}
