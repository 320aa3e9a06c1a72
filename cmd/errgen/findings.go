package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/revision"
)

// findingsForm is how findings are printed.
type findingsForm struct {
	all    bool
	color  string
	format string
}

var colorWords = []string{"auto", "always", "never"}

// formatWords are the formats, as they are written.
func formatWords() []string {
	var words []string
	for _, f := range report.Formats() {
		words = append(words, string(f))
	}
	return words
}

// flags adds the flags that all commands have.
func (f *findingsForm) flags(root *cobra.Command) {
	f.format = string(report.Text)
	root.PersistentFlags().BoolVar(&f.all, "all", false, "show all findings, also where many are of one kind")
	root.PersistentFlags().StringVar(&f.color, "color", colorWords[0], "`when` to colour findings: "+strings.Join(colorWords, ", "))
	root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(colorWords, cobra.ShellCompDirectiveNoFileComp))
	root.PersistentPreRunE = usage(func() error {
		if !slices.Contains(colorWords, f.color) {
			return fmt.Errorf("--color %s: there is %s", diag.Quote(f.color), strings.Join(colorWords, ", "))
		}
		if !slices.Contains(formatWords(), f.format) {
			return fmt.Errorf("--format %s: there is %s", diag.Quote(f.format), strings.Join(formatWords(), ", "))
		}
		return nil
	})
}

// formatFlag adds the flag of the commands that have findings.
func (f *findingsForm) formatFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", f.format, "the `form` of findings: "+strings.Join(formatWords(), ", "))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatWords(), cobra.ShellCompDirectiveNoFileComp))
}

// is reports whether a format is asked for.
func (f *findingsForm) is(format report.Format) bool { return f.format == string(format) }

// forMachines reports whether standard output is for a program, and so for nothing else.
func (f *findingsForm) forMachines() bool { return report.Format(f.format).ForMachines() }

// unusable is the error for catalogs in which something was found.
type unusable struct{ findings []report.Finding }

// Error returns how many findings there are, which is said when they have been shown.
func (u *unusable) Error() string { return plural(len(u.findings), "finding") + ": nothing was done" }

// inCatalogs is the error for what was found in catalogs of a revision, "" for those of
// the disk; nil if nothing was.
func inCatalogs(revision string, found []diag.Diagnostic) error {
	if len(found) == 0 {
		return nil
	}
	return &unusable{report.InCatalogs(revision, found)}
}

// reporting is a command that has findings: it runs, prints the report, and returns the
// error that its exit status asks for. If it failed, what it has found until then is
// printed with the reason.
func (a *app) reporting(run func(args []string) (report.Report, error)) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		stop := a.working()
		r, err := run(args)
		stop()
		r.Command = cmd.Name()
		switch {
		case err == nil:
			err = a.print(a.stdout, r)
		case len(r.Findings) > 0:
			r.Failure, r.Status = err.Error(), statusOf(err)
			_ = a.print(a.stdout, r)
		}
		if err == nil && r.Status == statusFindings {
			err = errFindings
		}
		return err
	}
}

// failed prints why a command has no results: what was found in catalogs, and for a
// program a document, whatever it was.
func (a *app) failed(command string, err error) error {
	r := report.Report{Command: command, Status: statusOf(err), Failure: err.Error()}
	u := (*unusable)(nil)
	if errors.As(err, &u) {
		r.Findings, r.Failure = u.findings, ""
	}
	switch {
	case a.findings.forMachines() && a.stdout.written == 0:
		return a.print(a.stdout, r)
	case u != nil && !a.findings.forMachines():
		return a.print(a.stderr, r)
	}
	return nil
}

// print prints a report in the form that is asked for.
func (a *app) print(w io.Writer, r report.Report) error {
	p := report.Printer{
		Format: report.Format(a.findings.format), All: a.findings.all, Color: a.findings.colors(w), Lines: linesOnce(),
		InRepository: fromRoot(), Explain: explanation, Version: builtVersion(),
	}
	if name := os.Getenv("GITHUB_STEP_SUMMARY"); name != "" && a.findings.is(report.GitHub) {
		f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
		if err != nil {
			return fmt.Errorf("the summary of the step: %w", err)
		}
		defer f.Close()
		p.Summary = f
	}
	return p.Write(w, r)
}

// linesOnce are the lines of catalogs, each of which is read once.
func linesOnce() func(file string) []string {
	files := map[string][]string{}
	return func(file string) []string {
		lines, read := files[file]
		if !read {
			lines = load.Lines(file)
			files[file] = lines
		}
		return lines
	}
}

// fromRoot are paths from the root of the repository on, if there is one.
func fromRoot() func(file string) string {
	root := sync.OnceValue(func() string {
		dir, _ := revision.Root()
		return dir
	})
	return func(file string) string {
		if inside, err := inRepository(root(), []string{file}); err == nil {
			return inside[0]
		}
		return file
	}
}

// colors reports whether to colour what is written to w: on a terminal, unless
// NO_COLOR is set (no-color.org) or the terminal cannot.
func (f *findingsForm) colors(w io.Writer) bool {
	if f.color != "auto" {
		return f.color == "always"
	}
	if os.Getenv("NO_COLOR") != "" {
		return false
	}
	if r, ok := w.(*results); ok {
		w = r.w
	}
	if b, ok := w.(besideProgress); ok {
		w = b.Writer
	}
	return isTerminal(w)
}
