package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// breakingCommand is one run of the command that says who breaks.
type breakingCommand struct {
	comparing
	failing
}

// breaking is the command that compares two generations of catalogs.
func (a *app) breaking() *cobra.Command {
	b := &breakingCommand{comparing: comparing{app: a}}
	cmd := &cobra.Command{
		Use:   "breaking [PATH...]",
		Short: "Say who breaks by what has changed in the catalogs",
		Long: `Breaking compares the catalogs with an earlier generation of them, and says who
breaks by the change: clients and servers that are already built, Go code that
imports the packages, readers of the documentation. It runs both generations:
what servers of one write is read by clients of the other.

WHERE the earlier generation is: a git revision (origin/main, v1.2.0), of which
the same PATHs are read; REV:PATH, a catalog or folder of a revision; or a folder
or file. The exit status is 1 if a change is an error, or as bad as --fail says.
Without a PATH the catalogs are what errgen.yaml says, or else the folder spec.`,
		Example: `  errgen breaking --against origin/main
  errgen breaking --against v1.2.0:api/spec --fail warning ./spec
  errgen explain error-misread`,
		Args:    cobra.ArbitraryArgs,
		PreRunE: usage(b.valid),
		RunE:    a.reporting(b.run),
	}
	b.flags(cmd)
	b.flag(cmd)
	a.findings.formatFlag(cmd)
	return cmd
}

// valid checks the flags' values.
func (b *breakingCommand) valid() error {
	return cmp.Or(b.comparing.valid(), b.failing.valid())
}

// run compares, and says how many changes there are, and whether they are too bad.
func (b *breakingCommand) run(args []string) (report.Report, error) {
	r, err := b.compare(args)
	if err != nil {
		return r, err
	}
	if b.settings.Fail != "" && !b.isSet("fail") {
		b.least = b.settings.Fail
	}
	said := cmp.Or(counted(r.Findings, "other change"), "no change")
	b.app.say(fmt.Sprintf("%s since %s in %s", said, diag.Quote(b.against), plural(b.catalogs, "catalog")))
	r.Status = b.status(r.Findings)
	return r, nil
}
