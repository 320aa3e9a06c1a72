package robust

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// TestMore generates the packages of catalogs with what the founding APIs do not
// use of the language, and runs the tests that stand beside them.
func TestMore(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles packages")
	}
	m := testmodule.New(t, "robust", "1.26")
	var jobs []gen.Job
	for _, name := range []string{"more", "nested", "markup"} {
		folder := filepath.Join("testdata", name)
		jobs = append(jobs, gen.Job{
			Catalog: resolved(t, name+".yaml", read(t, filepath.Join(folder, name+".yaml"))),
			Target:  gen.Target{Catalog: name + ".yaml", ImportPath: "robust/" + name},
		})
		m.Write("use"+name+"/use_test.go", string(read(t, filepath.Join(folder, "use_test.go"))))
	}
	files, err := gen.Emit(jobs, []gen.Emitter{golang.New()})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		m.Write(f.Path, string(f.Content))
	}
	m.Go("test", "-vet=off", "./usemore", "./usenested", "./usemarkup")
}

func resolved(t *testing.T, name string, text []byte) *model.Catalog {
	t.Helper()
	var list diag.List
	f := load.Bytes(name, text, &list)
	c, _ := proof.Catalog(resolve.Catalog(f, &list), f, &list)
	if c == nil {
		var b strings.Builder
		_ = report.WriteText(&b, list.Sorted())
		t.Fatal(b.String())
	}
	return c
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}
