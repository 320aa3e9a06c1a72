package proof

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// prove loads, resolves and proves one catalog.
func prove(text string) (*model.Catalog, *replay.Program, []diag.Diagnostic) {
	var l diag.List
	f := load.Bytes("catalog.yaml", []byte(text), &l)
	if f == nil {
		return nil, nil, l.Sorted()
	}
	c, program := Catalog(resolve.Catalog(f, &l), f, &l)
	return c, program, l.Sorted()
}

// mustProve proves a catalog without findings.
func mustProve(t *testing.T, text string) *model.Catalog {
	t.Helper()
	c, _, found := prove(text)
	for _, d := range found {
		t.Errorf("%s: %s [%s] %s", d.Pos, d.Message, d.Code, d.Remedy)
	}
	if c == nil {
		t.FailNow()
	}
	return c
}
