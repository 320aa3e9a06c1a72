package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
)

// check is the command that compares.
func (a *app) check() *cobra.Command {
	in := &inputs{app: a}
	strict := false
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Show where the output folder differs from what the catalogs make",
		Long: `Check writes nothing. It prints a unified diff of all that "errgen generate" with
the same arguments would change: files that differ, are missing, or are stale.
The exit status is 1 if there are any.

Files that become part of a generated Go package and were not made by errgen are
named. They are allowed, unless --strict says otherwise.`,
		Example: `  errgen check
  errgen check --out generated ./spec`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			plan, err := in.plan(args)
			if err != nil {
				return err
			}
			diffs, err := gen.Check(in.out, plan)
			a.printDiffs(diffs)
			if err != nil {
				return err
			}
			unmade, err := gen.Unmade(in.out, plan)
			for _, name := range unmade {
				a.say(name + ": is part of a generated package, and errgen did not make it")
			}
			switch drift := a.drift(diffs); {
			case err != nil || drift != nil:
				return errors.Join(err, drift)
			case strict && len(unmade) > 0:
				return errFindings
			}
			return nil
		},
	}
	in.flags(cmd)
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if a generated Go package has files that errgen did not make")
	return cmd
}

// printDiffs prints diffs. GitHub takes lines of a log that begin with :: for commands,
// unless it is told not to (docs.github.com, "Workflow commands").
func (a *app) printDiffs(diffs []gen.Diff) {
	if os.Getenv("GITHUB_ACTIONS") == "true" && len(diffs) > 0 {
		token := strconv.FormatUint(rand.Uint64(), 36) + strconv.FormatUint(rand.Uint64(), 36)
		fmt.Fprintf(a.stdout, "::stop-commands::%s\n", token)
		defer fmt.Fprintf(a.stdout, "::%s::\n", token)
	}
	for _, d := range diffs {
		fmt.Fprint(a.stdout, printable(string(d.Text)))
	}
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
