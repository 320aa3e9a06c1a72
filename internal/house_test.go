// Package internal_test holds the layering of the whole module to its rules.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
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
	{pattern: "internal/model/names", own: []string{"internal/model/diag"}},
	{pattern: "internal/foreign"},
	{pattern: "internal/yamltext", foreign: []string{"gopkg.in/yaml.v3"}},
	{pattern: "internal/yamledit", own: []string{"internal/yamltext"}},
	{pattern: "internal/layout", own: []string{"internal/yamledit", "internal/yamltext"}},
	{
		pattern: "internal/model/load",
		own:     []string{"internal/model/diag", "internal/model/names", "internal/yamltext"},
		foreign: []string{"golang.org/x/mod/semver", "gopkg.in/yaml.v3"},
	},
	{pattern: "internal/model/values", own: []string{"internal/model", "internal/model/diag"}},
	{pattern: "internal/model/identity", own: []string{"internal/model", "internal/model/diag", "internal/model/values"}},
	{
		pattern: "internal/model/schemas",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/values", "internal/yamltext",
		},
	},
	{
		pattern: "internal/model/templates",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/schemas",
			"internal/model/values", "internal/yamltext",
		},
	},
	{
		pattern: "internal/model/envelopes",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/model/schemas",
			"internal/model/templates", "internal/model/values", "internal/yamltext",
		},
	},
	{
		pattern: "internal/model/resolve",
		own: []string{
			"internal/model", "internal/model/diag", "internal/model/envelopes", "internal/model/identity", "internal/model/load",
			"internal/model/names", "internal/model/schemas", "internal/model/templates", "internal/model/values", "internal/yamltext",
		},
	},
	{pattern: "templates"},
	{pattern: "templates/errgen"}, // stands in every output folder
	{pattern: "internal/lower", own: []string{"internal/model", "templates/errgen"}},
	{pattern: "internal/replay", own: []string{"internal/lower", "internal/model", "templates/errgen"}},
	{
		pattern: "internal/model/proof",
		own: []string{
			"internal/lower", "internal/model", "internal/model/diag", "internal/model/identity", "internal/model/load", "internal/model/names", "internal/model/values", "internal/replay",
			"internal/yamltext", "templates/errgen",
		},
	},
	{pattern: "internal/observed", own: []string{"internal/model"}},
	{pattern: "internal/gen", own: []string{"internal/model"}, foreign: []string{
		"github.com/rogpeppe/go-internal/diff", "golang.org/x/mod/modfile", "golang.org/x/mod/module",
	}},
	{pattern: "internal/gen/gocode", own: []string{"internal/model"}},
	{
		pattern: "internal/gen/golang",
		own: []string{
			"internal/gen", "internal/gen/gocode", "internal/lower", "internal/model", "templates", "templates/errgen",
		},
		foreign: []string{"github.com/dave/jennifer/jen"},
	},
	{
		pattern: "internal/gen/openapi",
		own:     []string{"internal/gen", "internal/model"},
		foreign: []string{"github.com/getkin/kin-openapi/openapi3"},
	},
	{pattern: "internal/gen/tscode", own: []string{"internal/model", "templates/errgen"}},
	{pattern: "internal/gen/reference", own: []string{"internal/gen/gocode", "internal/gen/tscode", "internal/model", "templates/errgen"}},
	{pattern: "internal/gen/docs", own: []string{"internal/gen", "internal/gen/gocode", "internal/gen/reference", "internal/gen/tscode", "internal/model", "templates", "templates/errgen"}},
	{pattern: "internal/gen/site", own: []string{"internal/gen", "internal/gen/gocode", "internal/gen/reference", "internal/gen/tscode", "internal/model", "templates", "templates/errgen"}},
	{pattern: "internal/gen/typescript", own: []string{"internal/gen", "internal/gen/tscode", "internal/lower", "internal/model", "templates", "templates/errgen"}},
	{pattern: "internal/gen/asyncapi", own: []string{"internal/gen", "internal/model"}, foreign: []string{"gopkg.in/yaml.v3"}},
	{pattern: "internal/gen/messages", own: []string{"internal/gen", "internal/model"}},
	{
		pattern: "internal/translation",
		own: []string{
			"internal/gen", "internal/gen/messages", "internal/model", "internal/model/diag", "internal/report", "internal/yamledit", "internal/yamltext",
		},
		foreign: []string{"github.com/pelletier/go-toml/v2/unstable"},
	},
	{pattern: "internal/report", own: []string{"internal/model/diag"}},
	{pattern: "internal/revision"}, // calls git
	{pattern: "internal/config", own: []string{"internal/model", "internal/model/diag", "internal/model/load", "internal/model/names", "internal/yamltext"}},
	{
		pattern: "internal/lint",
		own: []string{
			"internal/foreign", "internal/model", "internal/model/diag", "internal/model/identity", "internal/model/load", "internal/model/names", "internal/model/values", "internal/report",
			"internal/yamltext",
		},
	},
	{
		pattern: "internal/apidoc",
		own: []string{
			"internal/lower", "internal/model", "internal/model/diag", "internal/model/identity", "internal/model/values", "internal/replay", "internal/report",
			"internal/yamledit", "internal/yamltext", "templates/errgen",
		},
		foreign: []string{"github.com/getkin/kin-openapi/openapi3"},
	},
	{
		pattern: "internal/breaking",
		own: []string{
			"internal/gen", "internal/gen/gocode", "internal/gen/golang", "internal/lower", "internal/model", "internal/model/diag",
			"internal/model/identity", "internal/model/values", "internal/replay", "internal/report", "templates", "templates/errgen",
		},
		foreign: []string{"golang.org/x/mod/semver"},
	},
	{pattern: "internal/importer/draft", own: []string{"internal/foreign", "internal/model", "internal/model/diag", "internal/model/names", "internal/yamledit", "internal/yamltext"}},
	{
		pattern: "internal/importer/shape",
		own: []string{
			"internal/foreign", "internal/importer/draft", "internal/model", "internal/model/diag", "internal/model/names", "internal/yamledit", "internal/yamltext",
		},
	},
	{
		pattern: "internal/importer/*", // an importer of one kind of source
		own: []string{
			"internal/foreign", "internal/importer/draft", "internal/importer/shape", "internal/lower", "internal/model", "internal/model/diag", "internal/model/names",
			"internal/observed", "internal/replay", "internal/yamledit", "internal/yamltext", "templates/errgen",
		},
		foreign: []string{
			"github.com/getkin/kin-openapi/openapi3", "github.com/yuin/goldmark", "github.com/yuin/goldmark/ast", "github.com/yuin/goldmark/extension",
			"github.com/yuin/goldmark/extension/ast", "github.com/yuin/goldmark/text", "golang.org/x/net/html", "golang.org/x/net/html/atom",
		},
	},
	{
		pattern: "internal/importer",
		own: []string{
			"internal/foreign", "internal/importer/bodies", "internal/importer/draft", "internal/importer/shape", "internal/layout", "internal/lower", "internal/model", "internal/model/diag",
			"internal/model/envelopes", "internal/model/identity", "internal/model/load", "internal/model/names", "internal/model/proof",
			"internal/model/resolve", "internal/model/schemas", "internal/model/templates", "internal/model/values", "internal/observed", "internal/replay",
			"internal/yamledit", "internal/yamltext", "templates/errgen",
		},
	},
	{pattern: "spec"},
	{
		pattern: "internal/lsp",
		own: []string{
			"internal/foreign", "internal/layout", "internal/lint", "internal/lower", "internal/model", "internal/model/diag", "internal/model/envelopes", "internal/model/identity",
			"internal/model/load", "internal/model/names", "internal/model/proof", "internal/model/resolve", "internal/model/schemas",
			"internal/model/templates", "internal/model/values", "internal/replay", "internal/report", "internal/yamledit", "internal/yamltext",
			"spec", "templates/errgen",
		},
		foreign: []string{"github.com/sourcegraph/jsonrpc2"},
	},
	{pattern: "generated/internal/errgen"},
	{pattern: "generated/*", own: []string{"generated/internal/errgen"}},
	{
		pattern: "cmd/errgen",
		own: []string{
			"internal/apidoc", "internal/breaking", "internal/config", "internal/gen", "internal/gen/asyncapi", "internal/gen/docs", "internal/gen/gocode", "internal/gen/golang", "internal/gen/messages", "internal/gen/openapi", "internal/gen/reference", "internal/gen/site", "internal/gen/tscode", "internal/gen/typescript",
			"internal/foreign", "internal/importer", "internal/importer/bodies", "internal/importer/draft", "internal/importer/openapi", "internal/importer/shape", "internal/importer/table",
			"internal/layout", "internal/lint", "internal/lower", "internal/lsp",
			"internal/model", "internal/model/diag", "internal/model/envelopes", "internal/model/identity", "internal/model/load",
			"internal/model/names", "internal/model/proof", "internal/model/resolve", "internal/model/schemas", "internal/model/templates",
			"internal/model/values", "internal/observed", "internal/replay", "internal/report", "internal/revision", "internal/translation", "internal/yamledit", "internal/yamltext", "spec", "templates", "templates/errgen",
		},
		foreign: []string{"github.com/fsnotify/fsnotify", "github.com/spf13/cobra", "golang.org/x/term"},
	},
}

// pkg is what a package's sources import, tests aside.
type pkg struct{ own, foreign map[string]bool }

// readPackages reads the imports of the whole module from its sources, which the
// test cache knows, unlike what a go command would tell.
func readPackages(t *testing.T) map[string]*pkg {
	t.Helper()
	packages := map[string]*pkg{}
	err := filepath.WalkDir("..", func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && name != ".." && (e.Name() == "testdata" || e.Name()[0] == '.' || isModule(name)):
			return filepath.SkipDir
		case e.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(strings.TrimPrefix(filepath.Dir(name), ".."+string(filepath.Separator)))
		if packages[dir] == nil {
			packages[dir] = &pkg{map[string]bool{}, map[string]bool{}}
		}
		packages[dir].add(file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return packages
}

// isModule reports whether a folder is a module of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}

// add notes the imports of a file. A path of the standard library has no dot in its
// first element.
func (p *pkg) add(file *ast.File) {
	for _, spec := range file.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		first, _, _ := strings.Cut(name, "/")
		if own, ok := strings.CutPrefix(name, module); ok {
			p.own[own] = true
		} else if strings.Contains(first, ".") {
			p.foreign[name] = true
		}
	}
}

// dependencies adds to deps the packages of this module on which one depends.
func dependencies(packages map[string]*pkg, name string, deps map[string]bool) {
	for own := range packages[name].own {
		if !deps[own] {
			deps[own] = true
			dependencies(packages, own, deps)
		}
	}
}

func TestImportsRunOneWay(t *testing.T) {
	packages := readPackages(t)
	matched := map[int]bool{}
	for name, p := range packages {
		i := slices.IndexFunc(rules, func(r rule) bool { m, _ := path.Match(r.pattern, name); return m })
		if i < 0 {
			continue
		}
		matched[i] = true
		deps := map[string]bool{}
		dependencies(packages, name, deps)
		for dep := range deps {
			if !slices.Contains(rules[i].own, dep) {
				t.Errorf("%s depends on %s", name, dep)
			}
		}
		for imported := range p.foreign {
			if !slices.Contains(rules[i].foreign, imported) {
				t.Errorf("%s imports %s", name, imported)
			}
		}
	}
	for i, r := range rules {
		if !matched[i] {
			t.Errorf("no package is %s", r.pattern)
		}
	}
}
