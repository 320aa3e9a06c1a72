package specdoc

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/spec"
)

// objects are the kinds of objects of the language: what the loader calls them,
// under which headings the manual has the tables of their keys, and where the
// JSON Schema describes them.
var objects = []struct {
	loader   string
	sections []string
	schema   string
}{
	{"a catalog", []string{"The file"}, ""},
	{"the catalog's `go`", []string{"Go options"}, "properties/go"},
	{"the catalog's `openapi`", []string{"OpenAPI"}, "properties/openapi"},
	{"a license", []string{"Licenses"}, "properties/openapi/properties/license"},
	{"a contact", []string{"Contacts"}, "properties/openapi/properties/contact"},
	{"a source", []string{"Sources"}, "$defs/source"},
	{"a group", []string{"Groups"}, "$defs/group"},
	{"an operation", []string{"Operations"}, "$defs/operation/anyOf/1"},
	{"a retired error", []string{"Retired codes and names"}, "$defs/retired"},
	{"an envelope", []string{"Envelopes"}, "$defs/envelope"},
	{"a schema of an envelope", []string{"Schemas", "Fields of an envelope"}, "$defs/schema"},
	{"a schema of a type", []string{"Schemas"}, "$defs/typeSchema"},
	{"a param", []string{"Schemas", "Params"}, "$defs/param"},
	{"a value of `enum`", []string{"Types"}, "$defs/enumValue"},
	{"an entry", []string{"Entries"}, "$defs/entry"},
	{"`close`", []string{"Close codes"}, "$defs/close"},
	{"`deprecated`", []string{"Deprecation"}, "$defs/deprecated"},
	{"`go`", []string{"Go names"}, "$defs/goName"},
	{"the catalog's `breaking`", []string{"Breaking"}, "$defs/breaking"},
	{"an acceptance", []string{"Accepted breaks"}, "$defs/acceptance"},
	{"an example", []string{"Examples"}, "$defs/example"},
	{"a waiver", []string{"Waivers"}, "$defs/waiver"},
}

// TestKeys holds the loader, the tables of the manual and the JSON Schema to the
// same keys, and the hover texts of editors to the words of the manual.
func TestKeys(t *testing.T) {
	m := manual(t)
	s := readSchema(t)
	known := load.Objects()
	for _, o := range objects {
		rows := m.rows(o.sections...)
		properties := s.at(t, o.schema)["properties"].(map[string]any)
		same(t, o.loader, "the loader", known[o.loader], "the manual", keysOf(rows))
		same(t, o.loader, "the loader", known[o.loader], "the schema", keysOf(properties))
		for name, row := range rows {
			if p, ok := properties[name].(map[string]any); ok {
				s.compare(t, o.loader+", "+name, p, row)
			}
		}
		delete(known, o.loader)
	}
	entry := slices.DeleteFunc(load.Objects()["an entry"], func(k string) bool {
		return k == "parent" || k == "code" || k == "deprecated"
	})
	defaults := s.at(t, "$defs/defaults")["properties"].(map[string]any)
	same(t, "`defaults`", "an entry", entry, "the loader", known["`defaults`"])
	same(t, "`defaults`", "an entry", entry, "the schema", keysOf(defaults))
	delete(known, "`defaults`")
	for what := range known {
		t.Errorf("the test does not know of %s", what)
	}
}

// row is a key's row in the manual.
type row struct{ fallback, meaning string }

// rows are the rows of the tables of keys under some headings, the last one's
// where two have one key.
func (m *Manual) rows(sections ...string) map[string]row {
	rows := map[string]row{}
	for _, section := range sections {
		for _, table := range m.Tables {
			if table.Section != section || table.Head[len(table.Head)-1] != "meaning" {
				continue
			}
			for _, r := range table.Rows {
				rows[strings.Trim(r[0], "`")] = row{fallback: r[slices.Index(table.Head, "default")], meaning: r[len(r)-1]}
			}
		}
	}
	return rows
}

func keysOf[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	return keys
}

func same(t *testing.T, what, oneName string, one []string, otherName string, other []string) {
	t.Helper()
	for _, k := range one {
		if !slices.Contains(other, k) {
			t.Errorf("%s: %s is in %s, but not in %s", what, k, oneName, otherName)
		}
	}
	for _, k := range other {
		if !slices.Contains(one, k) {
			t.Errorf("%s: %s is in %s, but not in %s", what, k, otherName, oneName)
		}
	}
}

// schema is the JSON Schema of the language.
type schema map[string]any

func readSchema(t *testing.T) schema {
	t.Helper()
	var s schema
	if err := json.Unmarshal(spec.Schema, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// at follows a path of names and indexes.
func (s schema) at(t *testing.T, path string) map[string]any {
	t.Helper()
	var v any = map[string]any(s)
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return r == '/' }) {
		switch w := v.(type) {
		case map[string]any:
			v = w[step]
		case []any:
			v = w[int(step[0]-'0')]
		}
	}
	m, ok := v.(map[string]any)
	if !ok {
		t.Fatalf("the schema has no %s", path)
	}
	return m
}

// keyword is what a schema, or the one that it refers to, says under a keyword.
func (s schema) keyword(m map[string]any, name string) any {
	for {
		if v, ok := m[name]; ok {
			return v
		}
		ref, ok := m["$ref"].(string)
		if !ok {
			return nil
		}
		m, _ = s["$defs"].(map[string]any)[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any)
	}
}

var link = regexp.MustCompile(`\[([^]]*)\]\([^)]*\)`)

// compare holds the texts that an editor shows for a key to its row: the same
// words, in Markdown perhaps with an example below.
func (s schema) compare(t *testing.T, what string, p map[string]any, r row) {
	t.Helper()
	want := link.ReplaceAllString(r.meaning, "$1")
	if got, _, _ := strings.Cut(asText(s.keyword(p, "markdownDescription")), "\n\n```yaml\n"); got != want {
		t.Errorf("%s: markdownDescription is\n\t%s\nthe manual says\n\t%s", what, got, want)
	}
	if got, want := asText(s.keyword(p, "description")), strings.ReplaceAll(want, "`", ""); got != want {
		t.Errorf("%s: description is\n\t%s\nthe manual says\n\t%s", what, got, want)
	}
	preset := s.keyword(p, "default")
	if preset == nil {
		return
	}
	j, err := json.Marshal(preset)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.NewReplacer(`"`, "", ",", ", ").Replace(string(j))
	if want := strings.Trim(r.fallback, "`"); got != want {
		t.Errorf("%s: the default is %s, the manual says %s", what, got, want)
	}
}

func asText(v any) string {
	s, _ := v.(string)
	return s
}
