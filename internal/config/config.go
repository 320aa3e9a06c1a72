// Package config reads errgen.yaml, a repository's configuration: with what the
// commands run where they are given no arguments (docs/configuration.md).
package config

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// What holds where nothing is said.
const (
	defaultPath = "spec"
	defaultOut  = "generated"
)

// Config is what a configuration says. Without one it has the one target that errgen
// has by itself, relative to the working folder.
type Config struct {
	File     string // as shown; "" if there is none
	Targets  []Target
	Lint     Lint
	Breaking Breaking
	Check    Check
}

// Target is an output folder with what goes there. Paths are relative to the working
// folder; what was not said is "" or nil.
type Target struct {
	Paths             []string
	Out               string
	Emit              []string
	OpenAPI, GoImport string
	Audience          string        // whom documents are for
	TSImports         string        // what imports in TypeScript end in
	Options           model.OpenAPI // of OpenAPI documents
}

// Lint is what "errgen lint" goes by.
type Lint struct {
	Rules  int               // the version of the rule set; 0 if it was not said
	Levels map[string]string // of rules
	Off    []string          // groups of rules
	Fail   string
}

// Breaking is what "errgen breaking" goes by.
type Breaking struct {
	model.Policy
	Against string // a path is relative to the working folder
	Levels  map[string]string
	Fail    string
	Accept  []Acceptance
}

// Acceptance is a break that is intended, with its place.
type Acceptance struct {
	model.Acceptance
	Pos diag.Pos
}

// Check is what "errgen openapi check" goes by.
type Check struct {
	Levels map[string]string // of rules
	Fail   string
}

// Known are the names that a configuration may use of what it is not for this package
// to know.
type Known struct {
	Emitters      []string
	CheckImport   func(path string) error
	Versions      []string // of OpenAPI
	Audiences     []string // of documents
	TSImports     []string // endings of imports in TypeScript
	LintVersion   int      // of the newest rule set
	LintRules     []string
	LintGroups    []string
	BreakingRules []string
	CheckRules    []string
	Options       func(*load.OpenAPI, *diag.Reporter) model.OpenAPI // of OpenAPI documents
}

// Read reads the configuration that holds in the working folder. Every fault is added
// to l.
func Read(known Known, l *diag.List) *Config {
	file, ok := load.ConfigFile(".")
	if !ok {
		return &Config{Targets: []Target{{Paths: []string{defaultPath}, Out: defaultOut}}}
	}
	r := &reader{known: known, list: l, folder: filepath.Dir(file)}
	shown := filepath.ToSlash(r.relative(file))
	return r.read(shown, load.ReadForm(shown, fileForm, l))
}

// Parse is Read of a text that a configuration may have, whose absolute path is name.
func Parse(known Known, name string, text []byte, l *diag.List) *Config {
	r := &reader{known: known, list: l, folder: filepath.Dir(name)}
	shown := filepath.ToSlash(r.relative(name))
	return r.read(shown, load.ParseForm(shown, text, fileForm, l))
}

// reader reads one configuration.
type reader struct {
	known  Known
	list   *diag.List
	folder string // that the configuration is in, absolute
}

// read is what a file says, nil if nothing could be read.
func (r *reader) read(shown string, f *file) *Config {
	if f == nil {
		return &Config{File: shown}
	}
	c := &Config{File: shown}
	if len(f.targets) == 0 {
		c.Targets = []Target{r.target(&f.target, nil)}
	}
	for _, t := range f.targets {
		c.Targets = append(c.Targets, r.target(t, &f.target))
	}
	r.checkTargets(f)
	c.Lint = r.lint(f.lint)
	c.Breaking = r.breaking(f.breaking)
	if f.check != nil {
		c.Check = Check{r.levels(f.check.levels, r.known.CheckRules), f.check.fail.S}
	}
	return c
}

// relative is an absolute path as seen from the working folder, if it can be.
func (r *reader) relative(name string) string {
	wd, err := os.Getwd()
	if err != nil {
		return name
	}
	if rel, err := filepath.Rel(wd, name); err == nil {
		return rel
	}
	return name
}

// resolve is a path of the configuration as seen from the working folder. One that
// leaves the configuration's folder is reported.
func (r *reader) resolve(t load.Text) string {
	folder, deep := load.DeepFolder(t.S)
	why, remedy := load.RefusePath(t.S)
	if why == "" && !filepath.IsLocal(filepath.FromSlash(folder)) {
		why, remedy = "leaves the folder of the configuration", "name a path in it; the configuration belongs to the root of what it is for"
	}
	if why != "" {
		r.list.Report(t.Pos, diag.IncludePath, diag.Quote(t.S)+" "+why, remedy)
		return ""
	}
	name := r.relative(filepath.Join(r.folder, filepath.FromSlash(folder)))
	if deep {
		name = filepath.ToSlash(name) + "/..."
	}
	return name
}

// oneOf reports a word that is none of those there are.
func (r *reader) oneOf(what string, t load.Text, words []string, remedy string) bool {
	if !t.Given() || slices.Contains(words, t.S) {
		return t.Given()
	}
	r.list.Report(t.Pos, diag.UnknownWord, "there is no "+what+" "+diag.Quote(t.S), diag.DidYouMean(t.S, words, remedy))
	return false
}
