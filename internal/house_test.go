// Package internal_test holds the layering of the whole module to its rules.
package internal_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/seed-1b9d9f04/errgen/"

// rule says what the packages that match a pattern may import, tests aside.
type rule struct {
	pattern string
	own     []string // packages of this module, also indirectly
	foreign []string // packages of other modules, directly
}

// rules are the layers (docs/architecture.md), the lowest first. A package that
// matches none is for tests, and nothing that is not may depend on it.
var rules = []rule{
	{pattern: "internal/model"},
	{pattern: "internal/model/diag", foreign: []string{"github.com/agext/levenshtein"}},
	{pattern: "internal/model/load", own: []string{"internal/model/diag"}, foreign: []string{"gopkg.in/yaml.v3"}},
	{pattern: "internal/model/names", own: []string{"internal/model/diag"}},
	{pattern: "internal/model/values", own: []string{"internal/model", "internal/model/diag"}},
	{pattern: "internal/model/identity", own: []string{"internal/model", "internal/model/diag", "internal/model/values"}},
	{
		pattern: "internal/model/schemas",
		own:     []string{"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/values"},
	},
	{
		pattern: "internal/model/templates",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/schemas",
			"internal/model/values",
		},
	},
	{
		pattern: "internal/model/envelopes",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/schemas",
			"internal/model/templates", "internal/model/values",
		},
	},
	{pattern: "templates"},
	{pattern: "templates/support", own: []string{"internal/model"}}, // what generated packages get a copy of does not
	{
		pattern: "internal/model/resolve",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/envelopes", "internal/model/identity", "internal/model/load",
			"internal/model/names", "internal/model/schemas", "internal/model/templates", "internal/model/values",
		},
	},
	{
		pattern: "internal/model/proof",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/values", "templates/support",
		},
	},
	{pattern: "internal/gen", own: []string{"internal/model"}, foreign: []string{
		"github.com/rogpeppe/go-internal/diff", "golang.org/x/mod/modfile", "golang.org/x/mod/module",
	}},
	{
		pattern: "internal/gen/golang",
		own:     []string{"internal/gen", "internal/model", "templates", "templates/support"},
		foreign: []string{"github.com/dave/jennifer/jen"},
	},
	{
		pattern: "internal/gen/openapi",
		own:     []string{"internal/gen", "internal/model"},
		foreign: []string{"github.com/getkin/kin-openapi/openapi3"},
	},
	{pattern: "internal/gen/docs", own: []string{"internal/gen", "internal/model", "templates"}},
	{pattern: "spec"},
	{pattern: "generated/*"},
	{
		pattern: "cmd/errgen",
		own: []string{
			"internal/gen", "internal/gen/docs", "internal/gen/golang", "internal/gen/openapi", "internal/model", "internal/model/diag",
			"internal/model/envelopes", "internal/model/identity", "internal/model/load", "internal/model/names", "internal/model/proof", "internal/model/resolve",
			"internal/model/schemas", "internal/model/templates", "internal/model/values", "spec", "templates", "templates/support",
		},
		foreign: []string{"github.com/spf13/cobra"},
	},
}

// listed is what "go list -json" says of a package.
type listed struct {
	ImportPath string
	Standard   bool
	Imports    []string
	Deps       []string
}

// listPackages runs go list over the whole module and what it depends on.
func listPackages(t *testing.T) map[string]listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,Imports,Deps", "./...")
	cmd.Dir = ".."
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	packages := map[string]listed{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

func TestImportsRunOneWay(t *testing.T) {
	packages := listPackages(t)
	matched := map[int]bool{}
	for name, p := range packages {
		own, ok := strings.CutPrefix(name, module)
		if !ok {
			continue
		}
		i := slices.IndexFunc(rules, func(r rule) bool { m, _ := path.Match(r.pattern, own); return m })
		if i < 0 {
			continue
		}
		matched[i] = true
		for _, dep := range p.Deps {
			if dep, ok := strings.CutPrefix(dep, module); ok && !slices.Contains(rules[i].own, dep) {
				t.Errorf("%s depends on %s", own, dep)
			}
		}
		for _, imported := range p.Imports {
			foreign := !packages[imported].Standard && !strings.HasPrefix(imported, module)
			if foreign && !slices.Contains(rules[i].foreign, imported) {
				t.Errorf("%s imports %s", own, imported)
			}
		}
	}
	for i, r := range rules {
		if !matched[i] {
			t.Errorf("no package is %s", r.pattern)
		}
	}
}
