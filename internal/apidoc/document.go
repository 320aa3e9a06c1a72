package apidoc

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Document is the OpenAPI document of a service.
type Document struct {
	File string

	text       []byte
	root       *yamltext.Node
	operations []*operation // in the order of the text
}

// operation is an operation of a document.
type operation struct {
	document     *Document
	method, path string
	id           string              // operationId, "" for none
	spec         *openapi3.Operation // nil: only the text is read
}

// methods are the members of a path that are operations (OpenAPI 3.1.0, Path Item
// Object).
var methods = []string{"get", "put", "post", "delete", "options", "head", "patch", "trace"}

// Read reads an OpenAPI document, 3.0 or 3.1, YAML or JSON, with the files that it
// refers to. It fetches nothing: an address of the web in a $ref is an error.
func Read(file string) (*Document, error) {
	d, err := ReadText(file)
	if err != nil {
		return nil, err
	}
	loader := openapi3.NewLoader()
	loader.IsExternalRefsAllowed = true
	loader.ReadFromURIFunc = openapi3.URIMapCache(readFile) // each file once, however many refer to it; by its absolute path
	whole, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	spec, err := loader.LoadFromFile(filepath.ToSlash(whole))
	if err != nil {
		return nil, fmt.Errorf("%s is no OpenAPI document that can be read: %w", file, err)
	}
	d.resolve(spec)
	return d, nil
}

// ReadText reads an OpenAPI document alone, to change it: what it refers to need not be
// there yet.
func ReadText(file string) (*Document, error) {
	d := &Document{File: file}
	var err error
	if d.text, err = os.ReadFile(file); err != nil {
		return nil, err
	}
	if d.root, err = yamltext.Parse(d.text); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if d.root.Get("swagger") != nil {
		return nil, fmt.Errorf("%s is Swagger 2.0: convert it to OpenAPI 3 first", file)
	}
	if e := d.root.Get("openapi"); e == nil || !strings.HasPrefix(e.Value.Value, "3.") {
		return nil, fmt.Errorf("%s is no OpenAPI 3 document: there is no `openapi: 3...` in it", file)
	}
	for _, path := range d.paths() {
		for _, e := range path.Value.Elements {
			if !slices.Contains(methods, e.Key.Value) || e.Value.Kind != yamltext.Mapping {
				continue
			}
			o := &operation{document: d, method: e.Key.Value, path: path.Key.Value}
			if id := e.Value.Get("operationId"); id != nil {
				o.id = id.Value.Value
			}
			d.operations = append(d.operations, o)
		}
	}
	return d, nil
}

// paths are the members of paths.
func (d *Document) paths() []*yamltext.Element {
	if e := d.root.Get("paths"); e != nil {
		return e.Value.Elements
	}
	return nil
}

// readFile reads what a document refers to.
func readFile(_ *openapi3.Loader, at *url.URL) ([]byte, error) {
	if at.Scheme != "" && at.Scheme != "file" {
		return nil, errors.New(at.String() + " is not fetched: refer to a file")
	}
	return os.ReadFile(filepath.FromSlash(at.Path))
}

// resolve finds the operations with all that they refer to, also where a path stands in
// another file.
func (d *Document) resolve(spec *openapi3.T) {
	d.operations = nil
	if spec.Paths == nil {
		return
	}
	for _, e := range d.paths() {
		item := spec.Paths.Value(e.Key.Value)
		if item == nil {
			continue
		}
		for _, method := range methods {
			if o := item.GetOperation(strings.ToUpper(method)); o != nil {
				d.operations = append(d.operations, &operation{d, method, e.Key.Value, o.OperationID, o})
			}
		}
	}
}

// pos is the place of a member, or of the last on the way to it that stands in the file.
func (d *Document) pos(keys ...string) diag.Pos {
	at := 0
	node := d.root
	for _, key := range keys {
		if node.Kind != yamltext.Mapping {
			break
		}
		e := node.Get(key)
		if e == nil {
			break
		}
		at, node = e.Start, e.Value
	}
	before := d.text[:at]
	line := before[bytes.LastIndexByte(before, '\n')+1:]
	return diag.Pos{File: d.File, Line: bytes.Count(before, []byte("\n")) + 1, Column: utf8.RuneCount(line) + 1}
}

// pos is the place of the operation, or of one of its responses.
func (o *operation) pos(keys ...string) diag.Pos {
	return o.document.pos(append([]string{"paths", o.path, o.method}, keys...)...)
}

// name is what the operation is called in findings.
func (o *operation) name() string {
	if o.id != "" {
		return o.id
	}
	return strings.ToUpper(o.method) + " " + o.path
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// samePath reports whether two paths are one, whatever their parameters are called.
func samePath(a, b string) bool {
	return placeholder.ReplaceAllString(a, "{}") == placeholder.ReplaceAllString(b, "{}")
}
