package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

const (
	defaultOut  = "generated"
	defaultPath = "spec"

	openAPI30 = "3.0"
	openAPI31 = "3.1"
)

// inputs are what generate and check have in common: the catalogs, the output
// folder, and what is made.
type inputs struct {
	app  *app
	out  string
	emit []string

	openapi  string
	goImport string // the import path of the output folder; "": what go.mod says
}

// flags adds the flags to a command.
func (in *inputs) flags(cmd *cobra.Command) {
	var names []string
	for _, e := range in.app.emitters {
		names = append(names, e.Name())
	}
	cmd.Flags().StringVar(&in.out, "out", defaultOut, "the output `folder`")
	cmd.Flags().StringSliceVar(&in.emit, "emit", names, "what to make, a `list` of: "+strings.Join(names, ", "))
	cmd.Flags().StringVar(&in.openapi, "openapi", openAPI30, "the OpenAPI `version`: 3.0 or 3.1")
	cmd.Flags().StringVar(&in.goImport, "go-import", "", "the Go import `path` of the output folder (default what go.mod says)")
	in.app.findings.formatFlag(cmd)
	cmd.MarkFlagDirname("out")
	cmd.RegisterFlagCompletionFunc("openapi", cobra.FixedCompletions([]string{openAPI30, openAPI31}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("emit", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
	cmd.PreRunE = usage(in.valid)
}

// valid checks the flags' values.
func (in *inputs) valid() error {
	if in.out == "" {
		return errors.New("--out is empty: give a folder")
	}
	if in.openapi != openAPI30 && in.openapi != openAPI31 {
		return fmt.Errorf("--openapi %s: there is %s and %s", diag.Quote(in.openapi), openAPI30, openAPI31)
	}
	if err := gen.CheckImportPath(in.goImport); in.goImport != "" && err != nil {
		return fmt.Errorf("--go-import %s: %w", diag.Quote(in.goImport), err)
	}
	if len(in.emit) == 0 {
		return errors.New("--emit is empty: say what to make")
	}
	var names []string
	for _, e := range in.app.emitters {
		names = append(names, e.Name())
	}
	for _, name := range in.emit {
		if !slices.Contains(names, name) {
			return fmt.Errorf("--emit %s: there is %s", diag.Quote(name), strings.Join(names, ", "))
		}
	}
	return nil
}

// plan reads the catalogs and makes the output. If something was found in the
// catalogs, the error is it.
func (in *inputs) plan(args []string) (gen.Plan, error) {
	paths, err := catalogPaths(args)
	if err != nil {
		return gen.Plan{}, err
	}
	catalogs, programs, findings := in.app.readCatalogs(paths)
	if err := inCatalogs("", findings); err != nil {
		return gen.Plan{}, err
	}
	selected, others := in.emitters(programs)
	plan := gen.Plan{Paths: folders(paths), Declares: load.Declares}
	var jobs []gen.Job
	for _, c := range catalogs {
		target, err := in.target(c)
		if err != nil {
			return plan, err
		}
		if target.ImportPath == "" && slices.Contains(in.emit, "go") {
			return plan, in.noImportPath()
		}
		jobs = append(jobs, gen.Job{Catalog: c, Target: target})
	}
	for _, e := range others {
		for _, c := range catalogs {
			plan.Kept = append(plan.Kept, e.Files(c)...)
		}
	}
	plan.Files, err = gen.Emit(jobs, selected)
	return plan, err
}

// target is where a catalog's output goes. An import path is only where a package
// is to be imported: one that is made now, or was made before.
func (in *inputs) target(c *model.Catalog) (t gen.Target, err error) {
	t = gen.Target{Catalog: gen.CatalogName(c.File)}
	if slices.Contains(in.emit, "go") || gen.HasPackage(in.out, c.Package) {
		t.ImportPath, err = in.importPath(c.Package)
	}
	return t, err
}

// importPath is the import path of a package in the output folder, "" if there is none.
func (in *inputs) importPath(pkg string) (string, error) {
	if in.goImport != "" {
		return path.Join(in.goImport, pkg), nil
	}
	return gen.ImportPath(in.out, pkg)
}

// noImportPath is the error for Go packages that nothing could import.
func (in *inputs) noImportPath() error {
	for _, name := range strings.Split(filepath.ToSlash(filepath.Clean(in.out)), "/") {
		if name != "." && name != ".." && name != "" && gen.CheckImportPath("example.com/"+name) != nil {
			return fmt.Errorf("no Go package can be imported from a folder called %s: choose another --out, say the import path with --go-import, or leave Go out with --emit openapi,docs",
				diag.Quote(name))
		}
	}
	return fmt.Errorf("the Go packages in %s have no import path, by which they import what they share: "+
		"write to a folder of a Go module (go mod init makes one), say it with --go-import, or leave Go out with --emit openapi,docs",
		diag.Quote(in.out))
}

// emitters returns those that were asked for, with their options, and the others.
func (in *inputs) emitters(programs map[*model.Catalog]*lower.Program) (selected, others []gen.Emitter) {
	for _, e := range in.app.emitters {
		switch {
		case e.Name() == "go":
			e = golang.With(programs)
		case e.Name() == "openapi" && in.openapi == openAPI31:
			e = openapi.With(openapi.Options{OpenAPI31: true})
		}
		if slices.Contains(in.emit, e.Name()) {
			selected = append(selected, e)
		} else {
			others = append(others, e)
		}
	}
	return selected, others
}

// catalogPaths returns the catalogs and folders to read.
func catalogPaths(args []string) ([]string, error) {
	if slices.Contains(args, "") {
		return nil, errors.New("a PATH is empty: give a catalog or a folder of them")
	}
	if slices.Contains(args, "-") {
		return nil, errors.New("a catalog is not read from standard input, since what is generated names its file: give a file, or ./- for one called -")
	}
	if len(args) > 0 {
		return args, nil
	}
	if _, err := os.Stat(defaultPath); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s here: give the catalog or its folder as PATH", defaultPath)
	}
	return []string{defaultPath}, nil
}

// folders returns the paths without the /... that means all folders in one.
func folders(paths []string) []string {
	var plain []string
	for _, p := range paths {
		folder, _ := load.DeepFolder(p)
		plain = append(plain, folder)
	}
	return plain
}
