package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
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
}

// flags adds the flags to a command.
func (c *comparing) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&c.against, "against", "HEAD", "`WHERE` the earlier generation is")
}

// valid checks the flags' values.
func (c *comparing) valid() error {
	if c.against == "" {
		return errors.New("--against is empty: give a git revision, REV:PATH, a folder or a file")
	}
	return nil
}

// compare compares the catalogs at paths, the folder spec if there are none, with
// their earlier generation. If something was found in either, the error is it.
func (c *comparing) compare(args []string) (report.Report, error) {
	r := report.Report{Against: c.against}
	paths, err := catalogPaths(args)
	if err != nil {
		return r, err
	}
	files, read := c.app.readFiles(paths)
	after := read.sides(files)
	if err := inCatalogs("", read.findings); err != nil {
		return r, err
	}
	earlier, err := c.earlier(paths)
	if err != nil {
		return r, err
	}
	before := earlier.read.sides(earlier.files)
	if err := inCatalogs(earlier.name, earlier.read.findings); err != nil {
		return r, err
	}
	c.catalogs = len(after)
	changes, err := breaking.Compare(before, after)
	at := placesOf(files)
	for _, change := range changes {
		r.Findings = append(r.Findings, at.finding(change))
	}
	r.Title, r.Headings, r.Closing = "Changes since "+report.Code(c.against), headings, breaking.Version(changes)
	return r, err
}

// headings are the sections of a catalog's changes, by their levels.
var headings = map[report.Level]string{report.Error: "Breaks", report.Warning: "May break", report.Info: "Other changes"}

// places are where entries stand, by the file of their catalog and their names.
type places map[string]map[string]diag.Pos

// placesOf are the places of the entries of catalogs.
func placesOf(files []*load.File) places {
	all := places{}
	for _, f := range files {
		all[f.Path] = map[string]diag.Pos{}
		for _, e := range f.AllErrors() {
			all[f.Path][e.Name.S] = e.Name.Pos
		}
	}
	return all
}

// finding is a change as a finding, at its entry, else in its catalog.
func (p places) finding(c breaking.Change) report.Finding {
	pos, ok := p[c.Catalog.File][c.Subject]
	if !ok || !c.Entry {
		pos = diag.Pos{File: c.Catalog.File}
	}
	return report.Finding{
		Rule: string(c.Rule), Level: c.Level, Category: string(c.Category), Pos: pos, Package: c.Catalog.Package, Subject: c.Subject,
		Message: c.Message, Before: c.Before, After: c.After, Response: c.Response, Remedy: c.Remedy,
	}
}
