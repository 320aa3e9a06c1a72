package load

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// BenchmarkBytes loads a catalog of 1,000 entries with two params each.
func BenchmarkBytes(b *testing.B) {
	var s strings.Builder
	s.WriteString("errgen: 1\npackage: p\nenvelopes:\n  E: {body: {properties: {code: {type: string}, text: {type: string}}}}\nerrors:\n")
	for i := range 1000 {
		fmt.Fprintf(&s, "  Entry%d:\n    status: 404\n    code: CODE_%d\n    fields: {text: 'No {thing} at {place}, number %d.'}\n", i, i, i)
		s.WriteString("    params: {thing: {type: string}, place: {type: string}}\n")
	}
	data := []byte(s.String())
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if f := Bytes("p.yaml", data, &l); f == nil || l.Len() > 0 || len(f.Errors) != 1000 {
			b.Fatal(l.Sorted())
		}
	}
}
