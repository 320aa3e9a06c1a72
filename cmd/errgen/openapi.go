package main

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/apidoc"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// openAPI is the command for the OpenAPI documents of services.
func (a *app) openAPI() *cobra.Command {
	return family(&cobra.Command{
		Use:   "openapi",
		Short: "Hold the OpenAPI document of a service to the catalogs",
		Long: `Openapi compares the OpenAPI document that a service has of itself with the
operations of the catalogs, or puts their responses there.`,
	}, a.openAPICheck(), a.openAPIMerge())
}

// documentCommand is one run of a command that reads documents of services.
type documentCommand struct {
	app *app
	failing
	catalogs []string
	out      string
	check    bool
	levels   map[string]string // of rules
	isSet    func(flag string) bool
}

// flagCatalog adds the flag with the catalogs.
func (d *documentCommand) flagCatalog(cmd *cobra.Command) {
	d.isSet = cmd.Flags().Changed
	cmd.Flags().StringArrayVar(&d.catalogs, "catalog", nil, "`PATH` of catalogs, may be repeated (default what errgen.yaml says, or else the folder spec)")
	d.app.findings.formatFlag(cmd)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "yml", "json"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

func (a *app) openAPICheck() *cobra.Command {
	d := &documentCommand{app: a}
	cmd := &cobra.Command{
		Use:   "check DOC...",
		Short: "Say where OpenAPI documents and the catalogs differ",
		Long: `Check holds OpenAPI documents, 3.0 or 3.1, to the operations of the catalogs: whether
they document exactly the errors that each operation can give. An operation of a
catalog is that of the document with its operationId, or else with its method and
path. What a schema means is decided by what it admits: each error is written as the
server writes it, and validated against the document.

An operation of the document allows a rule with the reason: x-errgen-allow: {RULE:
why}, or for a time: {RULE: {because: why, until: DAY}}. The exit status is 1 if a finding is an error, or as bad as --fail says.`,
		Example: `  errgen openapi check api/openapi.yaml
  errgen openapi check --catalog spec/shop.yaml --format sarif api/openapi.yaml
  errgen explain error-unraised`,
		Args:    cobra.MinimumNArgs(1),
		PreRunE: usage(d.valid),
		RunE:    a.reporting(d.runCheck),
	}
	d.flagCatalog(cmd)
	d.flag(cmd)
	return cmd
}

// runCheck compares, and says how much was found.
func (d *documentCommand) runCheck(args []string) (report.Report, error) {
	r := report.Report{Title: "Where OpenAPI documents and the catalogs differ"}
	targets, err := d.read()
	if err != nil {
		return r, err
	}
	var catalogs []*apidoc.Catalog
	for _, t := range targets {
		catalogs = append(catalogs, t.catalogs...)
	}
	documents, err := apidoc.Read(args...)
	if err != nil {
		return r, err
	}
	r.Findings = apidoc.Check(documents, catalogs, apidoc.Options{Levels: d.levels, Today: time.Now().UTC().Format(time.DateOnly)})
	d.app.say(fmt.Sprintf("%s in %s", cmp.Or(counted(r.Findings, "other finding"), "no finding"), plural(len(documents), "document")))
	r.Status = d.status(r.Findings)
	return r, nil
}

// documented are catalogs with the folder in which their output is.
type documented struct {
	catalogs []*apidoc.Catalog
	out      string
}

// read reads the catalogs, of each target of the configuration or of the flag.
func (d *documentCommand) read() ([]documented, error) {
	config, all, err := d.app.grouped(d.catalogs)
	if err != nil {
		return nil, err
	}
	d.levels = config.Check.Levels
	if config.Check.Fail != "" && !d.isSet("fail") {
		d.least = config.Check.Fail
	}
	var read []documented
	n := 0
	for i, paths := range all {
		files, reading := d.app.readFiles(paths)
		target := config.Targets[i]
		if given, ok := targetOf(config, paths); ok && len(d.catalogs) > 0 {
			target = given
		}
		t := documented{out: target.Out}
		if d.out != "" {
			t.out = d.out
		}
		for _, s := range reading.sides(files) {
			s.Catalog.OpenAPI = s.Catalog.OpenAPI.Or(target.Options)
			f := files[slices.IndexFunc(files, func(f *load.File) bool { return f.Path == s.Catalog.File })]
			t.catalogs = append(t.catalogs, &apidoc.Catalog{Catalog: s.Catalog, Program: s.Program, Operation: operationsOf(f)})
		}
		if err := inCatalogs("", reading.findings); err != nil {
			return nil, err
		}
		n += len(t.catalogs)
		read = append(read, t)
	}
	if n == 0 {
		return nil, errors.New("there is no catalog: give one with --catalog")
	}
	return read, nil
}

// operationsOf are the places of operations in a file.
func operationsOf(f *load.File) func(*model.Operation) diag.Pos {
	return func(o *model.Operation) diag.Pos {
		i := slices.IndexFunc(f.Operations, func(written *load.Operation) bool { return written.Name.S == o.Name })
		if i < 0 {
			return diag.Pos{File: f.Path}
		}
		return f.Operations[i].Name.Pos
	}
}

func (a *app) openAPIMerge() *cobra.Command {
	d := &documentCommand{app: a}
	cmd := &cobra.Command{
		Use:   "merge DOC...",
		Short: "Refer from OpenAPI documents to the responses of the catalogs",
		Long: `Merge puts into the operations of OpenAPI documents a $ref for each status with which
they answer an error, to the response that errgen generate has made of exactly the
errors of the operation. All else stays as it is written, with comments, order and
quotes, and so do responses under other statuses; a $ref to a response that an
operation does not have any more is removed. An operation that stands in another file
is changed there. To merge twice is to merge once.`,
		Example: `  errgen openapi merge api/openapi.yaml
  errgen openapi merge --check api/openapi.yaml`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.reporting(d.runMerge),
	}
	d.flagCatalog(cmd)
	cmd.Flags().StringVar(&d.out, "out", "", "the output `folder` of errgen generate (default what errgen.yaml says, or else generated)")
	cmd.Flags().BoolVar(&d.check, "check", false, "write nothing, show what would change, exit status 1 if something would")
	cmd.MarkFlagDirname("out")
	return cmd
}

// runMerge merges into each document, or shows what would change.
func (d *documentCommand) runMerge(args []string) (r report.Report, err error) {
	targets, err := d.read()
	if err != nil {
		return r, err
	}
	documents, err := apidoc.ReadText(args...)
	if err != nil {
		return r, err
	}
	files, left := apidoc.Merge(documents, fragments(targets))
	d.sayUnmerged(left)
	var changed []gen.Rewriting
	for _, f := range files {
		changed = append(changed, gen.Rewriting{Path: f.File, Old: f.Old, New: f.New})
	}
	if !d.check {
		if err := gen.Rewrite(changed); err != nil {
			return r, err
		}
	}
	for _, f := range changed {
		if !d.check {
			r.Text += "wrote " + diag.Escape(f.Path) + "\n"
			continue
		}
		r.Text += drawn([]gen.Diff{f.Diff()}, false)
		r.Findings = append(r.Findings, inOutput(documentUnmerged, f.Path))
		r.Status = statusFindings
	}
	return r, nil
}

// sayUnmerged says which operations of the catalogs were not merged into a document.
func (d *documentCommand) sayUnmerged(left []apidoc.Unmerged) {
	for _, u := range left {
		document, name := diag.Escape(u.Document), diag.Quote(u.Operation.Method+" "+u.Operation.Path)
		if u.Operation.Path == "" {
			name = diag.Quote(u.Operation.ID)
		}
		if u.Because == "" {
			d.app.say(fmt.Sprintf("%s has no operation %s", document, name))
		} else {
			d.app.say(fmt.Sprintf("%s: the responses of %s are not merged: %s", document, name, diag.Escape(u.Because)))
		}
	}
}

// fragments are the responses of the operations of all catalogs.
func fragments(targets []documented) []apidoc.Fragment {
	var all []apidoc.Fragment
	for _, t := range targets {
		for _, c := range t.catalogs {
			f := apidoc.Fragment{
				Operations: c.Operations, Responses: map[*model.Operation][]apidoc.Response{},
				File: filepath.Join(t.out, openapi.New().Files(c.Catalog)[0]),
			}
			for o, responses := range openapi.OperationResponses(c.Catalog) {
				for _, r := range responses {
					f.Responses[o] = append(f.Responses[o], apidoc.Response(r))
				}
			}
			all = append(all, f)
		}
	}
	return all
}
