package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
)

// check is the command that compares.
func (a *app) check() *cobra.Command {
	in := &inputs{app: a}
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Show where the output folder differs from what the catalogs make",
		Long: `Check writes nothing. It prints a unified diff of all that "errgen generate" with
the same arguments would change: files that differ, are missing, or are stale.
The exit status is 1 if there are any.`,
		Example: `  errgen check
  errgen check --out generated ./spec`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, err := in.plan(args)
			if err != nil {
				return err
			}
			diffs, err := gen.Check(in.out, plan)
			for _, d := range diffs {
				fmt.Fprint(a.stdout, printable(string(d.Text)))
			}
			if err != nil {
				return err
			}
			return a.drift(diffs)
		},
	}
	in.flags(cmd)
	return cmd
}

// drift says what the diffs mean.
func (a *app) drift(diffs []gen.Diff) error {
	if len(diffs) == 0 {
		return nil
	}
	for _, d := range diffs {
		if d.Foreign {
			a.say(d.Path + " has no errgen header: generate will not overwrite it; move or remove it")
		}
	}
	noun := "files are"
	if len(diffs) == 1 {
		noun = "file is"
	}
	a.say(fmt.Sprintf("%d %s not what the catalogs make: run errgen generate", len(diffs), noun))
	return errFindings
}
