package golang

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"io/fs"
	"maps"
	"path"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// supportFiles are copies of the support code, of which the regions that the
// catalog does not need are left out. They are called support_ and their own name.
func supportFiles(c *model.Catalog, features map[string]bool) ([]*source, error) {
	names, err := fs.Glob(templates.Support, "support/*.go")
	if err != nil {
		return nil, err
	}
	var files []*source
	head := headOnce(c)
	features = needed(features)
	for _, name := range names {
		if isGenerators(path.Base(name)) {
			continue
		}
		src, err := fs.ReadFile(templates.Support, name)
		if err != nil {
			return nil, err
		}
		code, err := supportCode(string(src), features)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if code != nil {
			text := func() ([]byte, error) { return code, nil }
			files = append(files, &source{name: "support_" + path.Base(name), pieces: []piece{head, text}})
		}
	}
	return files, nil
}

// needed are the features of a catalog that its support code needs. Those that only
// the schemas of its bodies have are not, where nothing has a param.
func needed(features map[string]bool) map[string]bool {
	need := maps.Clone(features)
	need["matching"] = need["matching"] || need["forms"]
	need["params"] = need["params"] || need["exchange"] || need["matching"]
	need["fields"] = need["fields"] || need["exchange"] || need["data"]
	if !need["params"] {
		for _, feature := range []string{"nested", "records", "lists", "maps", "times", "regexp", "format"} {
			need[feature] = false
		}
	}
	return need
}

// isGenerators reports whether a file of the support code is only for the
// generator: what the generated packages declare themselves (stub), what makes
// tables from the model (lower), values without Go types (dynamic), tests.
func isGenerators(name string) bool {
	for _, prefix := range []string{"stub", "lower", "dynamic"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return strings.HasSuffix(name, "_test.go")
}

// supportCode is what stands below the package clause of a file of the support
// code: without the regions that are not needed and the imports that only they
// used. It is nil if nothing is left. The support code is written so that what is
// left is in gofmt's form: formatting it for each catalog takes long.
func supportCode(src string, features map[string]bool) ([]byte, error) {
	kept, err := strip(src, features)
	if err != nil || !declares(kept) {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", kept, parser.ImportsOnly|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var code []byte
	from := fset.Position(file.Name.End()).Offset
	for _, span := range unusedImports(fset, file, namesIn(kept)) {
		code = append(code, kept[from:span.from]...)
		from = span.to
	}
	code = bytes.TrimSpace(append(code, kept[from:]...))
	return append(code, '\n'), nil
}

// declares reports whether a file in gofmt's form has more than imports.
func declares(src string) bool {
	for _, keyword := range []string{"\nfunc ", "\ntype ", "\nvar ", "\nconst "} {
		if strings.Contains(src, keyword) {
			return true
		}
	}
	return false
}

// namesIn are the names in a Go file that stand before a period, among them those
// of packages.
func namesIn(src string) map[string]bool {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, []byte(src), nil, 0)
	names := map[string]bool{}
	last := ""
	for {
		_, tok, text := s.Scan()
		switch tok {
		case token.EOF:
			return names
		case token.PERIOD:
			names[last] = true
		}
		last = text
	}
}

// span is a part of a text, in bytes.
type span struct{ from, to int }

// unusedImports returns where the imports stand whose package is not among the
// names, the whole declaration if nothing would be left of it. The support code
// has no names for imports, and no variables that are called as a package.
func unusedImports(fset *token.FileSet, file *ast.File, used map[string]bool) []span {
	at := func(n ast.Node) span { // its lines
		first := fset.Position(n.Pos())
		return span{first.Offset - first.Column + 1, fset.Position(n.End()).Offset + 1}
	}
	var spans []span
	for _, decl := range file.Decls {
		imports, ok := decl.(*ast.GenDecl)
		if !ok || imports.Tok != token.IMPORT {
			continue
		}
		var unused []span
		for _, spec := range imports.Specs {
			if name, _ := strconv.Unquote(spec.(*ast.ImportSpec).Path.Value); !used[path.Base(name)] {
				unused = append(unused, at(spec))
			}
		}
		if len(unused) == len(imports.Specs) {
			unused = []span{at(decl)}
		}
		spans = append(spans, unused...)
	}
	return spans
}
