package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/apidoc"
	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// config reads the configuration that holds in the working folder. If something was
// found in it, the error is it.
func (a *app) config() (*config.Config, error) {
	var l diag.List
	c := config.Read(a.known(), &l)
	return c, inCatalogs("", l.Sorted())
}

// known are the names that a configuration may use.
func (a *app) known() config.Known {
	known := config.Known{
		Emitters:    a.emitterNames(),
		CheckImport: gen.CheckImportPath,
		Versions:    []string{openAPI30, openAPI31},
		Audiences:   audiences,
		TSImports:   tsImports,
		Options:     resolve.OpenAPI,
	}
	known.LintVersion = lint.NewestSet
	for _, r := range lint.Rules() {
		known.LintRules = append(known.LintRules, string(r))
	}
	for _, g := range lint.Groups() {
		known.LintGroups = append(known.LintGroups, string(g))
	}
	for _, r := range breaking.Rules() {
		known.BreakingRules = append(known.BreakingRules, string(r))
	}
	for _, r := range apidoc.Rules() {
		known.CheckRules = append(known.CheckRules, string(r))
	}
	return known
}

func (a *app) emitterNames() []string {
	var names []string
	for _, e := range a.emitters {
		names = append(names, e.Name())
	}
	return names
}

// grouped is the configuration, and the paths of catalogs that belong together.
func (a *app) grouped(args []string) (*config.Config, [][]string, error) {
	c, err := a.config()
	if err != nil {
		return nil, nil, err
	}
	all, err := groups(c, args)
	return c, all, err
}

// groups are the paths of catalogs that belong together: those of the arguments, or
// those of each target of the configuration.
func groups(c *config.Config, args []string) ([][]string, error) {
	if err := checkPaths(args); err != nil {
		return nil, err
	}
	if len(args) > 0 {
		return [][]string{args}, nil
	}
	var all [][]string
	for _, t := range c.Targets {
		if err := checkTarget(c, t); err != nil {
			return nil, err
		}
		all = append(all, t.Paths)
	}
	return all, nil
}

// checkPaths checks arguments.
func checkPaths(args []string) error {
	if slices.Contains(args, "") {
		return errors.New("a PATH is empty: give a catalog or a folder of them")
	}
	if slices.Contains(args, "-") {
		return errors.New("a catalog is not read from standard input, since what is generated names its file: give a file, or ./- for one called -")
	}
	return nil
}

// checkTarget checks that there is what is read where nothing is said.
func checkTarget(c *config.Config, t config.Target) error {
	if _, err := os.Stat(t.Paths[0]); c.File != "" || !os.IsNotExist(err) {
		return nil
	}
	return fmt.Errorf("there is no folder %s here: give the catalog or its folder as PATH", t.Paths[0])
}

// targetOf is the target that arguments belong to: the only one, or that in whose paths
// they lie.
func targetOf(c *config.Config, args []string) (config.Target, bool) {
	if len(c.Targets) == 1 {
		return c.Targets[0], true
	}
	for _, t := range c.Targets {
		if !slices.ContainsFunc(args, func(arg string) bool { return !liesIn(arg, t.Paths) }) {
			return t, true
		}
	}
	return config.Target{}, false
}

// liesIn reports whether a path is one of some or in a folder of them.
func liesIn(name string, paths []string) bool {
	name, _ = load.DeepFolder(name)
	full, err := filepath.Abs(name)
	return err == nil && slices.ContainsFunc(paths, func(p string) bool {
		folder, _ := load.DeepFolder(p)
		above, err := filepath.Abs(folder)
		if err != nil {
			return false
		}
		rel, err := filepath.Rel(above, full)
		return err == nil && filepath.IsLocal(rel)
	})
}

// isConfig reports whether a file has the name of a configuration.
func isConfig(name string) bool { return path.Base(filepath.ToSlash(name)) == load.ConfigName }
