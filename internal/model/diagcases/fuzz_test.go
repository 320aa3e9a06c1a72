package diagcases

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// FuzzCatalog takes any bytes from YAML to the model: nothing panics, the same is
// found twice, and there is a model or a finding.
func FuzzCatalog(f *testing.F) {
	for _, data := range seeds(f) {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		resolved := func() (bool, []diag.Diagnostic) {
			var l diag.List
			file := load.Bytes("f.yaml", data, &l)
			if file == nil {
				return false, l.Sorted()
			}
			c, _ := proof.Catalog(resolve.Catalog(file, &l), file, &l)
			return c != nil, l.Sorted()
		}
		ok, found := resolved()
		if again, same := resolved(); ok != again || !reflect.DeepEqual(found, same) {
			t.Errorf("not the same twice:\n%v\n%v", found, same)
		}
		if !ok && len(found) == 0 {
			t.Error("neither a model nor a finding")
		}
		for _, d := range found {
			if _, known := diag.Explain(d.Code); !known || d.Message == "" || d.Remedy == "" {
				t.Errorf("incomplete: %+v", d)
			}
		}
	})
}

// seeds are the catalogs of the project: spec, testdata and those of the cases.
func seeds(f *testing.F) [][]byte {
	var all [][]byte
	for _, pattern := range []string{"../../../spec/*.yaml", "../../../testdata/*.yaml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			all = append(all, data)
		}
	}
	names, _ := filepath.Glob(filepath.Join(casesFolder, "*.txtar"))
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, a.Files[0].Data)
	}
	for _, code := range diag.Codes() {
		doc, _ := diag.Explain(code)
		all = append(all, catalogFiles(doc.Good)[0].Data)
	}
	return all
}
