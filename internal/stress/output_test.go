package stress

import (
	"bytes"
	"context"
	"go/format"
	"go/parser"
	"go/scanner"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

type modelCatalog = model.Catalog

// emitters are all there are.
func emitters() []gen.Emitter { return []gen.Emitter{golang.New(), openapi.New(), docs.New()} }

func hasKey(n *yaml.Node, key string) bool {
	return n.Kind == yaml.MappingNode && slices.ContainsFunc(n.Content, func(k *yaml.Node) bool { return k.Value == key })
}

// check holds files with hostile texts to those with harmless ones.
func (o output) check(t *testing.T, want output, piece string) {
	t.Helper()
	for name, content := range want.files {
		got, ok := o.files[name]
		if !ok {
			t.Errorf("%s is missing", name)
			continue
		}
		if path.Dir(name) == gen.EngineDir && bytes.Equal(got, content) {
			continue
		}
		if err := safeForTerminal(strings.ReplaceAll(string(got), "\t", "")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		switch path.Ext(name) {
		case ".go":
			checkGo(t, name, got, content, piece)
		case ".yaml":
			checkYAML(t, name, got, content, piece)
		}
	}
	if len(o.files) != len(want.files) {
		t.Errorf("%d files, not %d", len(o.files), len(want.files))
	}
}

// checkGo parses a file: it is as gofmt leaves it, declares and imports the same
// kinds of things, and no comment of it directs a tool.
func checkGo(t *testing.T, name string, got, want []byte, piece string) {
	t.Helper()
	if _, err := parser.ParseFile(token.NewFileSet(), name, got, parser.ParseComments); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if formatted, err := format.Source(got); err != nil || !bytes.Equal(formatted, got) {
		t.Errorf("%s is not as gofmt leaves it (%v)", name, err)
	}
	if g, w := directives(name, got), directives(name, want); !slices.Equal(g, w) {
		t.Errorf("%s has the directives %q, not %q", name, g, w)
	}
	switch path.Base(name) {
	case "table.go": // it is data, in an order that depends on the texts
		return
	case "example_test.go": // it shows other errors where texts are long
		if len(piece) > 1000 {
			return
		}
	}
	if g, w := skeleton(name, got), skeleton(name, want); !slices.Equal(g, w) {
		t.Errorf("%s is other code:\n%s\nnot\n%s", name, strings.Join(g, " "), strings.Join(w, " "))
	}
}

// directive matches comments that mean something to the compiler or to a tool.
var directive = regexp.MustCompile(`(?m)^(//(go:|line |export |extern |nolint|lint:|sys|[a-z0-9]+:[a-z0-9])|//\s*\+build|/\*line |//\s*Deprecated:|// Code generated )`)

// directives are the comments that direct.
func directives(name string, source []byte) []string {
	var all []string
	for _, tok := range tokens(name, source) {
		if what := directive.FindString(tok.text); tok.token == token.COMMENT && what != "" {
			all = append(all, what)
		}
	}
	return all
}

type goToken struct {
	token token.Token
	text  string
}

func tokens(name string, source []byte) []goToken {
	var s scanner.Scanner
	fset := token.NewFileSet()
	s.Init(fset.AddFile(name, fset.Base(), len(source)), source, nil, scanner.ScanComments)
	var all []goToken
	for {
		_, tok, text := s.Scan()
		if tok == token.EOF {
			return all
		}
		all = append(all, goToken{tok, text})
	}
}

// skeleton is code without comments, names and texts: the same for all texts, as
// far as one can be split into several.
func skeleton(name string, source []byte) []string {
	var all []string
	for _, tok := range tokens(name, source) {
		switch tok.token {
		case token.COMMENT:
		case token.IDENT, token.STRING:
			all = append(all, "x")
		case token.SEMICOLON, token.COMMA: // where lines are broken
		case token.ADD:
			all = all[:len(all)-1] // of one text
			continue
		default:
			all = append(all, tok.token.String())
		}
		if n := len(all); n > 1 && all[n-1] == "x" && all[n-2] == "x" {
			all = all[:n-1]
		}
	}
	return all
}

// checkDocument validates the OpenAPI document, examples included.
func (o output) checkDocument(t *testing.T) {
	t.Helper()
	for name, content := range o.files {
		if path.Ext(name) != ".yaml" {
			continue
		}
		doc, err := openapi3.NewLoader().LoadFromData(content)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if err := doc.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
			t.Errorf("%s: %.2000v", name, err)
		}
	}
}

// checkSame holds two outputs of one catalog to be the same.
func (o output) checkSame(t *testing.T, again output) {
	t.Helper()
	for name, content := range o.files {
		if !bytes.Equal(content, again.files[name]) {
			t.Errorf("%s is not the same twice", name)
		}
	}
}

// checkYAML reads a document: it has the same shape, and each text that is all of
// a scalar is the hostile one instead of the harmless one.
func checkYAML(t *testing.T, name string, got, want []byte, piece string) {
	t.Helper()
	var g, w yaml.Node
	if err := yaml.Unmarshal(got, &g); err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if err := yaml.Unmarshal(want, &w); err != nil {
		t.Fatal(err)
	}
	if n := sameShape(t, name, &g, &w, piece); n < 20 {
		t.Errorf("%s has %d of the texts alone", name, n)
	}
}

// sameShape compares two documents but for their scalars. A text with line breaks
// is a pattern where another one is an enum. It returns in how many scalars the
// hostile text is.
func sameShape(t *testing.T, where string, got, want *yaml.Node, piece string) int {
	t.Helper()
	if hasKey(want, "enum") && hasKey(got, "pattern") {
		return 0
	}
	if got.Kind != want.Kind || len(got.Content) != len(want.Content) {
		t.Errorf("%s: %d nodes of kind %d, not %d of %d", where, len(got.Content), got.Kind, len(want.Content), want.Kind)
		return 0
	}
	n := 0
	if number, ok := strings.CutPrefix(want.Value, harmless); ok && isNumber.MatchString(number) {
		text := strings.NewReplacer("{{", "{", "}}", "}").Replace(piece) + number // where it is a template
		if n++; got.Value != piece+number && got.Value != text {
			t.Errorf("%s: %.300q, not %.300q", where, got.Value, piece+number)
		}
	}
	if got.Kind == yaml.ScalarNode && got.ShortTag() != want.ShortTag() {
		t.Errorf("%s: %.100q is of type %s, not %s as %.100q", where, got.Value, got.ShortTag(), want.ShortTag(), want.Value)
	}
	for i := range got.Content {
		key := ""
		if got.Kind == yaml.MappingNode {
			key = "/" + want.Content[i-i%2].Value
		}
		n += sameShape(t, where+key, got.Content[i], want.Content[i], piece)
	}
	return n
}

var isNumber = regexp.MustCompile(`^[0-9]+$`)
