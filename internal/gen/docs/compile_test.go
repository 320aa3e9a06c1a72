package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
)

// TestCodeCompiles puts all Go code of the documents beside the packages that it
// is about, and has vet look at it. Paths are left out so that what did not change is
// not compiled again.
func TestCodeCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a package for each catalog")
	}
	dir := t.TempDir()
	write := func(name string, content []byte) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", []byte("module documented\n\ngo 1.21\n"))
	for i, c := range allCases(t) {
		files, err := golang.New().Emit(c.catalog, gen.Target{ImportPath: "documented/" + c.catalog.Package})
		if err != nil {
			t.Fatal(err)
		}
		folder := fmt.Sprintf("case%d", i)
		for _, f := range files {
			switch {
			case path.Dir(f.Path) == gen.EngineDir:
				write(f.Path, f.Content)
			case !strings.HasSuffix(f.Path, "_test.go"): // the emitter's own tests run examples
				write(folder+"/"+f.Path, f.Content)
			}
		}
		pkg := importName(c.catalog) + ` "documented/` + folder + "/" + c.catalog.Package + `"`
		write(folder+"/use/use.go", useFile(pkg, read(t, emit(t, c.catalog)).code))
	}
	cmd := exec.Command("go", "vet", "-trimpath", "./...")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
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
