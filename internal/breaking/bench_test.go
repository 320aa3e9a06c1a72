package breaking

import (
	"fmt"
	"strings"
	"testing"
)

// many is a catalog of n entries, some of which have params.
func many(n int) string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: shop\nenvelopes:\n  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}\nerrors:\n")
	for i := range n {
		fmt.Fprintf(&b, "  E%d: {status: 400, code: E_%d, fields: {message: 'No. %d of {a} and {b}.'}, params: {a: {type: integer, minimum: 1}, b: {type: string, optional: false}}}\n", i, i, i)
	}
	return b.String()
}

// BenchmarkCompare compares a catalog with itself, whose entries have each a code.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			t := new(testing.T)
			before, after := side(t, many(n)), side(t, many(n))
			for b.Loop() {
				if changes, err := Compare([]Side{before}, []Side{after}, Terms{}); err != nil || len(changes) > 0 {
					b.Fatal(changes, err)
				}
			}
		})
	}
}
