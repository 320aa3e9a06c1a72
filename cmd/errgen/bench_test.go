package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// manyEntries is a catalog of n entries with two string params each.
func manyEntries(n int) string {
	var b strings.Builder
	b.WriteString(`errgen: 1
package: many
envelopes:
  E:
    body: {properties: {code: {type: string}, message: {type: string}}}
errors:
`)
	for i := range n {
		fmt.Fprintf(&b, "  Entry%05d: {code: CODE_%05d, status: 400, fields: {message: 'Resource {name} of {owner} is not available (%d).'}, params: {name: {type: string}, owner: {type: string}}}\n", i, i, i)
	}
	return b.String()
}

// BenchmarkGenerate makes everything of catalogs that grow tenfold. The metrics
// per entry show that time, memory and output grow no faster than the catalog.
func BenchmarkGenerate(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			dir := b.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module many\n"), 0o666); err != nil {
				b.Fatal(err)
			}
			catalog := filepath.Join(dir, "many.yaml")
			if err := os.WriteFile(catalog, []byte(manyEntries(n)), 0o666); err != nil {
				b.Fatal(err)
			}
			out := filepath.Join(dir, "out")
			b.ReportAllocs()
			for b.Loop() {
				if err := os.RemoveAll(out); err != nil {
					b.Fatal(err)
				}
				var stderr strings.Builder
				if status := run([]string{"generate", "--out", out, catalog}, io.Discard, &stderr); status != 0 {
					b.Fatal(stderr.String())
				}
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(n), "us/entry")
			b.ReportMetric(float64(folderSize(b, out))/float64(n), "outB/entry")
		})
	}
}

// folderSize is the size of all files in a folder, in bytes.
func folderSize(b *testing.B, folder string) int64 {
	var size int64
	err := filepath.Walk(folder, func(_ string, info os.FileInfo, err error) error {
		if err == nil && !info.IsDir() {
			size += info.Size()
		}
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	return size
}
