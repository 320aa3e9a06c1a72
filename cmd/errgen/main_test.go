package main

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

const catalog = `errgen: 1
package: demo
envelopes:
  Problem: {body: {properties: {code: {type: string}}}}
errors:
  NotFound: {status: 404, code: NOT_FOUND}
`

// broken is an emitter with a fault.
type broken struct{ emit func() ([]gen.File, error) }

func (broken) Name() string                  { return "broken" }
func (broken) Files(*model.Catalog) []string { return nil }

func (b broken) Emit(*model.Catalog, gen.Target) ([]gen.File, error) { return b.emit() }

// runBroken runs a command with a broken emitter over a catalog.
func runBroken(t *testing.T, emit func() ([]gen.File, error), args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(t.TempDir())
	if err := os.WriteFile("c.yaml", []byte(catalog), 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	a := &app{stdout: &results{w: &out}, stderr: &errs, emitters: []gen.Emitter{broken{emit}}}
	status = a.run(args)
	if _, err := os.Stat("generated"); err == nil {
		t.Error("something was written")
	}
	return status, out.String(), errs.String()
}

func TestFaultsAreReportedAsOurs(t *testing.T) {
	for name, emit := range map[string]func() ([]gen.File, error){
		"an error":        func() ([]gen.File, error) { return nil, errors.New("cannot be") },
		"a panic":         func() ([]gen.File, error) { panic("cannot be") },
		"an escape":       func() ([]gen.File, error) { return nil, errors.New("cannot be\x1b[31m") },
		"a wrong path":    func() ([]gen.File, error) { return []gen.File{{Path: "../x"}}, nil },
		"a wrong content": func() ([]gen.File, error) { return []gen.File{{Path: "demo/x.go"}}, nil },
	} {
		t.Run(name, func(t *testing.T) {
			status, stdout, stderr := runBroken(t, emit, "generate", "c.yaml")
			if status != 3 || stdout != "" {
				t.Errorf("status %d, standard output %q", status, stdout)
			}
			for _, want := range []string{"errgen: a fault of errgen: ", "report it at " + issuesURL, "errgen (devel)"} {
				if !strings.Contains(stderr, want) {
					t.Errorf("%q is missing in\n%s", want, stderr)
				}
			}
			if strings.Contains(stderr, "goroutine") || strings.Contains(stderr, "\x1b") {
				t.Errorf("a stack or an escape in\n%s", stderr)
			}
			if got := strings.Contains(stderr, "--trace"); got != (name == "a panic") {
				t.Errorf("--trace offered: %v in\n%s", got, stderr)
			}
		})
	}
}

// TestFaultsAreInTheDocument: what a program reads says that errgen failed.
func TestFaultsAreInTheDocument(t *testing.T) {
	for name, emit := range map[string]func() ([]gen.File, error){
		"an error": func() ([]gen.File, error) { return nil, errors.New("cannot be") },
		"a panic":  func() ([]gen.File, error) { panic("cannot be") },
	} {
		t.Run(name, func(t *testing.T) {
			_, stdout, _ := runBroken(t, emit, "generate", "--format", "json", "c.yaml")
			if !strings.Contains(stdout, `"exitStatus": 3,`) || !strings.Contains(stdout, "cannot be") || strings.Count(stdout, `"version": 1`) != 1 {
				t.Error(stdout)
			}
		})
	}
}

func TestTraceShowsWhereItHappened(t *testing.T) {
	_, _, stderr := runBroken(t, func() ([]gen.File, error) { panic("cannot be") }, "generate", "--trace", "c.yaml")
	if !strings.Contains(stderr, "\n\t") || !strings.Contains(stderr, "main_test.go:") {
		t.Errorf("no stack in\n%s", stderr)
	}
}

// full is a writer to a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestResultsThatDoNotArriveAreNoSuccess(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"schema"}, {"explain"}, {"help"}, {"completion", "bash"}} {
		var stderr bytes.Buffer
		if status := run(args, full{}, &stderr); status != 2 || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("%v: status %d, standard error %q", args, status, stderr.String())
		}
	}
}

func TestPrintableKeepsLinesAndTabsOnly(t *testing.T) {
	const text = "a\tb\n\x1b[2Jc\r\nd\u202ee\xff\n\n\u00e4"
	const want = "a\tb\n\\x1b[2Jc\\r\nd\\u202ee\\xff\n\n\u00e4"
	if got := printable(text); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
