package errgen_test

import (
	"bufio"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestGo121: output folders are compiled by Go 1.21 as well, so that the engine uses
// nothing of the standard library that is younger.
func TestGo121(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	young := map[string]bool{}
	for _, version := range []string{"1.22", "1.23", "1.24", "1.25", "1.26"} {
		f, err := os.Open(filepath.Join(strings.TrimSpace(string(root)), "api", "go"+version+".txt"))
		if err != nil {
			t.Skip("this Go has no list of its API")
		}
		for lines := bufio.NewScanner(f); lines.Scan(); {
			// pkg cmp, func Or[$0 comparable](...$0) $0 #60204
			path, rest, _ := strings.Cut(strings.TrimPrefix(lines.Text(), "pkg "), ", ")
			isPart := strings.HasPrefix(rest, "method") || strings.HasPrefix(rest, "type") && strings.Contains(rest, ", ") // of an older type
			if words := strings.Fields(rest); len(words) > 1 && !isPart {
				name, _, _ := strings.Cut(strings.TrimSuffix(words[1], ","), "(")
				name, _, _ = strings.Cut(name, "[")
				young[path+"."+name] = true
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if !young["cmp.Or"] || !young["reflect.TypeFor"] || young["reflect.TypeOf"] {
		t.Fatal("the list is read in another way")
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if !strings.HasSuffix(name, "_test.go") {
			checkAge(t, name, young)
		}
	}
}

// checkAge reports what a file uses that is too young.
func checkAge(t *testing.T, name string, young map[string]bool) {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]string{}
	for _, spec := range f.Imports {
		path := strings.Trim(spec.Path.Value, `"`)
		paths[path[strings.LastIndex(path, "/")+1:]] = path
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if pkg, ok := sel.X.(*ast.Ident); ok && young[paths[pkg.Name]+"."+sel.Sel.Name] {
				t.Errorf("%s uses %s.%s", fset.Position(sel.Pos()), pkg.Name, sel.Sel.Name)
			}
		}
		return true
	})
}
