package stress

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// A jsonSchema is a schema of the language's JSON Schema.
type jsonSchema map[string]any

// coverage notes which keys and words of the language catalogs use.
type coverage struct {
	defs map[string]any
	used map[string]bool
}

// meaningless are the keys that are read everywhere in a schema but have a
// meaning in envelopes alone: the resolver reports them.
var meaningless = []string{
	".go.sides", ".go.sides = both", ".go.sides = client", ".go.sides = server", // the driver uses both sides
	"param.errorOf", "typeSchema.errorOf"}

// TestEveryKeyIsUsed holds that the stress catalogs use each key in each object
// that can have it, and each word of the closed lists, as the language's JSON
// Schema names them. (That schema and loader know the same keys is tested where
// the schema is.)
func TestEveryKeyIsUsed(t *testing.T) {
	data, err := os.ReadFile(root + "spec/errgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema jsonSchema
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	c := &coverage{defs: schema["$defs"].(map[string]any), used: map[string]bool{}}
	for _, file := range stressFiles(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		c.visit("", schema, doc.Content[0])
	}
	for _, place := range c.all(schema) {
		if !c.used[place] && !slices.Contains(meaningless, place) && !isElsewhere(place) {
			t.Errorf("no stress catalog has %s", place)
		}
	}
}

// isElsewhere reports whether a key is read by the linter, by breaking or for the OpenAPI
// document alone: their own tests use it.
func isElsewhere(place string) bool {
	if strings.HasSuffix(place, ".allow") {
		return true
	}
	object, _, _ := strings.Cut(strings.TrimPrefix(place, "."), ".")
	return slices.Contains([]string{"openapi", "breaking", "acceptance", "allow"}, object)
}

// stressFiles are the stress catalogs and the files that they include.
func stressFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	for _, pattern := range []string{"/*.yaml", "/*/*.yaml"} {
		found, err := filepath.Glob(stressFolder + pattern)
		if err != nil || len(found) == 0 {
			t.Fatalf("no %s: %v", pattern, err)
		}
		files = append(files, found...)
	}
	return files
}

// resolve follows a reference; the place is then the definition's.
func (c *coverage) resolve(place string, s jsonSchema) (string, jsonSchema) {
	for {
		ref, ok := s["$ref"].(string)
		if !ok {
			return place, s
		}
		place = strings.TrimPrefix(ref, "#/$defs/")
		s = c.defs[place].(map[string]any)
	}
}

// visit notes what a node uses of a schema.
func (c *coverage) visit(place string, s jsonSchema, n *yaml.Node) {
	place, s = c.resolve(place, s)
	for _, alternative := range alternatives(s) {
		c.visit(place, alternative, n)
	}
	for _, word := range words(s) {
		if n.Kind == yaml.ScalarNode && n.Value == word {
			c.used[place+" = "+word] = true
		}
	}
	switch n.Kind {
	case yaml.SequenceNode:
		if items, ok := s["items"].(map[string]any); ok {
			for _, item := range n.Content {
				c.visit(place, items, item)
			}
		}
	case yaml.MappingNode:
		for i := 0; i < len(n.Content); i += 2 {
			c.member(place, s, n.Content[i].Value, n.Content[i+1])
		}
	}
}

// member notes a key, and what its value uses.
func (c *coverage) member(place string, s jsonSchema, key string, value *yaml.Node) {
	if properties, ok := s["properties"].(map[string]any); ok {
		if property, ok := properties[key].(map[string]any); ok {
			c.used[place+"."+key] = true
			c.visit(place+"."+key, property, value)
			return
		}
	}
	if strings.HasPrefix(key, "x-") {
		c.used["x-"] = true
		return
	}
	if more, ok := s["additionalProperties"].(map[string]any); ok {
		c.visit(place, more, value)
	}
}

func alternatives(s jsonSchema) []jsonSchema {
	var all []jsonSchema
	list, _ := s["anyOf"].([]any)
	for _, a := range list {
		if alternative, ok := a.(map[string]any); ok {
			all = append(all, alternative)
		}
	}
	return all
}

// words are the texts that a schema lists.
func words(s jsonSchema) []string {
	var all []string
	list, _ := s["enum"].([]any)
	for _, v := range list {
		if word, ok := v.(string); ok {
			all = append(all, word)
		}
	}
	return all
}

// all lists the keys and words of a schema and of the definitions that it refers
// to.
func (c *coverage) all(top jsonSchema) []string {
	places := map[string]bool{"x-": true}
	seen := map[string]bool{}
	var collect func(place string, s jsonSchema)
	collect = func(place string, s jsonSchema) {
		if _, isRef := s["$ref"]; isRef {
			place, s = c.resolve(place, s)
			if seen[place] {
				return
			}
			seen[place] = true
		}
		for _, word := range words(s) {
			places[place+" = "+word] = true
		}
		for _, key := range []string{"items", "additionalProperties"} {
			if inner, ok := s[key].(map[string]any); ok {
				collect(place, inner)
			}
		}
		for _, a := range alternatives(s) {
			collect(place, a)
		}
		properties, _ := s["properties"].(map[string]any)
		for key, property := range properties {
			places[place+"."+key] = true
			if inner, ok := property.(map[string]any); ok {
				collect(place+"."+key, inner)
			}
		}
	}
	collect("", top)
	return slices.Sorted(maps.Keys(places))
}
