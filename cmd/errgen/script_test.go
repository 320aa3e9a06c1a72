package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/seed-1b9d9f04/errgen/spec"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"errgen": main})
}

// TestScript runs testdata/script, a file for each behaviour of the command
// line. ERRGEN_UPDATE=1 writes the expected outputs anew.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("ERRGEN_UPDATE") == "1",
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"recipes": recipesCommand,
			"status":  statusCommand,
			"valid":   validCommand,
		},
	})
}

// validCommand holds a JSON document to a schema: valid findings|sarif|site FILE.
func validCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: valid findings|sarif|site FILE")
	}
	schema := spec.FindingsSchema
	if args[0] == "site" {
		schema = spec.SiteSchema
	}
	if args[0] == "sarif" {
		text, err := os.ReadFile(inRoot("internal/report/testdata/sarif-schema-2.1.0.json"))
		ts.Check(err)
		schema = text
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema))
	ts.Check(err)
	c := jsonschema.NewCompiler()
	ts.Check(c.AddResource("schema.json", doc))
	compiled, err := c.Compile("schema.json")
	ts.Check(err)
	value, err := jsonschema.UnmarshalJSON(strings.NewReader(ts.ReadFile(args[1])))
	ts.Check(err)
	ts.Check(compiled.Validate(value))
}

// statusCommand runs a command and compares its exit status: status 2 errgen.
func statusCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N COMMAND [ARGUMENT...]")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}
