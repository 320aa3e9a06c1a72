package lint

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// input makes a catalog of files, which may include those of its folder.
func input(t *testing.T, name string) Input {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return inputOf(t, filepath.ToSlash(name), string(data), os.ReadFile)
}

// inputOf makes a catalog of a text.
func inputOf(t *testing.T, name, text string, read load.ReadFunc) Input {
	t.Helper()
	var l diag.List
	f := load.BytesWith(name, []byte(text), read, &l)
	if f == nil {
		t.Fatal(l.Sorted())
	}
	c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l)
	for _, d := range l.Sorted() {
		t.Errorf("%s %s; %s", d.Pos, d.Message, d.Remedy)
	}
	if c == nil {
		t.Fatalf("%s: no catalog:\n%s", name, text)
	}
	return Input{c, f}
}

// TestVendors counts what is found in the catalogs of vendors' errors, so that a rule
// that is changed shows. ERRGEN_UPDATE=1 accepts the new counts.
func TestVendors(t *testing.T) {
	names, _ := filepath.Glob("../../testdata/decode/vendors/*.yaml")
	if len(names) < 50 {
		t.Fatalf("only %d catalogs", len(names))
	}
	counts, catalogs := map[string]int{}, map[string]int{}
	for _, name := range names {
		here := map[string]bool{}
		for _, f := range Check([]Input{input(t, name)}, Options{}) {
			t.Logf("%s %s %s %s: %s", f.Pos, f.Level, f.Rule, f.Subject, f.Message)
			counts[f.Rule]++
			if !here[f.Rule] {
				catalogs[f.Rule]++
			}
			here[f.Rule] = true
		}
	}
	got := fmt.Sprintf("Findings in the %d catalogs of testdata/decode/vendors, and in how many of them.\n\n", len(names))
	for _, r := range Rules() {
		got += fmt.Sprintf("%-26s %3d %3d\n", r, counts[string(r)], catalogs[string(r)])
	}
	const golden = "testdata/vendors.txt"
	if os.Getenv("ERRGEN_UPDATE") == "1" {
		if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || string(want) != got {
		t.Errorf("%s: %v, now\n%s", golden, err, got)
	}
}

// TestOwnCatalogs: those of the repository keep the rules, or say why not.
func TestOwnCatalogs(t *testing.T) {
	for _, pattern := range []string{"../../spec/*.yaml", "../../examples/spec/*.yaml"} {
		var inputs []Input
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			inputs = append(inputs, input(t, name))
		}
		if len(inputs) < 3 {
			t.Errorf("%s: only %d catalogs", pattern, len(inputs))
		}
		for _, f := range Check(inputs, Options{}) {
			if f.Level > report.Info {
				t.Errorf("%s: %s %s %s: %s", f.Pos, f.Level, f.Rule, f.Subject, f.Message)
			}
			t.Logf("%s: %s %s %s: %s", f.Pos, f.Level, f.Rule, f.Subject, f.Message)
		}
	}
}
