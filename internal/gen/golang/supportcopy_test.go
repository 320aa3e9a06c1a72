package golang

import (
	"bytes"
	"go/format"
	"io/fs"
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
	names, err := fs.Glob(templates.Support, "support/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if isGenerators(path.Base(name)) {
			continue
		}
		src, err := fs.ReadFile(templates.Support, name)
		if err != nil {
			t.Fatal(err)
		}
		eachChoice(featuresOf(string(src)), func(features map[string]bool) {
			code, err := supportCode(string(src), features)
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
