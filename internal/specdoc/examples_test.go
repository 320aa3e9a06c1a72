package specdoc

import (
	"fmt"
	"path"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

func manual(t *testing.T) *Manual {
	t.Helper()
	m, err := Open("../..")
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestExamples runs every example of the manual: one that is marked invalid has
// the findings that it is marked with, and no others; all others have none.
func TestExamples(t *testing.T) {
	m := manual(t)
	bad := 0
	for _, b := range m.Blocks {
		if b.File() != "" {
			continue // run with those who include it
		}
		t.Run(fmt.Sprintf("%s line %d", path.Base(b.Document), b.Line), func(t *testing.T) {
			catalog := m.Catalog(b)
			want := b.Invalid()
			found := m.Findings(catalog)
			for _, d := range found {
				if string(d.Code) != want {
					t.Errorf("%s: %s", d.Pos, show(d))
				}
			}
			if want != "" {
				bad++
				if len(found) == 0 {
					t.Errorf("there is no finding %s", want)
				}
			}
			if t.Failed() {
				t.Log("the catalog:\n" + numbered(catalog))
			}
		})
	}
	if len(m.Blocks) < 100 || bad < 20 {
		t.Errorf("only %d examples, %d of them invalid", len(m.Blocks), bad)
	}
}

func show(d diag.Diagnostic) string {
	return fmt.Sprintf("%s; %s [%s]", d.Message, d.Remedy, d.Code)
}

func numbered(text string) string {
	var b strings.Builder
	n := 0
	for line := range strings.Lines(text) {
		n++
		fmt.Fprintf(&b, "%3d %s", n, line)
	}
	return b.String()
}
