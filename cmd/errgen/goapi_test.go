package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestGoAPI compiles and runs the examples of docs/go-api.md with the package of
// the catalog that stands there. A block of declarations is a file, one of
// statements an example, whose output go test compares.
func TestGoAPI(t *testing.T) {
	text, err := os.ReadFile(inRoot("docs/go-api.md"))
	if err != nil {
		t.Fatal(err)
	}
	tour := newTour(t)
	tour.write("go.mod", "module example.com/api\n\ngo 1.26\n")
	examples := 0
	for i, b := range blocks(string(text)) {
		language, what, _ := strings.Cut(b.info, " ")
		name, isFile := strings.CutPrefix(what, "file=")
		switch {
		case isFile:
			tour.write(name, b.text)
		case language == "go":
			examples++
			tour.write(fmt.Sprintf("example%02d_test.go", i), goFile(i, b.text))
		default:
			t.Errorf("nothing tests this block: %s\n%s", b.info, b.text)
		}
	}
	if examples < 15 {
		t.Errorf("only %d examples", examples)
	}
	tour.run("errgen generate")
	tour.run("go vet ./...")
	tour.run("go test -count=1 .")
}

var (
	declaration = regexp.MustCompile(`(?m)^(func|var|type|const) \w+(\(| = )`)
	qualifier   = regexp.MustCompile(`\b([a-z]+)\.[A-Z]`)
)

// imports are the packages that examples may use.
var imports = map[string]string{
	"context": "context", "errors": "errors", "fmt": "fmt", "http": "net/http", "httptest": "net/http/httptest", "io": "io", "os": "os",
	"shop": "example.com/api/generated/shop", "slog": "log/slog", "sql": "database/sql", "strings": "strings", "time": "time",
}

// goFile is the i'th block as a file.
func goFile(i int, text string) string {
	if !declaration.MatchString(text) {
		text = fmt.Sprintf("func Example_block%02d() {\n%s}\n", i, text)
	}
	head := "package api_test\n\nimport (\n"
	seen := map[string]bool{}
	for _, m := range qualifier.FindAllStringSubmatch(text, -1) {
		if path := imports[m[1]]; path != "" && !seen[path] {
			seen[path] = true
			head += fmt.Sprintf("\t%q\n", path)
		}
	}
	return head + ")\n\n" + text
}
