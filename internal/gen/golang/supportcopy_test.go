package golang

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/seed-1b9d9f04/errgen/templates"
)

func TestSupportCode(t *testing.T) {
	for _, test := range []struct{ name, src, want string }{
		{"nothing left", "package support\n\n//errgen:if x\n\nimport \"fmt\"\n\nfunc f() { fmt.Println() }\n\n//errgen:end\n", ""},
		{"imports alone", "package support\n\nimport \"fmt\"\n\n//errgen:if x\nfunc f() { fmt.Println() }\n\n//errgen:end\n", ""},
		{
			"unused import", "package support\n\nimport \"fmt\"\n\n//errgen:if x\nfunc f() { fmt.Println() }\n\n//errgen:end\n\nfunc g() {}\n",
			"func g() {}\n",
		},
		{
			"one of several", "package support\n\nimport (\n\t\"fmt\"\n\t\"net/http\"\n\t\"strings\"\n)\n\nfunc f() { http.Get(strings.ToUpper(\"\")) }\n",
			"import (\n\t\"net/http\"\n\t\"strings\"\n)\n\nfunc f() { http.Get(strings.ToUpper(\"\")) }\n",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := supportCode(test.src, nil)
			if err != nil || string(got) != test.want {
				t.Errorf("got\n%s%v\nwant\n%s", got, err, test.want)
			}
		})
	}
}

// TestSupportCodeForm holds that the support code is in gofmt's form whatever is
// left out of it.
func TestSupportCodeForm(t *testing.T) {
	for name, src := range supportSources(t) {
		eachChoice(featuresOf(src), func(features map[string]bool) {
			code, err := supportCode(src, features)
			if err != nil {
				t.Fatal(err)
			}
			if code == nil {
				return
			}
			code = append([]byte("package support\n\n"), code...)
			want, err := format.Source(code)
			if err != nil || !bytes.Equal(code, want) {
				t.Errorf("%s with %v: %v\n%s", name, features, err, cmp.Diff(string(code), string(want)))
			}
		})
	}
}

// declared is what generated packages declare themselves of what the support code
// names.
const declared = `package support

const (
	ErrUnlisted ID = 1 + iota
	ErrUnexpectedResponse
)

var catalog table
`

// declaredExchange is declared as well where there are exchange values.
const declaredExchange = `
type Exchange struct{}

func (*Exchange) value(i int) any { return nil }
`

// TestSupportCodeCompiles holds that the support code can be compiled whatever of
// it a catalog needs: each feature alone, without each, each pair, and others.
func TestSupportCodeCompiles(t *testing.T) {
	sources := supportSources(t)
	var all []string
	for _, src := range sources {
		all = append(all, featuresOf(src)...)
	}
	slices.Sort(all)
	all = slices.DeleteFunc(slices.Compact(all), func(name string) bool { return name == "generator" })
	std := importer.ForCompiler(token.NewFileSet(), "gc", nil)
	checked := map[string]bool{}
	for _, features := range choices(all, testing.Short()) {
		features = needed(features)
		id := fmt.Sprint(features)
		if checked[id] {
			continue
		}
		checked[id] = true
		fset := token.NewFileSet()
		stub := declared
		if features["exchange"] {
			stub += declaredExchange
		}
		files := []*ast.File{parsed(t, fset, "stub.go", stub)}
		for name, src := range sources {
			code, err := supportCode(src, features)
			if err != nil {
				t.Fatal(err)
			}
			if code != nil {
				files = append(files, parsed(t, fset, name, "package support\n\n"+string(code)))
			}
		}
		config := types.Config{Importer: std, Error: func(err error) { t.Errorf("%v: %v", features, err) }}
		_, _ = config.Check("support", fset, files, nil)
		if t.Failed() {
			return
		}
	}
}

// choices are choices of features: of each and all others, of each two, and some
// at random.
func choices(features []string, few bool) []map[string]bool {
	var all []map[string]bool
	choose := func(has func(i int) bool) {
		chosen := map[string]bool{}
		for i, name := range features {
			chosen[name] = has(i)
		}
		all = append(all, chosen)
	}
	choose(func(int) bool { return false })
	for i := range features {
		choose(func(k int) bool { return k == i })
		choose(func(k int) bool { return k != i })
		for j := range i {
			if !few {
				choose(func(k int) bool { return k == i || k == j })
			}
		}
	}
	if few {
		return all
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		choose(func(int) bool { return random.IntN(2) == 0 })
	}
	return all
}

// supportSources are the files of the support code that are copied.
func supportSources(t *testing.T) map[string]string {
	t.Helper()
	names, err := fs.Glob(templates.Support, "support/*.go")
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string]string{}
	for _, name := range names {
		if isGenerators(path.Base(name)) {
			continue
		}
		src, err := fs.ReadFile(templates.Support, name)
		if err != nil {
			t.Fatal(err)
		}
		sources[name] = string(src)
	}
	return sources
}

// parsed is a file of Go.
func parsed(t *testing.T, fset *token.FileSet, name, src string) *ast.File {
	t.Helper()
	file, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// featuresOf are the features that a file of the support code names.
func featuresOf(src string) []string {
	var features []string
	for line := range strings.Lines(src) {
		condition, ok := strings.CutPrefix(strings.TrimSpace(line), regionBegin)
		if !ok {
			continue
		}
		for _, name := range strings.FieldsFunc(condition, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if !slices.Contains(features, name) {
				features = append(features, name)
			}
		}
	}
	return features
}

// eachChoice calls f with every choice of features.
func eachChoice(features []string, f func(map[string]bool)) {
	for bits := range 1 << len(features) {
		chosen := map[string]bool{}
		for i, name := range features {
			chosen[name] = bits&(1<<i) != 0
		}
		f(chosen)
	}
}

func TestConstantNames(t *testing.T) {
	for _, test := range []struct {
		typeName string
		value    int64
		want     string
	}{
		{"jsonTypes", 1 << 4, "stringType"},
		{"jsonTypes", 1<<4 | 1, "nullType stringType"},
		{"jsonTypes", 1<<7 - 1, "anyType"},
		{"nodeKind", 0, "leafNode"},
		{"uint16", 404, ""},
		{"jsonTypes", 1 << 7, ""},
	} {
		if got := strings.Join(constantNames(test.typeName, test.value), " "); got != test.want {
			t.Errorf("constantNames(%s, %d) = %q, want %q", test.typeName, test.value, got, test.want)
		}
	}
}
