package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
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
		RunE: a.reporting(func(args []string) (report.Report, error) {
			var r report.Report
			outputs, err := in.outputs(args)
			for i := 0; i < len(outputs) && err == nil; i++ {
				err = a.checkOutput(&r, outputs[i], stat, strict)
			}
			if err == nil && len(r.Findings) > 0 {
				r.Status = statusFindings
			}
			return r, err
		}),
	}
	in.flags(cmd)
	cmd.Flags().BoolVar(&stat, "stat", false, "of files that differ, say how many lines do")
	cmd.Flags().BoolVar(&strict, "strict", false, "fail if a generated Go package has files that errgen did not make")
	return cmd
}

// checkOutput adds to a report where an output folder differs from its plan.
func (a *app) checkOutput(r *report.Report, o output, stat, strict bool) error {
	diffs, err := gen.Check(o.folder, o.plan)
	r.Text += drawn(diffs, stat)
	r.Findings = append(r.Findings, drifted(diffs)...)
	if err != nil {
		return err
	}
	unmade, err := gen.Unmade(o.folder, o.plan)
	for _, name := range unmade {
		a.say(name + ": is part of a generated package, and errgen did not make it")
		if strict {
			r.Findings = append(r.Findings, notMade(name))
		}
	}
	a.sayDrift(o.folder, diffs)
	return err
}

// drawn is what has drifted, as a person sees it. GitHub takes lines of a log that begin
// with :: for commands, unless it is told not to (docs.github.com, "Workflow commands").
func drawn(diffs []gen.Diff, stat bool) string {
	if len(diffs) == 0 {
		return ""
	}
	var b strings.Builder
	last := ""
	for _, d := range diffs {
		if d.Drift == gen.Differs && !stat {
			b.WriteString(printable(string(d.Text)))
			continue
		}
		line := driftWords[d.Drift] + " " + diag.Escape(d.Path)
		if d.Drift == gen.Missing || d.Drift == gen.Stale {
			line = driftWords[d.Drift] + " " + diag.Escape(shownOnce(d.Path))
		}
		if d.Drift == gen.Differs {
			removed, added := d.Changed()
			line += fmt.Sprintf(" (-%d +%d)", removed, added)
		}
		if line != last {
			fmt.Fprintln(&b, line)
			last = line
		}
	}
	if os.Getenv("GITHUB_ACTIONS") != "true" {
		return b.String()
	}
	token := strconv.FormatUint(rand.Uint64(), 36) + strconv.FormatUint(rand.Uint64(), 36)
	return "::stop-commands::" + token + "\n" + b.String() + "::" + token + "::\n"
}

var driftWords = map[gen.Drift]string{gen.Differs: "differs", gen.LineEnds: "line ends", gen.Missing: "missing", gen.Stale: "stale"}

// sayDrift says what the diffs mean.
func (a *app) sayDrift(out string, diffs []gen.Diff) {
	if len(diffs) == 0 {
		return
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
}
