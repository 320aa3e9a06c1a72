package stress

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
)

const (
	// lossyFile lists the params whose value decoding cannot promise to give
	// back: a line each, so that none joins them unnoticed.
	lossyFile = "testdata/lossy.txt"
	// ambiguousFile lists the entries that can be written as another entry is,
	// to which they then decode.
	ambiguousFile = "testdata/ambiguous.txt"
	ambiguousHead = "# What entries can be written as, and then decode to: docs/spec.md#laws.\n"
)

// ambiguous are the lines of ambiguousFile.
var ambiguous = sync.OnceValue(func() []string { return lines(ambiguousFile) })

// isAmbiguous reports whether a pair of entries is in ambiguousFile. With
// ERRGEN_UPDATE=1 it is from now on.
func isAmbiguous(pair string) bool {
	if slices.Contains(ambiguous(), pair) {
		return true
	}
	if os.Getenv("ERRGEN_UPDATE") != "1" {
		return false
	}
	all := append(lines(ambiguousFile), pair)
	slices.Sort(all)
	text := ambiguousHead + strings.Join(slices.Compact(all), "\n") + "\n"
	return os.WriteFile(ambiguousFile, []byte(text), 0o644) == nil
}

func lines(file string) []string {
	data, err := os.ReadFile(file)
	if err != nil {
		panic(err)
	}
	return slices.DeleteFunc(strings.Split(string(data), "\n"), func(s string) bool { return s == "" || strings.HasPrefix(s, "#") })
}

// TestLossyParams compares the params that the resolver could not prove to be
// recoverable with the list of those that are known. ERRGEN_UPDATE=1 writes it.
func TestLossyParams(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Params whose value decoding cannot promise to give back: docs/spec.md#laws.\n")
	for _, c := range catalogs(t) {
		for _, e := range c.Entries {
			for _, p := range e.Params {
				if !p.Recoverable {
					b.WriteString(c.Package + "." + e.Name + "." + p.Name + "\n")
				}
			}
		}
	}
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(lossyFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(lossyFile)
	if err != nil {
		t.Fatal(err)
	}
	if d := diff.Diff(lossyFile, want, "now", []byte(b.String())); d != nil {
		t.Errorf("ERRGEN_UPDATE=1 accepts this:\n%s", d)
	}
	t.Logf("not recoverable:\n%s", b.String())
}

// TestAmbiguousEntries holds that the entries in the list of ambiguous ones are
// there.
func TestAmbiguousEntries(t *testing.T) {
	known := map[string]bool{}
	for _, c := range catalogs(t) {
		for _, e := range c.Entries {
			known[c.Package+"."+e.Name] = true
		}
	}
	for _, line := range ambiguous() {
		from, to, ok := strings.Cut(line, " -> ")
		pkg, _, _ := strings.Cut(from, ".")
		nothing := to == "none" || to == "unknown" || to == "unexpected"
		if !ok || !known[from] || !nothing && !known[pkg+"."+to] {
			t.Errorf("%s: %q names no two entries", ambiguousFile, line)
		}
	}
}
