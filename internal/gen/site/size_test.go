package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
)

// large is a catalog of n entries with the words that entries have.
func large(n int) []byte {
	things := []string{"order", "basket", "parcel", "invoice", "account", "address", "voucher", "article", "payment", "session"}
	ways := []string{"not found", "expired", "locked by another user", "already exists", "too large", "not allowed here"}
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: bench\nenvelopes: {E: {body: {properties: {code: {type: string}, message: {type: string}}}}}\nerrors:\n")
	for i := range n {
		thing, way := things[i%len(things)], ways[i/len(things)%len(ways)]
		code := strings.ToUpper(strings.ReplaceAll(fmt.Sprintf("%s %s %d", thing, way, i), " ", "_"))
		fmt.Fprintf(&b, "  E%d: {status: %d, code: %s, description: 'The %s that the request names is %s, as far as region %d knows.', remedy: 'Look the %s up by its number %d, and send the request again.', "+
			"fields: {message: '%s {id} is %s (%d)'}, params: {id: {type: string, example: x-%d}}}\n", i, 400+i%30, code, thing, way, i, thing, i, thing, way, i, i)
	}
	return []byte(b.String())
}

// TestIndexOfLargeCatalogIsSmall holds the index of 2,000 entries to 400 KB on the wire.
func TestIndexOfLargeCatalogIsSmall(t *testing.T) {
	index := emit(t, reference.Options{}, resolved(t, "large.yaml", large(2000)))["index.html"]
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, _ = w.Write(index)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d compressed", len(index), packed.Len())
	if packed.Len() > 400<<10 {
		t.Errorf("the index has %d bytes compressed", packed.Len())
	}
}

// BenchmarkEmit measures catalogs of entries with a param. Time and memory for each entry
// should not grow with their number.
func BenchmarkEmit(b *testing.B) {
	for _, n := range []int{200, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			c := resolved(b, "large.yaml", large(n))
			for b.Loop() {
				emit(b, reference.Options{}, c)
			}
		})
	}
}
