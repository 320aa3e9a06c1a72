package docs

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"reflect"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/gen/referencetest"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func TestLinksAndAnchors(t *testing.T) {
	p := read(t, emit(t, referencetest.Everything()))
	checkLinks(t, p)
	checkHTML(t, p)
	if len(p.ids) == 0 || len(p.links) == 0 {
		t.Errorf("%d places, %d links", len(p.ids), len(p.links))
	}
}

func TestEmittingTwiceIsTheSame(t *testing.T) {
	if !bytes.Equal(emit(t, referencetest.Everything()), emit(t, referencetest.Everything())) {
		t.Error("two runs differ")
	}
}

// TestEmptyCatalog emits what a catalog has at the least.
func TestEmptyCatalog(t *testing.T) {
	c := &model.Catalog{File: "a.yaml", Package: "a", Entries: []*model.Entry{{Name: "A", Const: "ErrA", Static: true}}}
	p := read(t, emit(t, c))
	checkLinks(t, p)
	checkHTML(t, p)
}

// TestCodeIsGo parses the Go code of the document, and holds it to gofmt.
func TestCodeIsGo(t *testing.T) {
	p := read(t, emit(t, referencetest.Everything()))
	if len(p.code) == 0 {
		t.Fatal("no code")
	}
	checkCode(t, p)
}

func checkCode(t *testing.T, p *page) {
	t.Helper()
	for _, code := range p.code {
		parsed, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() error {\n"+code+"}", 0)
		if err != nil {
			t.Errorf("%v in\n%s", err, code)
			continue
		}
		if len(parsed.Decls) != 1 || len(parsed.Decls[0].(*ast.FuncDecl).Body.List) == 0 {
			t.Errorf("no statements, or more than that:\n%s", code)
		}
		if formatted, err := format.Source([]byte(code)); err != nil || string(formatted) != code {
			t.Errorf("gofmt makes\n%s\nof\n%s", formatted, code)
		}
	}
}

// TestViewsHoldMarkdownAlone holds that templates get no text that was not made
// Markdown.
func TestViewsHoldMarkdownAlone(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var visit func(path string, typ reflect.Type)
	visit = func(path string, typ reflect.Type) {
		switch typ.Kind() {
		case reflect.Pointer, reflect.Slice:
			visit(path, typ.Elem())
		case reflect.Struct:
			if seen[typ] {
				return
			}
			seen[typ] = true
			for i := range typ.NumField() {
				visit(path+"."+typ.Field(i).Name, typ.Field(i).Type)
			}
		case reflect.Bool:
		default:
			if typ != reflect.TypeFor[Markdown]() && typ != reflect.TypeFor[reference.Keyword]() {
				t.Errorf("%s is of type %s", path, typ)
			}
		}
	}
	visit("document", reflect.TypeFor[reference.Document[Markdown]]())
}
