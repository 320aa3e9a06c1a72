package main

import (
	"cmp"
	"errors"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/config"
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
	after := read.sides(files)
	if err := inCatalogs("", read.findings); err != nil {
		return nil, err
	}
	earlier, err := c.earlier(paths)
	if err != nil {
		return nil, err
	}
	before := earlier.read.sides(earlier.files)
	if err := inCatalogs(earlier.name, earlier.read.findings); err != nil {
		return nil, err
	}
	c.catalogs += len(after)
	at.add(files)
	return breaking.Compare(before, after, breaking.Terms{
		Policy: c.settings.Policy, Levels: c.settings.Levels, Today: time.Now().UTC().Format(time.DateOnly), Against: c.against,
	})
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

// accepted is how the place of an acceptance is known.
func accepted(rule, of string) string { return "accept " + rule + " " + of }

// finding is a change as a finding, at its entry, else in its catalog.
func (p places) finding(c breaking.Change) report.Finding {
	pos, ok := p[c.Catalog.File][c.Subject]
	if !ok || !c.Entry {
		pos = diag.Pos{File: c.Catalog.File}
	}
	if accept, ok := p[c.Catalog.File][accepted(c.Accepts, c.Subject)]; ok && c.Accepts != "" {
		pos = accept
	}
	if c.Accepted != "" {
		c.Message += "; accepted: " + c.Accepted
		c.Remedy = ""
	}
	return report.Finding{
		Rule: string(c.Rule), Level: c.Level, Category: string(c.Category), Pos: pos, Package: c.Catalog.Package, Subject: c.Subject,
		Message: c.Message, Before: c.Before, After: c.After, Response: c.Response, Remedy: c.Remedy,
	}
}
