package golang

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// exampleImports are the packages that examples use, in the order of an import
// declaration.
var exampleImports = []string{"bytes", "errors", "fmt", "io", "net/http", "net/http/httptest", "strings", "time"}

// exampleNames are the names that stand in examples and are neither the package's
// nor predeclared, as no package is called.
var exampleNames = []string{
	"bytes", "errors", "fmt", "io", "http", "httptest", "strings", "time",
	"body", "code", "data", "err", "handler", "header", "id", "page", "r", "reason", "request", "resp", "responder", "server", "status", "w", "written", "x",
}

// examplesFile has a few examples of how the package is used, which go test runs
// and documentation shows. Each shows what the catalog has an occurrence for; what
// they print is what the engine makes of it. It is nil if nothing can be shown.
func examplesFile(c *model.Catalog, importPath string) *source {
	if c.Usage == nil {
		return nil
	}
	g := &gallery{c.Usage, scope{gocode.Scope(c.ImportName(exampleNames...))}}
	var examples []jen.Code
	for _, e := range []struct {
		show           func() *example
		server, client bool // it uses what only a package for that side has
	}{
		{g.exchangeOfErrors, true, true},
		{g.closeFrame, true, false},
		{g.decode, false, true},
		{g.decodePage, false, true},
		{g.decodeClose, false, true},
		{g.encode, false, true},
		{g.cause, false, false},
		{g.ancestor, false, false},
		{g.switchID, false, false},
		{g.literal, false, false},
		{g.responder, true, true},
		{g.writeError, true, false},
		{g.several, true, true},
	} {
		if e.server && !c.Sides.Server() || e.client && !c.Sides.Client() {
			continue
		}
		if x := e.show(); x != nil {
			examples = append(examples, x.code())
		}
	}
	if len(examples) == 0 {
		return nil
	}
	return &source{name: "example_test.go", pieces: []piece{func() ([]byte, error) {
		text, err := declarations(func() []jen.Code { return examples })()
		if err != nil {
			return nil, err
		}
		head, err := examplesHead(c, importPath, string(g.in.Scope), text)
		return slices.Concat(head, []byte{'\n'}, text), err
	}}}
}

// examplesHead is the beginning of the file, with the imports that the examples
// need.
//
//	package axway_test
//
//	import (
//		"errors"
//		"fmt"
//
//		"example.com/support/generated/axway"
//	)
func examplesHead(c *model.Catalog, importPath, name string, text []byte) ([]byte, error) {
	used, err := packagesUsed(text)
	if err != nil {
		return nil, err
	}
	var imports []jen.Code
	for _, p := range exampleImports {
		if used[path.Base(p)] {
			imports = append(imports, jen.Lit(p))
		}
	}
	own := jen.Lit(importPath)
	if name != path.Base(importPath) {
		own = jen.Id(name).Lit(importPath)
	}
	f := jen.NewFile(c.Package + "_test")
	f.Id("import").Custom(jen.Options{Open: "(", Close: ")", Multi: true}, append(imports, jen.Line(), own)...)
	var b bytes.Buffer
	err = f.Render(&b)
	return b.Bytes(), err
}

// packagesUsed are the names that stand before a dot in declarations.
func packagesUsed(text []byte) (map[string]bool, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", slices.Concat([]byte("package p\n"), text), parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	used := map[string]bool{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := s.X.(*ast.Ident); ok {
				used[x.Name] = true
			}
		}
		return true
	})
	return used, nil
}

// An example is a function in the making.
type example struct {
	name, doc string
	lines     []jen.Code
	output    []string
	variables gocode.Variables
}

// add adds statements.
func (x *example) add(lines ...jen.Code) { x.lines = append(x.lines, lines...) }

// print adds a statement that prints an expression, whose text is known.
func (x *example) print(value jen.Code, text string) {
	if isPlain(text) {
		x.add(jen.Qual("fmt", "Println").Call(value))
		x.output = append(x.output, text)
		return
	}
	x.add(jen.Qual("fmt", "Printf").Call(jen.Lit("%q\n"), value))
	x.output = append(x.output, strconv.Quote(text))
}

// printAfter is print behind a label.
func (x *example) printAfter(label string, value jen.Code, text string) {
	x.add(printAfter(label, value, text))
	x.output = append(x.output, labelled(label, text))
}

// printAfter is a statement that prints a label and an expression.
func printAfter(label string, value jen.Code, text string) jen.Code {
	if isPlain(text) {
		return jen.Qual("fmt", "Println").Call(jen.Lit(label), value)
	}
	return jen.Qual("fmt", "Printf").Call(jen.Lit(label+" %q\n"), value)
}

// labelled is what printAfter prints.
func labelled(label, text string) string {
	if !isPlain(text) {
		text = strconv.Quote(text)
	}
	return label + " " + text
}

// isPlain reports whether a text can be printed as it is and stand in a comment
// that says what is printed: it is one line that neither begins nor ends with a
// space, and shows all that is in it.
func isPlain(s string) bool {
	return s != "" && strings.TrimSpace(s) == s && gocode.IsPrintable(s) && isGraphic(s)
}

// code is the function, with the comment that go test compares.
//
//	// The bytes of a response give the error back, with its params.
//	func ExampleDecode() {
//		…
//		// Output:
//		// axway: ACCESS_DENIED: The case has been closed for more than 45 days
//	}
func (x *example) code() jen.Code {
	doc := &comment{}
	doc.say("%s", x.doc)
	// Were it not indented, gofmt would take it for the doc comment of what follows, and
	// make one quote of two.
	want := jen.Op("\t").Comment("// Output:\n// " + strings.Join(x.output, "\n// "))
	return jen.Add(doc.code()).Line().Func().Id(x.name).Params().Block(append(x.lines, want)...)
}
