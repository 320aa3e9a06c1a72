package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// check is the command that compares.
func (a *app) check() *cobra.Command {
	in := &inputs{app: a}
	strict, stat := false, false
	cmd := &cobra.Command{
		Use:   "check [PATH...]",
		Short: "Show where the output folder differs from what the catalogs make",
		Long: `Check writes nothing. It says what "errgen generate" with the same arguments would
change: it names files that are missing, stale, or differ in their line ends alone,
and prints a unified diff of those that differ, or with --stat how much they do.
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
			a.printDiffs(diffs, stat)
			if err != nil {
				return err
			}
			unmade, err := gen.Unmade(in.out, plan)
			for _, name := range unmade {
				a.say(name + ": is part of a generated package, and errgen did not make it")
			}
			switch drift := a.drift(in.out, diffs); {
			case err != nil || drift != nil:
				return errors.Join(err, drift)
			case strict && len(unmade) > 0:
				return errFindings
			}
			return nil
		},
	}
	in.flags(cmd)
	cmd.Flags().BoolVar(&stat, "stat", false, "of files that differ, say how many lines do")
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if a generated Go package has files that errgen did not make")
	return cmd
}

// printDiffs prints what has drifted. GitHub takes lines of a log that begin with ::
// for commands, unless it is told not to (docs.github.com, "Workflow commands").
func (a *app) printDiffs(diffs []gen.Diff, stat bool) {
	if os.Getenv("GITHUB_ACTIONS") == "true" && len(diffs) > 0 {
		token := strconv.FormatUint(rand.Uint64(), 36) + strconv.FormatUint(rand.Uint64(), 36)
		fmt.Fprintf(a.stdout, "::stop-commands::%s\n", token)
		defer fmt.Fprintf(a.stdout, "::%s::\n", token)
	}
	last := ""
	for _, d := range diffs {
		if d.Drift == gen.Differs && !stat {
			fmt.Fprint(a.stdout, printable(string(d.Text)))
			continue
		}
		line := driftWords[d.Drift] + " " + diag.Escape(d.Path)
		if d.Drift == gen.Missing || d.Drift == gen.Stale {
			line = driftWords[d.Drift] + " " + diag.Escape(withoutEngine(d.Path))
		}
		if d.Drift == gen.Differs {
			removed, added := d.Changed()
			line += fmt.Sprintf(" (-%d +%d)", removed, added)
		}
		if line != last {
			fmt.Fprintln(a.stdout, line)
			last = line
		}
	}
}

var driftWords = map[gen.Drift]string{gen.Differs: "differs", gen.LineEnds: "line ends", gen.Missing: "missing", gen.Stale: "stale"}

// drift says what the diffs mean.
func (a *app) drift(out string, diffs []gen.Diff) error {
	if len(diffs) == 0 {
		return nil
	}
	lineEnds := false
	for _, d := range diffs {
		if d.Foreign {
			a.say(d.Path + " has no errgen header: generate will not overwrite it; move or remove it")
		}
		lineEnds = lineEnds || d.Drift == gen.LineEnds
	}
	noun := "files are"
	if len(diffs) == 1 {
		noun = "file is"
	}
	a.say(fmt.Sprintf("%d %s not what the catalogs make: run errgen generate", len(diffs), noun))
	if lineEnds {
		a.say("line ends: a checkout has changed LF to CR LF (git's core.autocrlf); say in .gitattributes that it may not: " +
			path.Join(filepath.ToSlash(out), "**") + " text eol=lf")
	}
	a.say("compared by " + versionLine())
	return errFindings
}
