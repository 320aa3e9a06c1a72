// Package openapi makes a draft of a catalog of an OpenAPI document: of its responses of
// 400 and up.
package openapi

import (
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// maxSize bounds what is read, in bytes.
const maxSize = 64 << 20

// Draft makes a draft of an OpenAPI document, 3.0 or 3.1, in YAML or JSON.
func Draft(text []byte) (*draft.Catalog, error) {
	switch {
	case len(text) > maxSize:
		return nil, fmt.Errorf("%d MB are too much for a document", len(text)>>20)
	case swagger.Match(text[:min(len(text), 4096)]):
		return nil, errors.New("this is Swagger 2.0: convert it to OpenAPI 3 first")
	case !utf8.Valid(text):
		return nil, errors.New("it is not UTF-8")
	case depthOf(text) > maxDepth:
		return nil, fmt.Errorf("it is nested more than %d deep", maxDepth)
	}
	loader := openapi3.NewLoader()
	loader.IncludeOrigin = true
	doc, err := loader.LoadFromData(text)
	if err != nil {
		return nil, fmt.Errorf("no OpenAPI document: %w", err)
	}
	if doc.OpenAPI == "" {
		return nil, errors.New("no OpenAPI document: `openapi` is missing")
	}
	d := &drafter{doc: doc, c: &draft.Catalog{}, responses: map[*openapi3.Response]bool{}, parents: map[*draft.Entry]string{}}
	if doc.Info != nil {
		d.c.Title = doc.Info.Title
	}
	d.paths()
	d.components()
	d.envelopes()
	d.entries()
	d.findParents()
	return d.c, nil
}

var swagger = regexp.MustCompile(`(?m)^\s*(?:\{\s*)?"?swagger"?\s*:\s*["']?2`)

const maxDepth = 500

// depthOf is how deep brackets are nested in a text, be they in strings or not.
func depthOf(text []byte) int {
	depth, most := 0, 0
	for _, c := range text {
		switch c {
		case '{', '[':
			depth++
			most = max(most, depth)
		case '}', ']':
			depth--
		}
	}
	return most
}

// drafter makes a draft of a document.
type drafter struct {
	doc       *openapi3.T
	c         *draft.Catalog
	responses map[*openapi3.Response]bool // that are looked at
	parents   map[*draft.Entry]string     // the names of their parents
	codes     map[string]bool             // that marks name
	codePaths map[string]bool             // the leaves in which these stand
	all       []*alternative
	groups    []*group
}

// paths looks at the responses of all operations.
func (d *drafter) paths() {
	if d.doc.Paths == nil {
		return
	}
	all := d.doc.Paths.Map()
	for _, path := range slices.Sorted(maps.Keys(all)) {
		operations := all[path].Operations()
		for _, method := range slices.Sorted(maps.Keys(operations)) {
			d.operation(method, path, operations[method])
		}
	}
}

func (d *drafter) operation(method, path string, op *openapi3.Operation) {
	name := names.Exported(op.OperationID)
	if op.OperationID == "" {
		name = names.Exported(strings.ToLower(method) + " " + path)
	}
	o := &draft.Operation{Name: d.freeOperation(name), Description: first(op.Summary, op.Description), Method: strings.ToUpper(method), Path: path}
	if op.Responses == nil {
		return
	}
	responses := op.Responses.Map()
	for _, status := range slices.Sorted(maps.Keys(responses)) {
		ref := responses[status]
		if ref == nil || ref.Value == nil || !isError(status) {
			continue
		}
		d.response(status, nameOf(ref.Ref), ref.Value, o, lineOf(ref.Value.Origin))
	}
	d.extension(op.Extensions, o, lineOf(op.Origin))
	d.c.Operations = append(d.c.Operations, o)
}

func (d *drafter) freeOperation(name string) string {
	return draft.Free(name, func(name string) bool {
		return slices.ContainsFunc(d.c.Operations, func(o *draft.Operation) bool { return o.Name == name })
	})
}

// isError reports whether a key of responses is that of errors.
func isError(status string) bool {
	return status == "default" || len(status) == 3 && (status[0] == '4' || status[0] == '5')
}

// components looks at responses that no operation has, if no operation has any: of a
// document that is to be included by others.
func (d *drafter) components() {
	if len(d.all) > 0 || d.doc.Components == nil {
		return
	}
	all := d.doc.Components.Responses
	line := func(name string) int {
		if ref := all[name]; ref != nil && ref.Value != nil {
			return lineOf(ref.Value.Origin)
		}
		return 0
	}
	ordered := slices.Sorted(maps.Keys(all))
	slices.SortStableFunc(ordered, func(a, b string) int { return line(a) - line(b) })
	for _, name := range ordered {
		if ref := all[name]; ref != nil && ref.Value != nil {
			d.response("", name, ref.Value, nil, line(name))
		}
	}
	if slices.ContainsFunc(d.all, func(a *alternative) bool { return len(a.status) == 0 }) {
		d.c.Assume(0, "no operation has these responses: where nothing else says it, their statuses are not known")
	}
}

// response notes the alternatives of a response.
func (d *drafter) response(status, name string, r *openapi3.Response, o *draft.Operation, line int) {
	base := alternative{status: statusOf(status), line: line, response: name, mark: markOf(r.Extensions)}
	if r.Description != nil {
		base.description = strings.TrimSpace(*r.Description)
	}
	before := len(d.all)
	for _, media := range slices.Sorted(maps.Keys(r.Content)) {
		content := r.Content[media]
		if content == nil {
			continue
		}
		if !strings.Contains(media, "json") {
			one := base
			one.media, one.isText = media, true
			one.marked(valueOf(content.Schema))
			d.add(one, o)
			continue
		}
		d.content(media, content, base, o)
	}
	if len(r.Content) == 0 {
		base.marked(nil)
		d.add(base, o)
	}
	d.extension(r.Extensions, o, line)
	if len(d.all) == before && !d.responses[r] {
		d.c.Lose(line, "a response whose content cannot be read")
	}
	d.responses[r] = true
}

// content notes the alternatives of one media type of a response.
func (d *drafter) content(media string, content *openapi3.MediaType, base alternative, o *draft.Operation) {
	base.media = media
	examples := examplesOf(content)
	var schemas []*openapi3.SchemaRef
	if content.Schema != nil {
		schemas = alternatives(content.Schema, nil)
	}
	if len(schemas) == 0 {
		base.examples = examples
		base.marked(nil)
		d.add(base, o)
		return
	}
	for _, s := range schemas {
		one := base
		one.schema = flatten(s)
		one.ref = nameOf(s.Ref)
		if len(schemas) == 1 {
			one.examples = examples
		}
		if s.Value.Description != "" {
			one.description = s.Value.Description
		}
		if s.Value.Origin != nil && len(schemas) > 1 {
			one.line = lineOf(s.Value.Origin)
		}
		items := alternatives(itemsOf(one.schema), nil)
		if len(items) < 2 {
			one.marked(s.Value)
			d.add(one, o)
			continue
		}
		for _, item := range items {
			each := one
			each.item, each.description = item, item.Value.Description
			each.marked(item.Value)
			d.add(each, o)
		}
	}
	if len(schemas) > 1 {
		d.all[len(d.all)-1].others = examples
	}
}

// add notes an alternative, once for each response.
func (d *drafter) add(a alternative, o *draft.Operation) {
	if o != nil {
		a.operations = []*draft.Operation{o}
	}
	d.all = append(d.all, &a)
}

func statusOf(key string) []string {
	if key == "default" || key == "" {
		return nil
	}
	return []string{strings.ToUpper(key)}
}

// valueOf is a schema, nil if there is none.
func valueOf(ref *openapi3.SchemaRef) *openapi3.Schema {
	if ref == nil {
		return nil
	}
	return ref.Value
}

// nameOf is the last step of a reference.
func nameOf(ref string) string { return ref[strings.LastIndexByte(ref, '/')+1:] }

func lineOf(o *openapi3.Origin) int {
	if o == nil || o.Key == nil {
		return 0
	}
	return o.Key.Line
}

func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
