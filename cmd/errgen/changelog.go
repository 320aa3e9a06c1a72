package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// changelog is the command that writes what has changed for people.
func (a *app) changelog() *cobra.Command {
	c := &comparing{app: a, ofAll: true}
	cmd := &cobra.Command{
		Use:   "changelog [PATH...]",
		Short: "Write what has changed in the catalogs, as Markdown",
		Long: `Changelog compares the catalogs with an earlier generation of them as "errgen
breaking" does, and writes all that has changed as Markdown for people: for a
release's notes or a pull request. At its end stands which version the change
asks for. The exit status is 0 whatever has changed.`,
		Example: `  errgen changelog --against v1.2.0`,
		Args:    cobra.ArbitraryArgs,
		PreRunE: usage(c.valid),
		RunE: a.reporting(func(args []string) (report.Report, error) {
			r, err := c.compare(args)
			if err == nil {
				r.Findings = slices.DeleteFunc(r.Findings, func(f report.Finding) bool { return f.Rule == string(breaking.AcceptUnneeded) }) // no change
				r.Text = report.Notes(r)
			}
			return r, err
		}),
	}
	c.flags(cmd)
	return cmd
}
