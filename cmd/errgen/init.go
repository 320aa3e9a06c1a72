package main

import (
	"bytes"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// styles are the catalogs that init can begin with.
var styles = []string{"simple", "problem", "google", "azure", "jsonapi"}

const toolPath = "github.com/seed-1b9d9f04/errgen/cmd/errgen"

// init is the command that begins a catalog.
func (a *app) init() *cobra.Command {
	style := styles[0]
	cmd := &cobra.Command{
		Use:   "init [FOLDER/PACKAGE]",
		Short: "Begin a catalog",
		Long: `Init writes a catalog that generates as it is, with comments, to put one's own
errors in: FOLDER/PACKAGE.yaml, by default in the folder spec and called after the
Go module. Beside it comes a Go file with the go:generate line, and at the root of
the repository errgen.yaml, unless they are there. Nothing is ever overwritten: if
one of the files is in the way, none is written.

The styles are formats that many APIs have:
  simple   {"code", "message", "request", "details"}
  problem  problem details, RFC 9457
  google   google.rpc.Status, AIP-193
  azure    the REST guidelines of Azure
  jsonapi  JSON:API, several errors in one response`,
		Example: `  errgen init
  errgen init --style problem api/errors/shoperr`,
		Args: atMost(1),
		PreRunE: usage(func() error {
			if !slices.Contains(styles, style) {
				return fmt.Errorf("--style %s: there is %s", diag.Quote(style), strings.Join(styles, ", "))
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := newStart(args)
			if err != nil {
				return &usageError{cmd.CommandPath(), err}
			}
			return a.begin(s, style)
		},
	}
	cmd.Flags().StringVar(&style, "style", style, "the `format` of responses: "+strings.Join(styles, ", "))
	cmd.RegisterFlagCompletionFunc("style", cobra.FixedCompletions(styles, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// start is where a catalog begins.
type start struct {
	folder, pkg string // with slashes
	module      string // the text of go.mod; "" if there is none
}

func newStart(args []string) (start, error) {
	s := start{folder: "spec"}
	for dir := "."; s.module == ""; dir = filepath.Join(dir, "..") {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		s.module = string(text)
		if full, failed := filepath.Abs(dir); err == nil || failed != nil || full == filepath.Dir(full) {
			break
		}
	}
	s.pkg = packageName(s.module)
	if len(args) == 1 {
		given := path.Clean(filepath.ToSlash(args[0]))
		if !filepath.IsLocal(filepath.FromSlash(given)) || given == "." || strings.HasSuffix(filepath.ToSlash(args[0]), "/") {
			return s, fmt.Errorf("%s is no FOLDER/PACKAGE within this folder", diag.Quote(args[0]))
		}
		s.pkg = strings.TrimSuffix(path.Base(given), ".yaml")
		if dir := path.Dir(given); dir != "." {
			s.folder = dir
		}
	}
	return s, nil
}

// packageName is a name for the package of errors of a module.
func packageName(module string) string {
	name := "api"
	for line := range strings.Lines(module) {
		if rest, ok := strings.CutPrefix(strings.TrimSpace(line), "module "); ok {
			name = path.Base(strings.Trim(strings.TrimSpace(rest), `"`))
			if isVersion := strings.Trim(name, "v0123456789") == ""; isVersion && strings.Contains(rest, "/") {
				name = path.Base(path.Dir(strings.TrimSpace(rest)))
			}
			break
		}
	}
	name = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name))
	return strings.TrimLeft(name, "0123456789") + "err"
}

// begin writes the files, or says why it cannot.
func (a *app) begin(s start, style string) error {
	catalog, err := templates.Init.ReadFile("init/" + style + ".yaml")
	if err != nil {
		return &gen.Fault{Err: err}
	}
	file := path.Join(s.folder, s.pkg+".yaml")
	catalog = bytes.Replace(catalog, []byte("package: starter\n"), []byte("package: "+s.pkg+"\n"), 1)
	var l diag.List
	if f := load.Bytes(file, catalog, &l); f != nil {
		resolve.Catalog(f, &l)
	}
	if found := l.Sorted(); len(found) > 0 { // the name of the package alone can be wrong
		return inCatalogs("", found[:1])
	}
	goFile, err := s.goFile()
	if err != nil {
		return err
	}
	config, note, err := s.config(a)
	if err != nil {
		return err
	}
	files := slices.Concat(config, goFile, []gen.Rewriting{{Path: filepath.FromSlash(file), New: catalog}})
	if err := gen.Rewrite(files); err != nil {
		return err
	}
	for _, f := range files {
		fmt.Fprintln(a.stdout, "wrote "+diag.Escape(f.Path))
	}
	if note != "" {
		a.say(note)
	}
	a.sayNext(s, file)
	return nil
}

// goFile is the file with the go:generate line, unless one in the folder has it.
func (s start) goFile() ([]gen.Rewriting, error) {
	name := identifier(path.Base(s.folder))
	others, err := filepath.Glob(filepath.Join(filepath.FromSlash(s.folder), "*.go"))
	if err != nil {
		return nil, err
	}
	for _, other := range others {
		text, err := os.ReadFile(other)
		if err != nil {
			return nil, err
		}
		if bytes.Contains(text, []byte("//go:generate go tool errgen generate")) {
			return nil, nil
		}
		if f, err := parser.ParseFile(token.NewFileSet(), other, text, parser.PackageClauseOnly); err == nil && !strings.HasSuffix(f.Name.Name, "_test") {
			name = f.Name.Name
		}
	}
	text := fmt.Sprintf("// Package %s holds catalogs of errors, from which errgen makes Go packages.\npackage %s\n\n//go:generate go tool errgen generate\n", name, name)
	return []gen.Rewriting{{Path: filepath.Join(filepath.FromSlash(s.folder), "generate.go"), New: []byte(text)}}, nil
}

// identifier is a package name made of that of a folder.
func identifier(folder string) string {
	name := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(folder))
	if name = strings.TrimLeft(name, "0123456789"); name == "" || token.IsKeyword(name) {
		return "spec"
	}
	return name
}

// config is errgen.yaml, unless there is one; then a note where that does not read the
// folder.
func (s start) config(a *app) (files []gen.Rewriting, note string, err error) {
	folder := load.ConfigFolder(".")
	wd, err := filepath.Abs(".")
	if err != nil {
		return nil, "", err
	}
	here, err := filepath.Rel(folder, wd)
	if folder == "." {
		here, err = ".", nil
	}
	if err != nil {
		return nil, "", err
	}
	catalogs := path.Join(filepath.ToSlash(here), s.folder)
	c, err := a.config()
	if err != nil {
		return nil, "", err
	}
	if c.File != "" {
		if slices.ContainsFunc(c.Targets, func(t config.Target) bool { return liesIn(s.folder, t.Paths) }) {
			return nil, "", nil
		}
		return nil, c.File + " does not read " + s.folder + ": add it to the paths, with where the output goes", nil
	}
	text := fmt.Sprintf("# With what errgen runs where it is given no arguments.\n# %s\npaths: [%s]\nout: %s\n",
		"https://github.com/seed-1b9d9f04/errgen/blob/main/docs/configuration.md", quoted(catalogs), quoted(path.Join(filepath.ToSlash(here), defaultOut)))
	name := load.ConfigName
	if folder != "." {
		if name, err = filepath.Rel(wd, filepath.Join(folder, load.ConfigName)); err != nil {
			return nil, "", err
		}
	}
	return []gen.Rewriting{{Path: name, New: []byte(text)}}, "", nil
}

// quoted is a text as YAML has it.
func quoted(s string) string {
	if yamltext.IsPlain(s, true) {
		return s
	}
	return yamltext.InDoubleQuotes(s)
}

// sayNext says what to do with the catalog.
func (a *app) sayNext(s start, file string) {
	fmt.Fprintln(a.stdout, "\nNext:")
	step := func(command, does string) { fmt.Fprintf(a.stdout, "  %s\n      %s\n", command, does) }
	if s.module == "" {
		step("go mod init ...", "a module, in which the Go package has an import path")
	}
	step("errgen generate", "makes the package "+s.pkg+" of it, in "+defaultOut)
	if !strings.Contains(s.module, toolPath) {
		step("go get -tool "+toolPath+"@latest", "lets go.mod say which errgen everybody has, for go generate")
	}
	step("errgen help", "check, lint, fmt, breaking and the others")
	fmt.Fprintln(a.stdout, "\nThen put your own errors into "+diag.Escape(file)+".")
}
