package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/gen/site"
	"github.com/seed-1b9d9f04/errgen/internal/gen/typescript"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

const (
	defaultOut = "generated"

	openAPI30 = "3.0"
	openAPI31 = "3.1"

	audienceInternal = "internal"
	audiencePublic   = "public"
)

// audiences are whom documents are for.
var audiences = []string{audienceInternal, audiencePublic}

// tsImports are what imports in TypeScript end in.
var tsImports = []string{typescript.ImportsJS, typescript.ImportsTS}

// inputs are what generate and check have in common: the catalogs, the output
// folder, and what is made.
type inputs struct {
	app  *app
	out  string
	emit []string

	openapi  string
	audience string
	options  model.OpenAPI // of OpenAPI documents
	goImport string        // the import path of the output folder; "": what go.mod says
	tsImport string        // what imports in TypeScript end in
	coverage string        // a file of errgenvet's, for the site

	isSet func(flag string) bool
}

// flags adds the flags to a command.
func (in *inputs) flags(cmd *cobra.Command) {
	in.isSet = cmd.Flags().Changed
	names := in.app.emitterNames()
	cmd.Flags().StringVar(&in.out, "out", defaultOut, "the output `folder`")
	usual := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(onRequest, name) })
	cmd.Flags().StringSliceVar(&in.emit, "emit", usual, "what to make, a `list` of: "+strings.Join(names, ", "))
	cmd.Flags().StringVar(&in.openapi, "openapi", openAPI30, "the OpenAPI `version`: 3.0 or 3.1")
	cmd.Flags().StringVar(&in.audience, "audience", audienceInternal, "whom documents are for, a `word`: internal, or public, without what is for those inside alone")
	cmd.Flags().StringVar(&in.goImport, "go-import", "", "the Go import `path` of the output folder (default what go.mod says)")
	cmd.Flags().StringVar(&in.tsImport, "ts-imports", typescript.ImportsJS, "what imports in TypeScript end in, a `word`: js, or ts for Deno and for Node.js without a compiler")
	cmd.Flags().StringVar(&in.coverage, "coverage", "", "what services raise, for the site: a `file` of \"errgenvet coverage -format json\"")
	in.app.findings.formatFlag(cmd)
	cmd.MarkFlagDirname("out")
	cmd.RegisterFlagCompletionFunc("openapi", cobra.FixedCompletions([]string{openAPI30, openAPI31}, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("audience", cobra.FixedCompletions(audiences, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("ts-imports", cobra.FixedCompletions(tsImports, cobra.ShellCompDirectiveNoFileComp))
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
	if !slices.Contains(audiences, in.audience) {
		return fmt.Errorf("--audience %s: there is %s", diag.Quote(in.audience), strings.Join(audiences, " and "))
	}
	if !slices.Contains(tsImports, in.tsImport) {
		return fmt.Errorf("--ts-imports %s: there is %s", diag.Quote(in.tsImport), strings.Join(tsImports, " and "))
	}
	if err := gen.CheckImportPath(in.goImport); in.goImport != "" && err != nil {
		return fmt.Errorf("--go-import %s: %w", diag.Quote(in.goImport), err)
	}
	if len(in.emit) == 0 {
		return errors.New("--emit is empty: say what to make")
	}
	names := in.app.emitterNames()
	for _, name := range in.emit {
		if !slices.Contains(names, name) {
			return fmt.Errorf("--emit %s: there is %s", diag.Quote(name), strings.Join(names, ", "))
		}
	}
	return nil
}

// output is what a run makes in one folder.
type output struct {
	folder string
	plan   gen.Plan
}

// outputs reads the catalogs and makes the outputs: of the arguments, or of each target
// of the configuration. Flags that are set hold in place of what it says. If something
// was found in the catalogs, the error is all of it.
func (in *inputs) outputs(args []string) ([]output, error) {
	targets, err := in.targets(args)
	if err != nil {
		return nil, err
	}
	var all []output
	found := new(unusable)
	for _, t := range targets {
		one := *in
		one.adopt(t)
		plan, err := one.plan(t.Paths)
		if u := (*unusable)(nil); errors.As(err, &u) {
			found.findings = append(found.findings, u.findings...)
		} else if err != nil {
			return nil, err
		}
		all = append(all, output{one.out, plan})
	}
	if len(found.findings) > 0 {
		return nil, found
	}
	return all, nil
}

// targets are what is to be made.
func (in *inputs) targets(args []string) ([]config.Target, error) {
	c, _, err := in.app.grouped(args)
	if err != nil {
		return nil, err
	}
	if len(args) > 0 {
		t, ok := targetOf(c, args)
		if !ok && !in.isSet("out") {
			return nil, fmt.Errorf("%s lies in no target of %s: say the output folder with --out", diag.Quote(args[0]), c.File)
		}
		t.Paths = args
		return []config.Target{t}, nil
	}
	for _, name := range []string{"out", "go-import"} {
		if len(c.Targets) > 1 && in.isSet(name) {
			return nil, fmt.Errorf("--%s is for one output folder, and %s has %d targets: give the PATH of the one as well", name, c.File, len(c.Targets))
		}
	}
	return c.Targets, nil
}

// adopt takes over what a target says and no flag does.
func (in *inputs) adopt(t config.Target) {
	for _, setting := range []struct {
		flag, value string
		to          *string
	}{{"out", t.Out, &in.out}, {"openapi", t.OpenAPI, &in.openapi}, {"audience", t.Audience, &in.audience}, {"go-import", t.GoImport, &in.goImport}, {"ts-imports", t.TSImports, &in.tsImport}} {
		if setting.value != "" && !in.isSet(setting.flag) {
			*setting.to = setting.value
		}
	}
	in.options = t.Options
	if t.Emit != nil && !in.isSet("emit") {
		in.emit = t.Emit
	}
}

// plan reads the catalogs at paths and makes the output. If something was found in
// them, the error is it.
func (in *inputs) plan(paths []string) (gen.Plan, error) {
	catalogs, programs, findings := in.app.readCatalogs(paths)
	if err := inCatalogs("", findings); err != nil {
		return gen.Plan{}, err
	}
	known, err := in.readCoverage(catalogs)
	if err != nil {
		return gen.Plan{}, fmt.Errorf("--coverage %s: %w", diag.Quote(in.coverage), err)
	}
	selected, others := in.emitters(catalogs, programs, known)
	plan := gen.Plan{Paths: folders(paths), Declares: load.Declares}
	var jobs []gen.Job
	for _, c := range catalogs {
		c.OpenAPI = c.OpenAPI.Or(in.options)
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
	in.app.doing("making " + strings.Join(in.emit, ", "))
	files, err := gen.Emit(jobs, selected)
	plan.Files = files
	return plan, err
}

// target is where a catalog's output goes. An import path is only where a package
// is to be imported: one that is made now, or was made before.
func (in *inputs) target(c *model.Catalog) (t gen.Target, err error) {
	t = gen.Target{Catalog: gen.CatalogName(c.File), TSImports: in.tsImport}
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

// readCoverage reads what is known of services that raise the errors of catalogs, nil if
// nothing is.
func (in *inputs) readCoverage(catalogs []*model.Catalog) (*site.Coverage, error) {
	switch {
	case in.coverage == "":
		return nil, nil
	case !slices.Contains(in.emit, "site"):
		return nil, errors.New("it is for the site: say --emit site as well")
	case in.audience == audiencePublic:
		return nil, errors.New("it shows where the code is: it is not for a site with --audience public")
	}
	text, err := os.ReadFile(in.coverage)
	if err != nil {
		return nil, err
	}
	known, err := site.ReadCoverage(text)
	if err != nil {
		return nil, fmt.Errorf("%w: write it with errgenvet coverage -format json", err)
	}
	any := false
	for _, c := range catalogs {
		of, err := known.Of(c)
		if err != nil {
			return nil, fmt.Errorf("%w: run errgenvet coverage again", err)
		}
		any = any || of != nil
	}
	if !any {
		return nil, errors.New("it says nothing of these catalogs: it knows a catalog by the package that the service imports")
	}
	return known, nil
}

// emitters returns those that were asked for, with their options, and the others.
func (in *inputs) emitters(catalogs []*model.Catalog, programs map[*model.Catalog]*lower.Program, known *site.Coverage) (selected, others []gen.Emitter) {
	public := in.audience == audiencePublic
	options := openapi.Options{OpenAPI31: in.openapi == openAPI31, Public: public}
	shown := reference.Options{Public: public, TypeScript: slices.Contains(in.emit, "typescript")}
	for _, e := range in.app.emitters {
		switch e.Name() {
		case "go":
			e = golang.With(programs)
		case "openapi":
			e = openapi.With(options)
		case "overlay":
			e = openapi.Overlay(options)
		case "docs":
			e = docs.With(shown)
		case "site":
			e = site.With(catalogs, shown, known)
		case "typescript":
			e = typescript.With(programs)
		}
		if slices.Contains(in.emit, e.Name()) {
			selected = append(selected, e)
		} else {
			others = append(others, e)
		}
	}
	return selected, others
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
