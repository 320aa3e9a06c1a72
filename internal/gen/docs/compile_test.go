package docs

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// TestCodeCompiles puts all Go code of the documents beside the packages that it
// is about, and checks its types. One of them is looked at by vet as well.
func TestCodeCompiles(t *testing.T) {
	checker := testmodule.NewChecker()
	for i, c := range allCases(t) {
		packages := packagesOf(t, c)
		wanted := []string{"documented/" + gen.EngineDir, "documented/" + c.catalog.Package, "documented/use"}
		if i > 0 {
			wanted = wanted[1:] // the engine is the same for all
		}
		for _, pkg := range wanted {
			if err := checker.Check(pkg, packages[pkg]); err != nil {
				t.Errorf("%s: %v\n%s", c.path, err, packages[pkg]["use.go"])
			}
		}
		if c.name == "parcels" && !testing.Short() {
			m := testmodule.New(t, "documented", "1.21")
			for pkg, files := range packages {
				for name, content := range files {
					m.Write(strings.TrimPrefix(pkg, "documented/")+"/"+name, string(content))
				}
			}
			m.Go("vet", "./...")
		}
	}
}

// packagesOf are the files of a case's package, of the engine and of one with the code
// of the document. Examples are left to the tests of the emitter that writes them.
func packagesOf(t *testing.T, c *testCase) map[string]map[string][]byte {
	t.Helper()
	own := "documented/" + c.catalog.Package
	files, err := golang.New().Emit(c.catalog, gen.Target{ImportPath: own})
	if err != nil {
		t.Fatal(err)
	}
	pkg := reference.ImportName(c.catalog) + ` "` + own + `"`
	if len(c.catalog.Entries) == 0 { // nothing is shown of it
		pkg = `_ "` + own + `"`
	}
	packages := map[string]map[string][]byte{
		"documented/use": {"use.go": useFile(pkg, read(t, emit(t, c.catalog)).code)},
	}
	for _, f := range files {
		pkg := path.Join("documented", path.Dir(f.Path))
		if packages[pkg] == nil {
			packages[pkg] = map[string][]byte{}
		}
		if !strings.HasSuffix(f.Path, "_test.go") {
			packages[pkg][path.Base(f.Path)] = f.Content
		}
	}
	return packages
}

// returns is a statement that ends a function.
var returns = regexp.MustCompile(`(?m)^return `)

// useFile is a file that has a function for each piece of code.
func useFile(pkg string, code []string) []byte {
	var b strings.Builder
	b.WriteString("package use\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"time\"\n\t" + pkg + "\n)\n\nvar _, _, _ = errors.Is, fmt.Println, time.Second\n")
	for i, c := range code {
		result := ""
		if returns.MatchString(c) {
			result = " error"
		}
		fmt.Fprintf(&b, "\nfunc use%d(err error)%s {\n%s}\n", i, result, c)
	}
	return []byte(b.String())
}
