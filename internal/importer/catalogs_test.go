package importer_test

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// catalogOf reads a catalog without findings.
func catalogOf(t testing.TB, file string) *model.Catalog {
	t.Helper()
	var l diag.List
	files, _ := load.Paths([]string{file}, &l)
	if len(files) != 1 {
		t.Fatalf("%s: %v", file, l.Sorted())
	}
	c, _ := proof.Catalog(resolve.Catalog(files[0], &l), files[0], &l)
	if c == nil {
		t.Fatalf("%s: %v", file, l.Sorted())
	}
	return c
}
