package config

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/specdoc"
	"github.com/seed-1b9d9f04/errgen/spec"
)

var known = Known{
	Emitters: []string{"go", "openapi", "docs"}, CheckImport: gen.CheckImportPath, Versions: []string{"3.0", "3.1"}, Audiences: []string{"internal", "public"}, TSImports: []string{"js", "ts"},
	LintVersion: 2, LintRules: []string{"status-missing"}, LintGroups: []string{"identity"}, BreakingRules: []string{"doc-changed", "text-changed", "catalog-removed"},
	CheckRules: []string{"code-open", "operation-unknown"}, Options: resolve.OpenAPI,
}

// readIn reads a configuration in a repository, from one of its folders.
func readIn(t *testing.T, folder, text string) (*Config, []diag.Diagnostic) {
	t.Helper()
	root := t.TempDir()
	for _, dir := range []string{".git", folder} {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "errgen.yaml"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Chdir(filepath.Join(root, folder))
	var l diag.List
	return Read(known, &l), l.Sorted()
}

const full = `paths: [api, services/...]
out: gen
emit: [go]
openapi: 3.1
audience: public
go-import: example.com/x/gen
lint: {rules: 2, levels: {status-missing: off}, off: [identity], fail: warning}
breaking: {against: ./golden, levels: {doc-changed: error}, fail: none, accept: [{rule: text-changed, of: package p, because: 'Yes.', version: 2.0}]}
openapi-options: {version: 2.0.0, unions: envelope}
openapi-check: {levels: {code-open: warning}, fail: info}
x-mine: [1]
`

// TestRead: what a configuration says, from the folder that the command runs in.
func TestRead(t *testing.T) {
	for folder, up := range map[string]string{".": "", "a/b": "../../"} {
		got, findings := readIn(t, folder, full)
		want := &Config{
			File: up + "errgen.yaml",
			Targets: []Target{{Paths: []string{up + "api", up + "services/..."}, Out: up + "gen", Emit: []string{"go"},
				OpenAPI: "3.1", Audience: "public", GoImport: "example.com/x/gen", Options: model.OpenAPI{Version: "2.0.0", Unions: "envelope"}}},
			Lint: Lint{Rules: 2, Levels: map[string]string{"status-missing": "off"}, Off: []string{"identity"}, Fail: "warning"},
			Breaking: Breaking{Against: "./golden", Levels: map[string]string{"doc-changed": "error"}, Fail: "none",
				Accept: []Acceptance{{model.Acceptance{Rule: "text-changed", Of: "package p", Because: "Yes.", Version: "2.0"}, diag.Pos{File: up + "errgen.yaml", Line: 8, Column: 82}}}},
			Check: Check{Levels: map[string]string{"code-open": "warning"}, Fail: "info"},
		}
		if up != "" {
			want.Breaking.Against = up + "golden"
		}
		if len(findings) > 0 || !reflect.DeepEqual(got, want) {
			t.Errorf("in %s: %+v, %v", folder, got, findings)
		}
	}
}

// TestTargets: what targets do not say the file says, and else errgen by itself.
func TestTargets(t *testing.T) {
	got, findings := readIn(t, ".", "emit: [docs]\nopenapi-options: {audience: public}\ntargets:\n"+
		"- {paths: [a], out: x}\n- {paths: [b], out: y, emit: [go], openapi: '3.1', openapi-options: {default: any}}\n")
	want := []Target{
		{Paths: []string{"a"}, Out: "x", Emit: []string{"docs"}, Options: model.OpenAPI{Audience: "public"}},
		{Paths: []string{"b"}, Out: "y", Emit: []string{"go"}, OpenAPI: "3.1", Options: model.OpenAPI{Default: "any"}},
	}
	if len(findings) > 0 || !reflect.DeepEqual(got.Targets, want) {
		t.Errorf("%+v, %v", got.Targets, findings)
	}
	for _, text := range []string{"", "# nothing\n"} {
		got, findings = readIn(t, "deep", text)
		if want := []Target{{Paths: []string{"../spec"}, Out: "../generated"}}; len(findings) > 0 || !reflect.DeepEqual(got.Targets, want) {
			t.Errorf("%q: %+v, %v", text, got.Targets, findings)
		}
	}
}

// TestWhichFile: the nearest one upwards, never beyond the repository.
func TestWhichFile(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{"errgen.yaml/", "repo/.git/", "repo/mod/go.mod/", "repo/mod/sub/", "repo/own/", "bare/sub/"} {
		if err := os.MkdirAll(filepath.Join(root, filepath.Dir(dir)), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range map[string]string{"outside.yaml": "out: outside", "repo/errgen.yaml": "out: repo", "repo/own/errgen.yaml": "out: own"} {
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(root, "errgen.yaml")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(root, "outside.yaml"), filepath.Join(root, "errgen.yaml")); err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{"repo": "repo", "repo/mod/sub": "../../repo", "repo/own": "own", "bare/sub": "generated", ".": "outside"} {
		t.Chdir(filepath.Join(root, folder))
		var l diag.List
		if got := Read(known, &l).Targets[0].Out; got != want || l.Len() > 0 {
			t.Errorf("%s: %s, %v", folder, got, l.Sorted())
		}
	}
}

// faulty are configurations with what is found in them. Those that no schema can tell
// are marked.
var faulty = []struct {
	text, finding string
	unsaid        bool
}{
	{"pahts: [a]", "errgen.yaml:1:1: unknown key `pahts` in the configuration; did you mean `paths`? [unknown-key]", false},
	{"errgen: 1\npackage: p", "errgen.yaml:1:1: unknown key `errgen` in the configuration; this file is the configuration of errgen: give a catalog another name [unknown-key]", false},
	{"paths: spec", "errgen.yaml:1:8: `paths` is `spec`, not a list; write it in brackets: [a, b] [wrong-type]", false},
	{"paths: []", "errgen.yaml:1:1: `paths` is empty; name a catalog or a folder of them [wrong-type]", false},
	{"emit: []", "errgen.yaml:1:1: `emit` is empty; say what to make: go, openapi, docs [wrong-type]", false},
	{"emit: [goo]", "errgen.yaml:1:8: there is no emitter `goo`; did you mean `go`? [unknown-word]", false},
	{"audience: pubic", "errgen.yaml:1:11: there is no audience `pubic`; did you mean `public`? [unknown-word]", false},
	{"openapi: '2.0'", "errgen.yaml:1:10: there is no version of OpenAPI `2.0`; did you mean `3.0`? [unknown-word]", false},
	{"go-import: 'a b'", "errgen.yaml:1:12: `a b` is no import path: ", true},
	{"out: /etc", "errgen.yaml:1:6: `/etc` is an absolute path; write a path relative to this file [include-path]", false},
	{"out: a/../../b", "errgen.yaml:1:6: `a/../../b` leaves the folder of the configuration; ", true},
	{`paths: ['C:\x']`, "errgen.yaml:1:9: `C:\\x` is not a relative path; ", false},
	{"targets: []", "errgen.yaml:1:1: `targets` is empty; ", false},
	{"out: x\ntargets: [{paths: [a], out: b}]", "errgen.yaml:1:1: `out` beside `targets`; move it into the target that it is for [misplaced-key]", false},
	{"targets: [{paths: [a]}]", "errgen.yaml:1:11: a target without `out`; add `out` [missing-key]", false},
	{"targets: [{paths: [a], out: b}, {paths: [c], out: ./b}]", "errgen.yaml:1:51: two targets write to `./b`; make them one, with the paths of both [duplicate-name]", true},
	{"lint: {rules: 9}", "errgen.yaml:1:15: this errgen does not know that version of the rules; ", true},
	{"lint: {off: [identty]}", "errgen.yaml:1:14: there is no group of rules `identty`; did you mean `identity`? [unknown-word]", true},
	{"lint: {levels: {status-mising: off}}", "errgen.yaml:1:17: there is no rule `status-mising`; did you mean `status-missing`? [unknown-word]", true},
	{"breaking: {levels: {doc-changed: fatal}}", "errgen.yaml:1:34: `doc-changed` is `fatal`, not error, warning, info or off; ", false},
	{"breaking: {fail: never}", "errgen.yaml:1:18: `fail` is `never`, not error, warning, info or none; ", false},
	{"breaking: {against: ''}", "errgen.yaml:1:21: `against` is empty; ", false},
	{"breaking: {against: ../x}", "errgen.yaml:1:21: `../x` leaves the folder of the configuration; ", true},
	{"breaking: {accept: [{rule: doc-change, of: X, because: Y}]}", "errgen.yaml:1:28: there is no rule `doc-change`; did you mean `doc-changed`? [unknown-word]", true},
	{"breaking: {accept: [{rule: doc-changed, of: X}]}", "errgen.yaml:1:21: an acceptance without `because`; ", false},
	{"- a", "errgen.yaml:1:1: the configuration is a mapping, not a list; ", false},
}

// TestFindings: each fault has its place and a way out, and the schema knows of it as
// far as a schema can.
func TestFindings(t *testing.T) {
	s := schema(t)
	for _, c := range faulty {
		_, findings := readIn(t, ".", c.text+"\n")
		if len(findings) == 0 || !strings.HasPrefix(line(findings[0]), c.finding) {
			t.Errorf("%s: %v", c.text, findings)
		}
		if err := s.Validate(value(t, c.text)); (err == nil) != c.unsaid {
			t.Errorf("%s: the schema says %v", c.text, err)
		}
	}
	if err := s.Validate(value(t, full)); err != nil {
		t.Error(err)
	}
	_, findings := readIn(t, ".", "pahts: [a]\nout: /x\nlint: {fail: 1}\n")
	if len(findings) != 3 {
		t.Errorf("not all at once: %v", findings)
	}
}

// line is a finding in one line.
func line(d diag.Diagnostic) string {
	return d.Pos.String() + ": " + d.Message + "; " + d.Remedy + " [" + string(d.Code) + "]"
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(spec.ConfigSchema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("config.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("config.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// value is YAML as an editor has it.
func value(t *testing.T, text string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(text), &v); err != nil {
		t.Fatal(err)
	}
	j, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	v, err = jsonschema.UnmarshalJSON(bytes.NewReader(j))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestKeys holds the loader, the manual and the schema to the same keys and words.
func TestKeys(t *testing.T) {
	page, err := os.ReadFile("../../docs/configuration.md")
	if err != nil {
		t.Fatal(err)
	}
	m := &specdoc.Manual{}
	m.Read("docs/configuration.md", string(page))
	var root map[string]any
	if err := json.Unmarshal(spec.ConfigSchema, &root); err != nil {
		t.Fatal(err)
	}
	defs := root["$defs"].(map[string]any)
	var catalog struct {
		Defs map[string]any `json:"$defs"`
	}
	if err := json.Unmarshal(spec.Schema, &catalog); err != nil {
		t.Fatal(err)
	}
	for key, property := range catalog.Defs["acceptance"].(map[string]any)["properties"].(map[string]any) {
		here, _ := defs["acceptance"].(map[string]any)["properties"].(map[string]any)[key].(map[string]any)
		if here["markdownDescription"] != property.(map[string]any)["markdownDescription"] {
			t.Errorf("acceptances: %s: %q", key, here)
		}
	}
	objects := Objects()
	for what, at := range map[string]struct {
		section string
		schema  any
	}{
		"the configuration": {"The file", root}, "a target": {"Several output folders", defs["target"]},
		"`lint`": {"Lint", defs["lint"]}, "`breaking`": {"Breaking", defs["breaking"]},
		"`openapi-options`": {"OpenAPI options", defs["openapi-options"]}, "`openapi-check`": {"OpenAPI check", defs["openapi-check"]},
	} {
		properties := at.schema.(map[string]any)["properties"].(map[string]any)
		i := slices.IndexFunc(m.Tables, func(table specdoc.Table) bool { return table.Section == at.section })
		if len(objects[what]) != len(properties) || len(objects[what]) != len(m.Tables[i].Rows) {
			t.Errorf("%s: %d keys, %d in the schema, %d in the manual", what, len(objects[what]), len(properties), len(m.Tables[i].Rows))
		}
		for k, key := range objects[what] {
			row := m.Tables[i].Rows[k]
			property, _ := properties[key].(map[string]any)
			words := row[len(row)-1]
			if row[0] != "`"+key+"`" || property["markdownDescription"] != words || property["description"] != strings.ReplaceAll(words, "`", "") {
				t.Errorf("%s: %s: the manual has %q, the schema %q", what, key, row, property)
			}
		}
		delete(objects, what)
	}
	if len(objects) > 0 {
		t.Errorf("the test does not know %v", objects)
	}
	for _, b := range m.Blocks {
		if _, findings := readIn(t, ".", b.Text); len(findings) > 0 {
			t.Errorf("docs/configuration.md:%d: %v", b.Line, findings)
		}
	}
}
