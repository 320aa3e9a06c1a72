package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestExamples: go vet with the analyzer has nothing to say of the examples, of one
// service with each framework, and nothing to do when it is asked again; it finds a mistake
// of each kind that is put in each, and go fix mends those that it can.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the frameworks of the examples")
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "errgenvet")
	run(t, ".", "go", "build", "-o", tool, ".")
	vet := []string{"vet", "-vettool=" + tool, "./..."}
	if out := run(t, "../../examples", "go", vet...); ofGo(out) != "" {
		t.Fatalf("the examples are faulty:\n%s", out)
	}
	if out := run(t, "../../examples", "go", "vet", "-x", "-vettool="+tool, "./..."); strings.Contains(out, tool) {
		t.Errorf("a second run is not cached:\n%s", out)
	}
	examples := repository(t, filepath.Join(dir, "repository"))
	out := ofGo(run(t, examples, "go", vet...))
	for _, service := range services {
		compare(t, out, filepath.Join(service, every), every)
		compare(t, out, filepath.Join(service, service+"_seeded.go"), service+".go")
	}
	run(t, examples, "go", "fix", "-fixtool="+tool, "./server")
	mended := read(t, filepath.Join(examples, "server", every))
	for _, want := range []string{"return errors.Is(err, orderserr.ErrMalformed)", "orderserr.NewInvalid(field, reason)"} {
		if !strings.Contains(mended, want) {
			t.Errorf("go fix made no %s:\n%s", want, mended)
		}
	}
}

// services are the examples of frameworks, and every the file of mistakes that are put
// into each of them, beside those that its framework has words for.
var services = []string{"server", "chiserver", "ginserver", "echoserver", "humaserver"}

const every = "every.go"

// repository copies what the examples need of errgen's repository, puts mistakes into them,
// and returns where they are then.
func repository(t *testing.T, to string) string {
	t.Helper()
	for _, folder := range []string{"examples", "generated"} {
		copyInto(t, filepath.Join(to, folder), "../../"+folder)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := os.WriteFile(filepath.Join(to, name), []byte(read(t, "../../"+name)), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, service := range services {
		plant(t, filepath.Join(to, "examples", service, every), service, every)
		plant(t, filepath.Join(to, "examples", service, service+"_seeded.go"), service, service+".go")
	}
	return filepath.Join(to, "examples")
}

// plant writes mistakes into a service.
func plant(t *testing.T, file, service, mistakes string) {
	t.Helper()
	text := strings.Replace(read(t, "testdata/seeded/"+mistakes), "package seeded", "package "+service, 1)
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// compare compares what was found in a file with the comments of the mistakes in it.
func compare(t *testing.T, out, file, mistakes string) {
	t.Helper()
	text := read(t, "testdata/seeded/"+mistakes)
	for i, line := range strings.Split(text, "\n") {
		_, want, marked := strings.Cut(line, "// want ")
		found := regexp.MustCompile(`(?m)^(\./|examples/)?` + regexp.QuoteMeta(file) + ":" + strconv.Itoa(i+1) + `:\d+: ([^\t].*)$`).FindStringSubmatch(out)
		switch {
		case marked && (found == nil || !strings.Contains(found[2], want)):
			t.Errorf("%s:%d: found %q, want %q", file, i+1, found, want)
		case !marked && found != nil:
			t.Errorf("%s:%d: found %q, want nothing", file, i+1, found[2])
		}
	}
}

// run runs a program and returns what it says. Findings are no failure.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil && ofGo(string(out)) == "" {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return string(out)
}

// ofGo are the lines about Go files.
func ofGo(out string) string {
	var lines []string
	for line := range strings.Lines(out) {
		if strings.Contains(line, ".go:") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// copyInto copies a folder.
func copyInto(t *testing.T, to, from string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}
