package importer_test

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/importer"
	"github.com/seed-1b9d9f04/errgen/internal/importer/bodies"
)

// TestMisread: responses without a code are those of their own formats, whichever else
// has their status, and none is misread; those that make no entry are noted.
func TestMisread(t *testing.T) {
	c, seen, err := bodies.Draft([]byte(`{"status":500,"body":{"detail":"a text"}}
{"status":500,"body":{"detail":[1,2]}}
{"status":500,"body":{"detail":[3]}}
{"status":500,"body":{"r":"p"}}
{"status":400,"body":{"errors":[{"code":"A","message":"a"}]}}
{"status":400,"body":{"errors":[]}}`))
	if err != nil {
		t.Fatal(err)
	}
	r := finish(t, "bodies.jsonl", c)
	if misread := importer.Misread(r, seen); len(misread) > 0 || len(r.Catalog.Entries) != 4 || r.Lost() != 1 {
		t.Errorf("%d entries, %d lost, misread %v:\n%s", len(r.Catalog.Entries), r.Lost(), misread, r.Text)
	}
}
