package spec_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
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
	for _, pattern := range []string{"../testdata/*.yaml", "../testdata/decode/*.yaml", "../testdata/decode/*/*.yaml"} {
		cases, err := filepath.Glob(pattern)
		if err != nil || len(cases) == 0 {
			t.Fatalf("catalogs of cases: %v, %v", cases, err)
		}
		files = append(files, cases...)
	}
	for _, f := range files {
		text := read(t, f)
		validate(t, s, f, text)
		if found := findings(text); found != nil {
			t.Errorf("%s: errgen itself finds %v", f, found)
		}
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

// Whatever an editor can hover over has a text, plain and in Markdown.
func TestEveryKeyIsExplained(t *testing.T) {
	var root map[string]any
	if err := json.Unmarshal(spec.Schema, &root); err != nil {
		t.Fatal(err)
	}
	keys := 0
	eachObject("", root, func(path string, properties map[string]any) {
		for name, p := range properties {
			if p == false {
				continue // refused here
			}
			keys++
			for _, text := range []string{"description", "markdownDescription"} {
				if !explained(root, p, text) {
					t.Errorf("%s: %s has no %s", path, name, text)
				}
			}
		}
	})
	if keys < 180 {
		t.Errorf("only %d keys", keys)
	}
}

// eachObject calls f for every schema of an object of the language: those that
// admit no other keys.
func eachObject(path string, v any, f func(path string, properties map[string]any)) {
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			eachObject(fmt.Sprintf("%s/%d", path, i), item, f)
		}
	case map[string]any:
		if properties, ok := v["properties"].(map[string]any); ok && v["additionalProperties"] == false {
			f(path, properties)
		}
		for name, inner := range v {
			eachObject(path+"/"+name, inner, f)
		}
	}
}

// explained reports whether a schema, or the one that it refers to, has a text.
func explained(root map[string]any, v any, text string) bool {
	for {
		m, ok := v.(map[string]any)
		if !ok {
			return false
		}
		if m[text] != nil {
			return true
		}
		ref, ok := m["$ref"].(string)
		if !ok {
			return false
		}
		v = root["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")]
	}
}

// What Go keeps for itself cannot be a package's name.
func TestPackageNames(t *testing.T) {
	s := compile(t)
	kept := types.Universe.Names()
	for word := token.BREAK; word <= token.VAR; word++ {
		kept = append(kept, word.String())
	}
	for _, name := range append(kept, "main", "init", "internal", "shop_test", "_", "my-shop", "1shop", "") {
		text := "errgen: 1\npackage: '" + name + "'\nenvelopes: {E: {}}\n"
		v, err := coreSchema(text)
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil || len(findings(text)) == 0 {
			t.Errorf("the schema or errgen takes the package name %q", name)
		}
	}
}
