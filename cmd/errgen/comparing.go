package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
)

// comparing is what breaking and changelog have in common: with which generation the
// catalogs are compared, and where what has changed stands.
type comparing struct {
	app      *app
	against  string
	places   places
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
// their earlier generation. Findings in either are printed; the error is then
// errUnusable.
func (c *comparing) compare(args []string) ([]breaking.Change, error) {
	paths, err := catalogPaths(args)
	if err != nil {
		return nil, err
	}
	files, read := c.app.readFiles(paths)
	after := read.sides(files)
	if len(read.findings) > 0 {
		return nil, c.app.report(read.findings)
	}
	earlier, err := c.earlier(paths)
	if err != nil {
		return nil, err
	}
	before := earlier.read.sides(earlier.files)
	if findings := earlier.findings(); len(findings) > 0 {
		return nil, c.app.report(findings)
	}
	c.places, c.catalogs = placesOf(files), len(after)
	return breaking.Compare(before, after)
}
