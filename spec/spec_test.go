package spec_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/seed-1b9d9f04/errgen/spec"
)

// compile returns the embedded schema, ready to validate.
func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(spec.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("errgen.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("errgen.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestCatalogsAreValid(t *testing.T) {
	s := compile(t)
	files, err := filepath.Glob("*.yaml")
	if err != nil || len(files) < 4 {
		t.Fatalf("catalogs: %v, %v", files, err)
	}
	for _, f := range append(files, "../testdata/language-cases.yaml") {
		text := read(t, f)
		validate(t, s, f, text)
		if found := findings(text); found != nil {
			t.Errorf("%s: errgen itself finds %v", f, found)
		}
	}
}

// The complete catalogs that docs/spec.md shows have no fault.
func TestReferenceCatalogsAreValid(t *testing.T) {
	s := compile(t)
	n := 0
	for i, block := range strings.Split(read(t, "../docs/spec.md"), "```yaml\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		if strings.HasPrefix(block, "errgen: 1\n") {
			n++
			what := "docs/spec.md, yaml block " + strconv.Itoa(i+1)
			validate(t, s, what, block)
			if f := findings(block); f != nil {
				t.Errorf("%s: errgen itself finds %v", what, f)
			}
		}
	}
	if n != 5 { // four steps of the tutorial and section 14
		t.Errorf("docs/spec.md shows %d complete catalogs, want 5", n)
	}
}

func validate(t *testing.T, s *jsonschema.Schema, what, text string) {
	t.Helper()
	v, err := coreSchema(text)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %v", what, err)
	}
}

func TestEditorsFindTheSchema(t *testing.T) {
	files, _ := filepath.Glob("*.yaml")
	for _, f := range files {
		const want = "# yaml-language-server: $schema=errgen.schema.json\n"
		if !strings.HasPrefix(read(t, f), want) {
			t.Errorf("%s does not begin with %q", f, want)
		}
	}
}

// Whatever an editor can hover over has a text.
func TestEveryKeyIsExplained(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(spec.Schema, &root); err != nil {
		t.Fatal(err)
	}
	explained := func(v any) bool {
		for {
			m, ok := v.(map[string]any)
			if !ok {
				return false
			}
			if m["description"] != nil {
				return true
			}
			ref, ok := m["$ref"].(string)
			if !ok {
				return false
			}
			v = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")]
		}
	}
	keys := 0
	var walk func(path string, v any)
	walk = func(path string, v any) {
		list, _ := v.([]any)
		for _, sub := range list {
			walk(path, sub)
		}
		schema, _ := v.(map[string]any)
		for keyword, sub := range schema {
			names, byName := sub.(map[string]any)
			if byName = byName && (keyword == "properties" || keyword == "$defs"); !byName {
				walk(path+"/"+keyword, sub)
				continue
			}
			if keyword == "properties" && schema["additionalProperties"] != false {
				t.Errorf("%s admits any key", path)
			}
			for name, p := range names {
				walk(path+"/"+keyword+"/"+name, p)
				if keyword == "properties" {
					keys++
					if !explained(p) {
						t.Errorf("%s/%s has no description", path, name)
					}
				}
			}
		}
	}
	delete(root, "if")
	delete(root, "then")
	walk("", root)
	if keys < 120 {
		t.Errorf("only %d keys", keys)
	}
}
