package apidoc

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Document is the OpenAPI document of a service.
type Document struct {
	File string

	sources    sources
	root       place
	operations []*operation // in the order of the text
	unread     []unread
}

// operation is an operation of a document.
type operation struct {
	document     *Document
	method, path string
	id           string // operationId, "" for none
	at           place  // in whatever file it stands
	answers      place  // its responses
	allowed      map[string]any
	responses    map[string]*openapi3.Response // by their keys; nil unless they are read
}

// unread is a path of which it is not known what is there.
type unread struct {
	path string
	err  error
}

// methods are the members of a path that are operations (OpenAPI 3.1.0, Path Item
// Object).
var methods = []string{"get", "put", "post", "delete", "options", "head", "patch", "trace"}

// Read reads OpenAPI documents, 3.0 or 3.1, YAML or JSON, with what their responses refer
// to in other files. It fetches nothing: an address of the web in a $ref is an error.
func Read(files ...string) ([]*Document, error) {
	documents, err := ReadText(files...)
	if err != nil {
		return nil, err
	}
	for _, d := range documents {
		if len(d.unread) > 0 {
			return nil, d.unread[0].err
		}
		r := reader{
			sources: d.sources, siblings: !strings.HasPrefix(d.root.member("openapi").text(), "3.0"),
			responses: map[*yamltext.Node]*openapi3.Response{}, schemas: map[*yamltext.Node]*openapi3.Schema{},
			statements: map[string]*openapi3.Schema{}, looked: map[*openapi3.Schema]looked{},
		}
		for _, o := range d.operations {
			if err := r.operation(o); err != nil {
				return nil, err
			}
		}
	}
	return documents, nil
}

// operation reads the responses of an operation.
func (r *reader) operation(o *operation) (err error) {
	o.responses = map[string]*openapi3.Response{}
	for key, at := range o.answers.members() {
		if strings.HasPrefix(key, "x-") {
			continue
		}
		if o.responses[key], err = r.response(at); err != nil {
			return err
		}
	}
	allowed, err := o.at.member(allowances).value()
	o.allowed, _ = allowed.(map[string]any)
	return err
}

// ReadText reads OpenAPI documents to change them: what responses refer to need not be
// there yet.
func ReadText(files ...string) ([]*Document, error) {
	var documents []*Document
	all := sources{}
	for _, file := range files {
		s, err := all.open(file)
		if err != nil {
			return nil, err
		}
		d := &Document{File: file, sources: all, root: s.top()}
		if d.root.member("swagger").node != nil {
			return nil, fmt.Errorf("%s is Swagger 2.0: convert it to OpenAPI 3 first", file)
		}
		if !strings.HasPrefix(d.root.member("openapi").text(), "3.") {
			return nil, fmt.Errorf("%s is no OpenAPI 3 document: there is no `openapi: 3...` in it", file)
		}
		d.find()
		documents = append(documents, d)
	}
	return documents, nil
}

// find finds the operations, also where a path stands in another file.
func (d *Document) find() {
	paths, err := d.sources.follow(d.root.member("paths"))
	if err != nil {
		d.unread = append(d.unread, unread{err: err})
	}
	for path, at := range paths.members() {
		if strings.HasPrefix(path, "x-") {
			continue
		}
		item, err := d.sources.follow(at)
		for method, at := range item.members() {
			if err == nil && slices.Contains(methods, method) {
				err = d.add(method, path, at)
			}
		}
		if err != nil {
			d.unread = append(d.unread, unread{path, err})
		}
	}
}

// add adds an operation that stands at a place.
func (d *Document) add(method, path string, at place) error {
	o := &operation{document: d, method: method, path: path, at: at}
	var err error
	if o.at, err = d.sources.follow(at); err != nil || !o.at.isMapping() {
		return err
	}
	if o.answers, err = d.sources.follow(o.at.member("responses")); err != nil {
		return err
	}
	o.id = o.at.member("operationId").text()
	d.operations = append(d.operations, o)
	return nil
}

// pos is the place of the operation, or of one of its members, or of the last on the way
// to it.
func (o *operation) pos(keys ...string) diag.Pos {
	p := o.at
	for _, key := range keys {
		below := p.member(key)
		if key == "responses" {
			below = o.answers
		}
		if below.node == nil {
			break
		}
		p = below
	}
	return p.pos()
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
