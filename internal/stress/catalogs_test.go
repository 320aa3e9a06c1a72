package stress

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const root = "../../"

// stressFolder is where the catalogs that use the whole language are.
const stressFolder = root + "testdata/stress"

// catalogPaths are the catalogs of the project, in a fixed order.
func catalogPaths(t testing.TB) []string {
	t.Helper()
	var all []string
	for _, pattern := range []string{
		"testdata/stress/*.yaml", "spec/*.yaml", "testdata/language-cases.yaml", "testdata/decode/*.yaml", "testdata/decode/vendors/*.yaml",
	} {
		found, err := filepath.Glob(root + pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		all = append(all, found...)
	}
	return all
}

// catalogs resolves all catalogs of the project, once.
func catalogs(t testing.TB) []*model.Catalog {
	t.Helper()
	all, err := resolveOnce(catalogPaths(t))
	if err != "" {
		t.Fatal(err)
	}
	return all
}

var (
	once     sync.Once
	resolved []*model.Catalog
	findings string
)

func resolveOnce(paths []string) ([]*model.Catalog, string) {
	once.Do(func() {
		var list diag.List
		for _, path := range paths {
			c := resolveFile(path, nil, &list)
			if c == nil {
				continue
			}
			resolved = append(resolved, c)
		}
		findings = printed(&list)
	})
	return resolved, findings
}

// resolveFile resolves a catalog: text, or what the file has if that is nil.
// Included files are read from its folder.
func resolveFile(path string, text []byte, list *diag.List) *model.Catalog {
	if text == nil {
		var err error
		if text, err = os.ReadFile(path); err != nil {
			panic(err)
		}
	}
	read := func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(filepath.Dir(path), name)) }
	f := load.BytesWith(filepath.Base(path), text, read, list)
	if f == nil {
		return nil
	}
	c, _ := proof.Catalog(resolve.Catalog(f, list), f, list)
	return c
}

// jobOf has a catalog emitted into the module in which its package is compiled.
func jobOf(c *model.Catalog) gen.Job {
	return gen.Job{Catalog: c, Target: gen.Target{Catalog: c.File, ImportPath: "stressed/" + c.Package}}
}

// printed are findings as a terminal shows them, "" if there are none.
func printed(list *diag.List) string {
	var b strings.Builder
	if err := report.WriteText(&b, list.Sorted()); err != nil {
		panic(err)
	}
	return b.String()
}

// isLong reports whether the long version of the tests is wanted.
func isLong() bool { return os.Getenv("ERRGEN_LONG") == "1" }

// draws is how often something is drawn: n times, 25 times as often in the long
// version of the tests and a quarter of it in the short one.
func draws(n int) int {
	switch {
	case isLong():
		return 25 * n
	case testing.Short():
		return max(1, n/4)
	}
	return n
}
