package main

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"golang.org/x/mod/modfile"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
)

// block is a fenced block of a document.
type block struct {
	info string // after the fence: a language, and what the block is
	text string
}

// blocks returns the fenced blocks of a Markdown text.
func blocks(markdown string) []block {
	var found []block
	for _, m := range regexp.MustCompile("(?ms)^```([^\n]+)\n(.*?)^```$").FindAllStringSubmatch(markdown, -1) {
		found = append(found, block{m[1], m[2]})
	}
	return found
}

// followed are the documents that tests follow.
var followed = []string{"README.md", "docs/catalogs.md", "docs/decode.md", "docs/import.md", "docs/site.md"}

// TestReadme follows the README, and pages of commands, as a newcomer does: blocks with
// a file name are written, the commands of console blocks are run in order, and what
// they print is compared with what the document says. ERRGEN_UPDATE=1 corrects it.
func TestReadme(t *testing.T) {
	for _, name := range followed {
		t.Run(name, func(t *testing.T) { follow(t, name) })
	}
}

func follow(t *testing.T, name string) {
	t.Helper()
	document, err := os.ReadFile(inRoot(name))
	if err != nil {
		t.Fatal(err)
	}
	tour := newTour(t)
	text := string(document)
	for _, b := range blocks(text) {
		language, what, _ := strings.Cut(b.info, " ")
		file, isFile := strings.CutPrefix(what, "file=")
		switch {
		case isFile:
			tour.write(file, b.text)
		case language == "console":
			text = strings.Replace(text, b.text, tour.console(b.text), 1)
		case what == "install":
			checkInstall(t, b.text)
		case what == "tool":
			checkTool(t, b.text)
		case language == "sh":
			checkCommands(t, b.text)
		default:
			t.Errorf("nothing tests this block: %s\n%s", b.info, b.text)
		}
	}
	if text == string(document) {
		return
	}
	if os.Getenv("ERRGEN_UPDATE") != "1" {
		t.Errorf("ERRGEN_UPDATE=1 accepts the new output:\n%s", diff.Diff(name, document, "run", []byte(text)))
	} else if err := os.WriteFile(inRoot(name), []byte(text), 0o666); err != nil {
		t.Error(err)
	}
}

// inRoot is the path of a file of the repository.
func inRoot(name string) string { return filepath.Join("..", "..", name) }

// tour is the newcomer's folder. The command errgen is this test binary (TestMain),
// so that a result from the test cache is never that of another errgen.
type tour struct {
	t   *testing.T
	dir string
}

func newTour(t *testing.T) *tour { return &tour{t: t, dir: t.TempDir()} }

func (r *tour) write(name, text string) {
	r.t.Helper()
	name = filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		r.t.Fatal(err)
	}
}

// console runs the commands of a block, the lines that begin with "$ ", and
// returns the block with what they print. A line "..." stands for the rest.
func (r *tour) console(text string) string {
	r.t.Helper()
	var b strings.Builder
	for _, part := range strings.SplitAfter("\n"+text, "\n$ ")[1:] {
		command, want, _ := strings.Cut(strings.TrimSuffix(part, "$ "), "\n")
		b.WriteString("$ " + command + "\n" + elide(r.run(command), want))
	}
	return b.String()
}

// elide shows of an output as many lines as the document does before it leaves the
// rest out with a line "...".
func elide(output, shown string) string {
	begin, elided := strings.CutSuffix(shown, "...\n")
	lines := strings.SplitAfter(output, "\n")
	if n := strings.Count(begin, "\n"); elided && n < len(lines)-1 {
		return strings.Join(lines[:n], "") + "...\n"
	}
	return output
}

func TestElide(t *testing.T) {
	for _, test := range []struct{ output, shown, want string }{
		{"a\nb\nc\n", "a\nb\nc\n", "a\nb\nc\n"},
		{"a\nb\nc\n", "a\nb\n", "a\nb\nc\n"},
		{"a\nb\nc\n", "a\n...\n", "a\n...\n"},
		{"a\nb\nc\n", "x\ny\n...\n", "a\nb\n...\n"}, // an update keeps what was left out
		{"a\nb\n", "a\nb\n...\n", "a\nb\n"},
		{"", "...\n", ""},
	} {
		if got := elide(test.output, test.shown); got != test.want {
			t.Errorf("elide(%q, %q) = %q, want %q", test.output, test.shown, got, test.want)
		}
	}
}

// shellWords are the words of a command, which may be in single quotes.
var shellWords = regexp.MustCompile(`'[^']*'|\S+`)

// run runs a command and returns what it prints.
func (r *tour) run(command string) string {
	r.t.Helper()
	args := shellWords.FindAllString(command, -1)
	for i, arg := range args {
		args[i] = strings.Trim(arg, "'")
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("%s: %v\n%s%s", command, err, out, stderr.String())
	}
	return string(out)
}

// checkInstall holds that what is installed is the command of this module.
func checkInstall(t *testing.T, text string) {
	t.Helper()
	module, err := os.ReadFile(inRoot("go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "go install " + modfile.ModulePath(module) + "/cmd/errgen@latest\n"; text != want {
		t.Errorf("got %q, want %q", text, want)
	}
}

// checkTool holds the tool of a module to this module's path.
func checkTool(t *testing.T, text string) {
	t.Helper()
	module, err := os.ReadFile(inRoot("go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	if want := "go get -tool " + modfile.ModulePath(module) + "/cmd/errgen@latest\ngo tool errgen generate\n"; text != want {
		t.Errorf("got %q, want %q", text, want)
	}
}

// checkCommands runs the commands for this repository, but for the tests, of
// which this is one, on a copy of the catalogs. The output must come out as the
// one that is checked in.
func checkCommands(t *testing.T, text string) {
	t.Helper()
	var commands []string
	for line := range strings.Lines(text) {
		command, _, _ := strings.Cut(line, "#")
		commands = append(commands, strings.TrimSpace(command))
	}
	if want := []string{"go run ./cmd/errgen generate --out generated ./spec", "go test ./..."}; !slices.Equal(commands, want) {
		t.Fatalf("%q, want %q", commands, want)
	}
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "spec"), os.DirFS(inRoot("spec"))); err != nil {
		t.Fatal(err)
	}
	module, err := os.ReadFile(inRoot("go.mod")) // the import paths are those of the module
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), module, 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "generated")
	_, args, _ := strings.Cut(commands[0], "./cmd/errgen ")
	args = strings.NewReplacer("generated", out, "./spec", filepath.Join(dir, "spec")).Replace(args)
	var printed, failed bytes.Buffer
	if status := run(strings.Fields(args), &printed, &failed); status != 0 {
		t.Fatalf("exit status %d\n%s", status, failed.String())
	}
	want, got := tree(t, inRoot("generated")), tree(t, out)
	if !maps.Equal(want, got) {
		t.Errorf("generated is out of date: run go generate ./...")
	}
	files := 1 // the engine has one line
	for name := range got {
		if path.Dir(name) != gen.EngineDir {
			files++
		}
	}
	if lines := strings.Count(printed.String(), "wrote "); lines != files {
		t.Errorf("%d lines for %d files", lines, files)
	}
}

// tree returns the files below a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := fs.ReadFile(root, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
