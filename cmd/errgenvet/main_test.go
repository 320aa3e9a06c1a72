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
// service with each framework, and finds a mistake of each kind that is put in each.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the frameworks of the examples")
	}
	dir := t.TempDir()
	tool := filepath.Join(dir, "errgenvet")
	run(t, ".", "go", "build", "-o", tool, ".")
	if out := run(t, "../../examples", "go", "vet", "-vettool="+tool, "./..."); out != "" {
		t.Errorf("the examples are faulty:\n%s", out)
	}
	repository := filepath.Join(dir, "repository") // errgen's, as far as the examples need it
	for _, folder := range []string{"examples", "generated"} {
		copyInto(t, filepath.Join(repository, folder), "../../"+folder)
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile("../../" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(repository, name), text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	services := []string{"server", "chiserver", "ginserver", "echoserver", "humaserver"}
	for _, service := range services {
		text := strings.Replace(seeded, "package seeded", "package "+service, 1)
		if err := os.WriteFile(filepath.Join(repository, "examples", service, "seeded.go"), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out := run(t, filepath.Join(repository, "examples"), "go", "vet", "-vettool="+tool, "./...")
	for _, service := range services {
		for i, line := range strings.Split(seeded, "\n") {
			_, want, marked := strings.Cut(line, "// want ")
			found := regexp.MustCompile(`(?m)^(\./|examples/)?` + service + `/seeded\.go:` + strconv.Itoa(i+1) + `:\d+: ([^\t].*)$`).FindStringSubmatch(out)
			switch {
			case marked && (found == nil || !strings.Contains(found[2], want)):
				t.Errorf("%s/seeded.go:%d: found %q, want %q", service, i+1, found, want)
			case !marked && found != nil:
				t.Errorf("%s/seeded.go:%d: found %q, want nothing", service, i+1, found[2])
			}
		}
	}
}

// seeded are mistakes of each kind.
const seeded = `package seeded

import (
	"errors"
	"io"
	"net/http"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
	"github.com/seed-1b9d9f04/errgen/examples/generated/paymentserr"
)

var _ = orderserr.OpGetOrder.Handler(func(http.ResponseWriter, *http.Request) error {
	return orderserr.NewOutOfStock("umbrella", 2) // want GetOrder can return orderserr.ErrOutOfStock
})

func needsData() error {
	return orderserr.ErrOutOfStock // want needs data
}

func leaks(err error) error {
	return orderserr.NewInvalid("body", err.Error()) // want the text of err goes to clients
}

func adHoc(w http.ResponseWriter) {
	w.WriteHeader(404) // want none of the catalog's
}

func goesOn(w http.ResponseWriter, err error) {
	orderserr.WriteError(w, err) // want goes on writing
	io.WriteString(w, "done")
}

func compares(err error) bool {
	return err == orderserr.ErrMalformed // want errors.Is
}

func passesOn(w http.ResponseWriter, resp *http.Response) {
	orderserr.WriteError(w, paymentserr.DecodeResponse(resp)) // want what paymentserr decodes here
}

//errgen:operation GetOrder
func getOrder() error { return orderserr.Decode(404, nil, nil) }

func asks() bool {
	err := getOrder()
	return errors.Is(err, orderserr.ErrMalformed) // want GetOrder never returns
}

func swaps(field, reason string) error {
	return orderserr.NewInvalid(reason, field) // want have changed places
}
`

// run runs a program and returns what it says of Go files.
func run(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	var lines []string
	for line := range strings.Lines(string(out)) {
		if strings.Contains(line, ".go:") {
			lines = append(lines, line)
		}
	}
	if err != nil && len(lines) == 0 {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
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
