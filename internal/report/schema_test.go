package report

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/spec"
)

// reports are reports with all that there can be in them.
func reports() map[string]Report {
	at := diag.Pos{File: "spec/a b\n%#:.yaml", Line: 3, Column: 5}
	catalogs := InCatalogs("v1", []diag.Diagnostic{
		{Code: "unknown-type", Pos: at, Message: "there is no type `int`", Remedy: "did you mean `integer`?", Related: []diag.Related{{Pos: at, Message: "here\x1b"}, {Message: "nowhere"}}},
		{Code: "no-catalog", Message: "no place"},
	})
	changes := []Finding{
		{Rule: "code-changed", Level: Error, Category: "contract", Pos: at, Package: "shop", Subject: "Gone", Message: "m", Before: "A", After: "B", Response: `410 {"code":"B"}`, Remedy: "keep it"},
		{Rule: "error-added", Level: Info, Category: "wire", Pos: diag.Pos{File: "/outside/a.yaml"}, Package: "shop", Subject: "New", Message: "m"},
		{Rule: "go-type", Level: Warning, Category: "source", Message: "m", Facts: []string{"x"}},
	}
	return map[string]Report{
		"clean":    {Command: "check"},
		"catalogs": {Command: "generate", Status: 2, Findings: catalogs},
		"changes":  {Command: "breaking", Against: "HEAD", Status: 1, Findings: changes, Closing: "Somebody breaks."},
		"failed":   {Command: "breaking", Against: "--output=x", Status: 2, Failure: "there is no such commit\nhere"},
	}
}

// compile compiles a JSON Schema.
func compile(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	return c.MustCompile("schema.json")
}

// TestDocumentsFitTheirSchemas: the JSON of every report fits the schema that is
// published, and the SARIF that of its standard.
func TestDocumentsFitTheirSchemas(t *testing.T) {
	sarif, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	explain := func(rule string) (Explanation, bool) {
		return Explanation{"summary of " + rule, "help"}, rule != "go-type"
	}
	for format, schema := range map[Format]*jsonschema.Schema{JSON: compile(t, spec.FindingsSchema), SARIF: compile(t, sarif)} {
		for name, r := range reports() {
			text := written(t, Printer{Format: format, Explain: explain, Version: "v1.0.0"}, r)
			doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(doc); err != nil {
				t.Errorf("%s %s: %v\n%s", format, name, err, text)
			}
		}
	}
}

// TestSchemaRefuses: the schema is not one that any document fits.
func TestSchemaRefuses(t *testing.T) {
	schema := compile(t, spec.FindingsSchema)
	for _, text := range []string{
		`{}`,
		`{"version": 2, "command": "check", "exitStatus": 0, "findings": []}`,
		`{"version": 1, "command": "check", "exitStatus": 0}`,
		`{"version": 1, "command": "check", "exitStatus": 1, "findings": [{"rule": "x", "level": "fatal", "category": "c", "message": "m", "fingerprint": "00000000000000000000000000000000:1"}]}`,
		`{"version": 1, "command": "check", "exitStatus": 1, "findings": [{"rule": "x", "level": "error", "category": "c", "message": "m"}]}`,
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("it fits: %s", text)
		}
	}
}

// TestSARIF: what code scanning goes by.
func TestSARIF(t *testing.T) {
	var log sarifLog
	text := written(t, Printer{Format: SARIF}, reports()["changes"])
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if len(run.Results) != 3 || len(run.Tool.Driver.Rules) != 3 || !run.Invocations[0].Successful || run.AutomationDetails.ID != "errgen/breaking/" {
		t.Fatal(text)
	}
	first, second := run.Results[0], run.Results[1]
	place := first.Locations[0].Physical
	if place.Artifact.URI != "spec/a%20b%0A%25%23:.yaml" || place.Artifact.BaseID != sourceRoot || *place.Region != (sarifRegion{3, 5}) {
		t.Errorf("%+v", place)
	}
	if first.Level != "error" || first.Locations[0].Logical[0].FullyQualifiedName != "shop.Gone" || first.Message.Text != "Gone: m\nwas: A\nis: B\nresponse: 410 {\"code\":\"B\"}\nkeep it" {
		t.Errorf("%+v", first)
	}
	if place := second.Locations[0].Physical; second.Level != "note" || place.Artifact.URI != "file:///outside/a.yaml" || place.Region != nil {
		t.Errorf("%+v", place)
	}
	failed := written(t, Printer{Format: SARIF}, reports()["failed"])
	if !strings.Contains(failed, `"executionSuccessful": false`) || !strings.Contains(failed, `"text": "there is no such commit\nhere"`) {
		t.Error(failed)
	}
	// The lines of another revision are not those of the file.
	if catalogs := written(t, Printer{Format: SARIF}, reports()["catalogs"]); strings.Contains(catalogs, `"region"`) || !strings.Contains(catalogs, `"text": "v1:spec/a b\\n%#:.yaml:3:5: there is no`) {
		t.Error(catalogs)
	}
}

// TestFingerprints: a finding keeps its fingerprint wherever it stands and however it is
// worded; another one has another.
func TestFingerprints(t *testing.T) {
	f := Finding{Rule: "r", Category: "wire", Package: "shop", Subject: "Gone", Message: "m", Before: "1", Facts: []string{"a"}, Pos: diag.Pos{File: "a.yaml", Line: 1, Column: 1}}
	moved := f
	moved.Message, moved.Remedy, moved.Pos, moved.Level = "other words", "other advice", diag.Pos{File: "b.yaml", Line: 9, Column: 9}, Error
	of := func(findings ...Finding) []string { return Printer{}.fingerprints(findings) }
	if of(f)[0] != of(moved)[0] {
		t.Error("moved and worded anew, it is another one")
	}
	seen := map[string]bool{of(f)[0]: true}
	for i, change := range []func(f *Finding){
		func(f *Finding) { f.Rule = "s" }, func(f *Finding) { f.Category = "wire-back" }, func(f *Finding) { f.Package = "pay" },
		func(f *Finding) { f.Subject = "Lost" }, func(f *Finding) { f.Before = "2" }, func(f *Finding) { f.After = "1" }, func(f *Finding) { f.Facts = nil },
	} {
		other := f
		change(&other)
		if seen[of(other)[0]] {
			t.Errorf("%d is the same as another", i)
		}
		seen[of(other)[0]] = true
	}
	if two := of(f, f); two[0] == two[1] || two[0] != of(f)[0] {
		t.Error(two)
	}
	unknown := InCatalogs("", []diag.Diagnostic{{Code: "c", Pos: f.Pos, Message: "there is no `x`"}, {Code: "c", Pos: moved.Pos, Message: "there is no `y`"}})
	unknown[1].Pos.File = "a.yaml"
	if prints := of(unknown...); prints[0] == prints[1] {
		t.Error("names in a message are no facts")
	}
}
