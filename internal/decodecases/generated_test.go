package decodecases

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// request is one response for the program testdata/harness.
type request struct {
	Package string
	Status  int
	Header  http.Header
	Body    []byte
	Close   int
	Reason  string
	Again   bool
	Lossy   bool
}

// answer is what the generated packages make of it.
type answer struct {
	Found []found
	Again string
	Round bool
}

// found is one decoded error.
type found struct {
	Name     string
	Complete bool
	Params   map[string]json.RawMessage
	Nested   []found
}

// TestGenerated decodes every example with the package that is generated from
// its catalog, holds the errors to the laws of docs/spec.md#laws, and
// decodes hostile responses, all of them if ERRGEN_LONG=1. All packages are one program.
func TestGenerated(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles many packages")
	}
	catalogs := Catalogs(t)
	if t.Failed() {
		t.FailNow()
	}
	program := build(t, catalogs)
	requests, examples := requestsOf(catalogs)
	t.Run("cases", func(t *testing.T) {
		var answers []answer
		runProgram(t, program, requests, &answers)
		checkAnswers(t, examples, answers)
	})
	t.Run("hostile", func(t *testing.T) {
		every := "23" // has no factor in common with the numbers of statuses and headers
		if os.Getenv("ERRGEN_LONG") == "1" {
			every = "1"
		}
		var problems []string
		runProgram(t, program, requests, &problems, "hostile", every)
		for _, p := range problems {
			t.Error(p)
		}
	})
}

// sample is an example with its catalog.
type sample struct {
	catalog *model.Catalog
	example *model.Example
}

func requestsOf(catalogs []*model.Catalog) (requests []request, samples []sample) {
	for _, c := range catalogs {
		for _, x := range c.Examples {
			r := request{Package: c.Package, Status: x.Status, Body: []byte(x.Body), Close: x.Close, Reason: x.Reason}
			for _, h := range x.Headers {
				if r.Header == nil {
					r.Header = http.Header{}
				}
				r.Header.Add(h.Name, h.Value)
			}
			// An entry is written in one envelope alone, which may not hold what was
			// read in another.
			outcomes, _ := Printed(x)
			r.Again = !slices.ContainsFunc(outcomes, func(o model.Outcome) bool { return !isRaised(o.Entry, x.Close != 0, len(outcomes) > 1) })
			r.Lossy = slices.ContainsFunc(outcomes, func(o model.Outcome) bool { return o.Entry != nil && len(o.Entry.Reads) > 1 })
			requests = append(requests, r)
			samples = append(samples, sample{c, x})
		}
	}
	return requests, samples
}

// isRaised reports whether an entry that was read can be written and read again: it has
// a response of its own, in a list if it is one of several, and something that tells it.
func isRaised(e *model.Entry, closed, several bool) bool {
	if e == nil || closed {
		return e != nil
	}
	return e.Envelope != nil && (!several || e.Envelope.Repeated != nil) && (e.Code != nil || len(e.Status) > 0)
}

// build generates and compiles all packages with the program in one module.
func build(t *testing.T, catalogs []*model.Catalog) string {
	t.Helper()
	m := testmodule.New(t, Module, "1.26")
	WritePackages(t, m, catalogs)
	imports := "package main\n\nimport (\n"
	for _, c := range catalogs {
		imports += "\t_ \"" + Module + "/" + c.Package + "\"\n"
	}
	m.Write("harness/imports.go", imports+")\n")
	for _, name := range []string{"main.go", "hostile.go"} {
		m.Write("harness/"+name, harnessFile(t, name))
	}
	program := filepath.Join(t.TempDir(), "cases.exe")
	if m.Go("build", "-o", program, "./harness"); t.Failed() {
		t.FailNow()
	}
	return program
}

// runProgram gives the program the requests and reads what it answers.
func runProgram(t *testing.T, program string, requests []request, answers any, args ...string) {
	t.Helper()
	in, err := json.Marshal(requests)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), program, args...)
	var stderr bytes.Buffer
	cmd.Stdin, cmd.Stderr = bytes.NewReader(in), &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%.4000s", path.Base(program), err, stderr.String())
	}
	if err := json.Unmarshal(out, answers); err != nil {
		t.Fatal(err)
	}
}

// checkAnswers compares the answers with the examples.
func checkAnswers(t *testing.T, samples []sample, answers []answer) {
	t.Helper()
	if len(answers) != len(samples) {
		t.Fatalf("%d answers to %d examples", len(answers), len(samples))
	}
	rounds := 0
	for i, s := range samples {
		a, where := answers[i], s.catalog.File+": "+s.example.Name
		outcomes, expect := Printed(s.example)
		if got, want := namesOf(a.Found), generatedNames(outcomes); got != want {
			t.Errorf("%s: decodes to %s, want %s", where, got, want)
			continue
		}
		for _, p := range expect {
			checkFoundParam(t, where, a.Found, p)
		}
		if want, ok := nestedNames[s.catalog.Package+": "+s.example.Name]; ok {
			if got := namesOf(allNested(a.Found)); got != want {
				t.Errorf("%s: nested are %s, want %s", where, got, want)
			}
		}
		if a.Again != "" {
			t.Errorf("%s: raised anew: %s", where, a.Again)
		}
		if a.Round {
			rounds++
		}
	}
	t.Logf("%d examples, %d of them raised and encoded anew", len(samples), rounds)
}

// nestedNames are the errors within the errors of examples, which catalogs
// cannot say.
var nestedNames = map[string]string{
	"nestedcases: one nested":                            "Missing",
	"nestedcases: one nested with a param":               "TooLong",
	"nestedcases: none nested":                           "",
	"nestedcases: null nested":                           "",
	"nestedcases: an unknown one nested":                 "Unlisted",
	"nestedcases: several nested":                        "TooLong, Missing",
	"nestedcases: several nested with an unknown one":    "Unlisted, Missing",
	"nestedcases: several nested of which none is there": "",
	"githubcases: validation":                            "MissingField",
	"githubcases: validation with a message of its own":  "AlreadyExists, Custom",
}

func namesOf(all []found) string {
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	return strings.Join(names, ", ")
}

func allNested(all []found) []found {
	var nested []found
	for _, f := range all {
		nested = append(nested, f.Nested...)
	}
	return nested
}

// generatedNames are the names of the IDs of outcomes.
func generatedNames(outcomes []model.Outcome) string {
	var names []string
	for _, o := range outcomes {
		switch o.Kind {
		case model.UnknownOutcome:
			names = append(names, "Unlisted")
		case model.UnexpectedOutcome:
			names = append(names, "UnexpectedResponse")
		case model.ListedOutcome:
			names = append(names, o.Entry.Name)
		}
	}
	return strings.Join(names, ", ")
}

// checkFoundParam compares an expected value with that of the first error that
// has the param.
func checkFoundParam(t *testing.T, where string, all []found, p model.ExpectedParam) {
	t.Helper()
	for _, f := range all {
		text, ok := f.Params[p.Name]
		if !ok {
			continue
		}
		got, err := Parse(string(text))
		if want := Plain(p.Value); err != nil || !Equal(got, want) {
			t.Errorf("%s: %s is %s, want %s", where, p.Name, text, Show(want))
		}
		return
	}
	t.Errorf("%s: %s is not recovered, want %s", where, p.Name, Show(Plain(p.Value)))
}
