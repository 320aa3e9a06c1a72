package apidoc

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// reader makes responses of the text of documents, of what is asked about them alone.
// What several refer to is made once.
type reader struct {
	sources
	siblings   bool // keywords beside $ref count, as in OpenAPI 3.1
	responses  map[*yamltext.Node]*openapi3.Response
	schemas    map[*yamltext.Node]*openapi3.Schema
	statements map[string]*openapi3.Schema // unions by what they say
	looked     map[*openapi3.Schema]looked // whether schemas consist of themselves
}

// response reads a response.
func (r *reader) response(p place) (*openapi3.Response, error) {
	p, err := r.follow(p)
	if err != nil {
		return nil, err
	}
	if known := r.responses[p.node]; known != nil {
		return known, nil
	}
	made := &openapi3.Response{Headers: openapi3.Headers{}, Content: openapi3.Content{}, Extensions: extensions(p)}
	for name, at := range p.member("headers").members() {
		if at, err = r.follow(at); err != nil {
			return nil, err
		}
		header := &openapi3.Header{}
		header.Required, _ = at.member("required").boolean()
		made.Headers[name] = &openapi3.HeaderRef{Value: header}
	}
	for name, at := range p.member("content").members() {
		if made.Content[name], err = r.media(at); err != nil {
			return nil, err
		}
	}
	r.responses[p.node] = made
	return made, nil
}

// media reads a media type of a response.
func (r *reader) media(p place) (*openapi3.MediaType, error) {
	p, err := r.follow(p)
	if err != nil {
		return nil, err
	}
	made := &openapi3.MediaType{Examples: openapi3.Examples{}}
	if at := p.member("schema"); at.node != nil && at.node.Kind != yamltext.Nothing {
		if made.Schema, err = r.schema(at); err != nil {
			return nil, err
		}
		if r.endless(made.Schema) {
			return nil, fmt.Errorf("%s: the schema consists of itself", at.pos())
		}
	}
	if made.Example, err = p.member("example").value(); err != nil {
		return nil, err
	}
	for name, at := range p.member("examples").members() {
		if at, err = r.follow(at); err != nil {
			return nil, err
		}
		example := &openapi3.Example{Extensions: extensions(at)}
		if example.Value, err = at.member("value").value(); err != nil {
			return nil, err
		}
		made.Examples[name] = &openapi3.ExampleRef{Value: example}
	}
	return made, nil
}

// extensions are those of errgen's at a place.
func extensions(p place) map[string]any {
	all := map[string]any{}
	for key, at := range p.members() {
		if strings.HasPrefix(key, "x-errgen-") {
			if v, err := at.value(); err == nil {
				all[key] = v
			}
		}
	}
	return all
}
