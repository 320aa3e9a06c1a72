package specdoc

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// TestRecipes: each recipe has whole catalogs, and each of them shows a response
// that it is about.
func TestRecipes(t *testing.T) {
	m := manual(t)
	recipes := map[string]int{}
	for _, h := range m.Headings {
		if h.Document == HowTo && h.Level == 2 {
			recipes[h.Title] = 0
		}
	}
	for _, b := range m.Blocks {
		if b.Document != HowTo || b.File() != "" {
			continue
		}
		recipes[b.Chapter]++
		var l diag.List
		f := load.BytesWith("catalog.yaml", []byte(b.Text), m.read, &l)
		if !b.Whole() || f == nil || len(f.Examples) == 0 {
			t.Errorf("line %d: not a whole catalog with examples", b.Line)
		}
	}
	for title, catalogs := range recipes {
		if catalogs == 0 {
			t.Errorf("the recipe %q has no catalog", title)
		}
	}
	if len(recipes) < 8 {
		t.Errorf("only %d recipes", len(recipes))
	}
}
