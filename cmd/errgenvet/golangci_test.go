package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestGolangci: golangci-lint with the plugin finds what go vet finds, mistakes of each kind
// in the example of each framework. ERRGEN_GOLANGCI is a binary of it, as .ci/golangci
// builds one.
func TestGolangci(t *testing.T) {
	lint := os.Getenv("ERRGEN_GOLANGCI")
	if lint == "" {
		t.Skip("no golangci-lint is given: .ci/golangci builds one")
	}
	dir := t.TempDir()
	examples := repository(t, filepath.Join(dir, "repository"))
	if err := os.WriteFile(filepath.Join(examples, ".golangci.yml"), []byte(read(t, "testdata/golangci.yml")), 0o666); err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(dir, "errgenvet")
	run(t, ".", "go", "build", "-o", tool, ".")
	want := findings(run(t, examples, "go", "vet", "-vettool="+tool, "./..."))
	t.Setenv("GOLANGCI_LINT_CACHE", filepath.Join(dir, "cache"))
	for _, name := range []string{"first", "cached"} {
		if got := findings(run(t, examples, lint, "run", "./...")); !slices.Equal(got, want) {
			t.Errorf("%s: golangci-lint finds\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	if len(want) == 0 {
		t.Error("go vet finds nothing")
	}
}

// finding is one as either prints it: golangci-lint says which check and which linter.
var finding = regexp.MustCompile(`^(?:\./|examples/)?(\S+\.go:\d+:\d+): (?:[a-z]+: )?(\S.*?)(?: \(errgen\))?$`)

// findings are what was found, in order, without what is told beside a finding.
func findings(out string) (all []string) {
	for line := range strings.Lines(out) {
		m := finding.FindStringSubmatch(strings.TrimRight(line, "\n"))
		if m != nil && !strings.Contains(line, "(related information)") {
			all = append(all, m[1]+": "+m[2])
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
