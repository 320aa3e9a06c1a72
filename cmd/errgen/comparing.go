package main

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// comparing is what breaking and changelog have in common: with which generation the
// catalogs are compared.
type comparing struct {
	app      *app
	against  string
	catalogs int // that are compared
	isSet    func(flag string) bool
	settings config.Breaking
	ofAll    bool // what is accepted has the level that it has otherwise
}

// flags adds the flags to a command.
func (c *comparing) flags(cmd *cobra.Command) {
	c.isSet = cmd.Flags().Changed
	cmd.Flags().StringVar(&c.against, "against", "HEAD", "`WHERE` the earlier generation is")
}

// valid checks the flags' values.
func (c *comparing) valid() error {
	if c.against == "" {
		return errors.New("--against is empty: give a git revision, REV:PATH, a folder or a file")
	}
	return nil
}

// compare compares the catalogs at paths, or those of each target of the configuration,
// with their earlier generation. If something was found in either, the error is it.
func (c *comparing) compare(args []string) (report.Report, error) {
	settings, err := c.app.config()
	if err != nil {
		return report.Report{Against: c.against}, err
	}
	c.settings = settings.Breaking
	if c.settings.Against != "" && !c.isSet("against") {
		c.against = c.settings.Against
	}
	r := report.Report{Against: c.against}
	if len(args) == 0 && settings.File == "" {
		_, args = c.present(settings.Targets[0].Paths) // the folder that is read where nothing is said may be gone
	}
	all, err := groups(settings, args)
	if err != nil {
		return r, err
	}
	var changes []breaking.Change
	at := places{}
	for _, paths := range all {
		found, err := c.compareGroup(paths, at)
		if err != nil {
			return r, err
		}
		changes = append(changes, found...)
	}
	changes = breaking.Accept(changes, at.addAccepted(c.settings.Accept), c.terms())
	for i := range changes {
		if c.ofAll {
			changes[i].Level = changes[i].Severity()
		}
	}
	slices.SortStableFunc(changes, func(a, b breaking.Change) int { return cmp.Compare(b.Level, a.Level) })
	for _, change := range changes {
		r.Findings = append(r.Findings, at.finding(change))
	}
	r.Title, r.Headings, r.Closing = "Changes since "+report.Code(c.against), headings, breaking.Version(changes)
	return r, nil
}

// compareGroup compares the catalogs at paths, and notes where their entries stand.
func (c *comparing) compareGroup(paths []string, at places) ([]breaking.Change, error) {
	files, read := c.app.readFiles(paths)
	var gone []string
	if read.list.Len() > 0 {
		if paths, gone = c.present(paths); len(gone) > 0 {
			files, read = c.app.readFiles(paths)
		}
	}
	after := read.sides(files)
	if err := inCatalogs("", read.findings); err != nil {
		return nil, err
	}
	earlier, err := c.earlier(append(gone, paths...), files)
	if err != nil {
		return nil, err
	}
	before := earlier.read.sides(earlier.files)
	if err := inCatalogs(earlier.name, earlier.read.findings); err != nil {
		return nil, err
	}
	c.catalogs += len(after)
	at.add(files)
	return breaking.Compare(before, after, c.terms())
}

// present are the paths that have a catalog here, or had none before either; gone are the
// others, whose catalogs are removed.
func (c *comparing) present(paths []string) (present, gone []string) {
	for _, p := range paths {
		var l diag.List
		if files, _ := load.Paths([]string{p}, &l); len(files) == 0 && isNothing(p, l.Sorted()) {
			if before, err := c.earlier([]string{p}, nil); err == nil && len(before.files) > 0 {
				gone = append(gone, p)
				continue
			}
		}
		present = append(present, p)
	}
	return present, gone
}

// isNothing reports whether findings of a path say no more than that nothing is there.
func isNothing(name string, found []diag.Diagnostic) bool {
	folder, _ := load.DeepFolder(name)
	_, err := os.Stat(folder)
	return os.IsNotExist(err) || !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code != diag.NoCatalog })
}

// terms are what a comparison goes by.
func (c *comparing) terms() breaking.Terms {
	return breaking.Terms{Policy: c.settings.Policy, Levels: c.settings.Levels, Today: time.Now().UTC().Format(time.DateOnly), Against: c.against}
}

// headings are the sections of a catalog's changes, by their levels.
var headings = map[report.Level]string{report.Error: "Breaks", report.Warning: "May break", report.Info: "Other changes"}

// places are where entries and acceptances stand, by the file of their catalog and their
// names.
type places map[string]map[string]diag.Pos

// add notes where the entries of catalogs stand.
func (p places) add(files []*load.File) {
	for _, f := range files {
		p[f.Path] = map[string]diag.Pos{}
		for _, e := range f.AllErrors() {
			p[f.Path][e.Name.S] = e.Name.Pos
		}
		if f.Breaking == nil {
			continue
		}
		for _, a := range f.Breaking.Accept {
			p[f.Path][accepted(a.Rule.S, a.Of.S)] = a.Pos
		}
	}
}

// addAccepted notes where acceptances of the configuration stand, and returns them.
func (p places) addAccepted(all []config.Acceptance) []model.Acceptance {
	var plain []model.Acceptance
	p[""] = map[string]diag.Pos{}
	for _, a := range all {
		p[""][accepted(a.Rule, a.Of)] = a.Pos
		plain = append(plain, a.Acceptance)
	}
	return plain
}

// accepted is how the place of an acceptance is known.
func accepted(rule, of string) string { return "accept " + rule + " " + of }

// finding is a change as a finding, at its entry, else in its catalog.
func (p places) finding(c breaking.Change) report.Finding {
	file, pkg := "", ""
	if c.Catalog != nil {
		file, pkg = c.Catalog.File, c.Catalog.Package
	}
	pos, ok := p[file][c.Subject]
	if !ok || !c.Entry {
		pos = diag.Pos{File: file}
	}
	if accept, ok := p[file][accepted(c.Accepts, c.Subject)]; ok && c.Accepts != "" {
		pos = accept
	}
	if c.Accepted != "" {
		c.Remedy = ""
	}
	return report.Finding{
		Rule: string(c.Rule), Level: c.Level, Category: string(c.Category), Pos: pos, Package: pkg, Subject: c.Subject,
		Message: c.Message, Before: c.Before, After: c.After, Response: c.Response, Remedy: c.Remedy, Accepted: c.Accepted,
	}
}
