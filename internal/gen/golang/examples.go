package golang

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"net/http"
	"path"
	"strconv"
	"strings"
	"text/template"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// examplesTemplate has the functions of example_test.go.
var examplesTemplate = template.Must(template.New("example_test.go.tmpl").
	Funcs(template.FuncMap{"quote": gocode.Quote, "header": headerValue, "body": bodyValue}).
	ParseFS(templates.Golang, "golang/example_test.go.tmpl"))

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
	x := &examples{Usage: c.Usage, In: gocode.Scope(c.ImportName(exampleNames...)), Server: c.Sides.Server(), Client: c.Sides.Client()}
	var functions bytes.Buffer
	err := examplesTemplate.Execute(&functions, x)
	if err == nil && len(bytes.TrimSpace(functions.Bytes())) == 0 {
		return nil
	}
	return &source{name: "example_test.go", pieces: []piece{func() ([]byte, error) {
		if err != nil {
			return nil, err
		}
		return withImports(c, importPath, string(x.In), functions.Bytes())
	}}}
}

// withImports is the file of functions that have imported the package by a name, with
// the imports that they need.
func withImports(c *model.Catalog, importPath, name string, functions []byte) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("package " + c.Package + "_test\n\nimport (\n")
	used, err := packagesUsed(functions)
	if err != nil {
		return nil, err
	}
	for _, p := range exampleImports {
		if used[path.Base(p)] {
			b.WriteString(strconv.Quote(p) + "\n")
		}
	}
	b.WriteString("\n")
	if name != path.Base(importPath) {
		b.WriteString(name + " ")
	}
	b.WriteString(strconv.Quote(importPath) + "\n)\n")
	b.Write(functions)
	return format.Source(b.Bytes())
}

// packagesUsed are the names that stand before a dot in declarations.
func packagesUsed(text []byte) (map[string]bool, error) {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\n"+string(text), parser.SkipObjectResolution)
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

// examples is what their template is filled with.
type examples struct {
	*model.Usage
	In             gocode.Scope
	Server, Client bool

	output []string // what the example that is being written prints
}

// expressions are Go for errors, and the variables that they need beforehand.
type expressions struct {
	Variables []gocode.Variable
	Each      []string
}

// First is the only expression, or the first.
func (e expressions) First() string { return e.Each[0] }

// Raise writes how entries are raised.
func (x *examples) Raise(entries ...*model.Entry) (all expressions) {
	p := x.printer()
	for _, e := range entries {
		all.Each = append(all.Each, p.Raise(e).Inline())
	}
	all.Variables = p.Variables.Declared
	return all
}

// Fill writes an entry's data with all its params.
func (x *examples) Fill(e *model.Entry) expressions {
	p := x.printer()
	data := p.Data(e).Spread()
	return expressions{p.Variables.Declared, []string{data}}
}

// printer writes expressions for one example.
func (x *examples) printer() *gocode.Printer {
	reserved := append(exampleNames[:len(exampleNames):len(exampleNames)], string(x.In))
	return &gocode.Printer{In: x.In, Variables: &gocode.Variables{Reserved: reserved}}
}

// Match is what recognises an occurrence and looks at its data.
func (x *examples) Match(of *model.Shown) any {
	return struct {
		*model.Shown
		In    gocode.Scope
		Print func(expr, text string) string
	}{of, x.In, x.Print}
}

// Print is a statement that prints an expression, whose text is known.
func (x *examples) Print(expr, text string) string {
	if isPlain(text) {
		x.Note(text)
		return "fmt.Println(" + expr + ")"
	}
	x.Note(strconv.Quote(text))
	return `fmt.Printf("%q\n", ` + expr + ")"
}

// PrintAfter is Print behind a label.
func (x *examples) PrintAfter(label, expr, text string) string {
	if isPlain(text) {
		x.Note(label + " " + text)
		return "fmt.Println(" + strconv.Quote(label) + ", " + expr + ")"
	}
	x.Note(label + " " + strconv.Quote(text))
	return "fmt.Printf(" + strconv.Quote(label+" %q\n") + ", " + expr + ")"
}

// Note notes a line that the example prints. It returns nothing to be written.
func (x *examples) Note(line string) string {
	x.output = append(x.output, line)
	return ""
}

// Output is the comment with all that the example prints, in the order of the notes.
func (x *examples) Output() string {
	defer func() { x.output = nil }()
	return "// Output:\n// " + strings.Join(x.output, "\n// ")
}

// isPlain reports whether a text can be printed as it is and stand in a comment
// that says what is printed: it is one line that neither begins nor ends with a
// space, and shows all that is in it.
func isPlain(s string) bool {
	return s != "" && strings.TrimSpace(s) == s && gocode.IsPrintable(s) && isGraphic(s)
}

// headerValue is a literal of header lines, under the names by which net/http
// looks them up.
func headerValue(headers []model.SampleHeader) string {
	var members []string
	lines := http.Header{}
	for _, h := range headers {
		lines.Add(h.Name, gocode.Quote(h.Value))
	}
	for _, h := range headers {
		if name := http.CanonicalHeaderKey(h.Name); lines[name] != nil {
			members = append(members, gocode.Quote(name)+": {"+strings.Join(lines[name], ", ")+"}")
			delete(lines, name)
		}
	}
	return "http.Header{" + strings.Join(members, ", ") + "}"
}

// bodyValue is a literal of a body. A long one in JSON has a line for each
// member, which changes nothing of its meaning.
func bodyValue(body []byte) string {
	var compact, indented bytes.Buffer
	if json.Compact(&compact, body) != nil {
		return gocode.Quote(string(body))
	}
	if compact.Len() <= longLine || json.Indent(&indented, body, "", "  ") != nil {
		return gocode.Quote(compact.String())
	}
	for line := range strings.SplitSeq(indented.String(), "\n") {
		if !gocode.IsPrintable(line) || strings.Contains(line, "`") {
			return gocode.Quote(compact.String())
		}
	}
	return "`" + indented.String() + "`"
}
