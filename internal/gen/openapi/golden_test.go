package openapi_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
)

// cases is where the cases are that all emitters share: each is a catalog and
// what it gives.
const cases = "../../../testdata/gen/*.txtar"

const output = "openapi.yaml"

// TestGolden compares the documents of the cases with what is written in them.
// ERRGEN_UPDATE=1 writes it.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob(cases)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files, err := openapi.New().Emit(resolved(t, "catalog.yaml", file(archive, "catalog.yaml")), gen.Target{Catalog: "catalog.yaml"})
			if err != nil {
				t.Fatal(err)
			}
			got := files[0].Content
			if d := diff.Diff("want "+output, file(archive, output), "got "+output, got); d == nil {
				return
			} else if os.Getenv("ERRGEN_UPDATE") != "1" {
				t.Fatalf("ERRGEN_UPDATE=1 accepts this:\n%s", d)
			}
			if i := slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == output }); i >= 0 {
				archive.Files[i].Data = got
			} else {
				archive.Files = append(archive.Files, txtar.File{Name: output, Data: got})
			}
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func file(archive *txtar.Archive, name string) []byte {
	for _, f := range archive.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}
