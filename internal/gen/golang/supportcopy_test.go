package golang

import (
	"strings"
	"testing"
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
		{
			"alignment", "package support\n\ntype t struct {\n\ta int // one\n\t//errgen:if x\n\tlongName string // two\n\t//errgen:end\n}\n",
			"type t struct {\n\ta int // one\n}\n",
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
