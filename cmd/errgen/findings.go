package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// findingsForm is how findings are printed.
type findingsForm struct {
	all    bool
	color  string
	format string
}

var (
	colorWords  = []string{"auto", "always", "never"}
	formatWords = []string{"text", "line"}
)

// flags adds the flags that all commands have.
func (f *findingsForm) flags(root *cobra.Command) {
	root.PersistentFlags().BoolVar(&f.all, "all", false, "show all findings, also where many are of one kind")
	root.PersistentFlags().StringVar(&f.color, "color", colorWords[0], "`when` to colour findings: "+strings.Join(colorWords, ", "))
	root.RegisterFlagCompletionFunc("color", cobra.FixedCompletions(colorWords, cobra.ShellCompDirectiveNoFileComp))
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if !slices.Contains(colorWords, f.color) {
			return &usageError{cmd.CommandPath(), fmt.Errorf("--color %s: there is %s", diag.Quote(f.color), strings.Join(colorWords, ", "))}
		}
		return nil
	}
}

// formatFlag adds the flag of the commands whose findings machines may read.
func (f *findingsForm) formatFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.format, "format", formatWords[0], "the `form` of findings: text, or line for each in one line and all of them")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formatWords, cobra.ShellCompDirectiveNoFileComp))
}

// valid checks the format.
func (f *findingsForm) valid() error {
	if !slices.Contains(formatWords, f.format) {
		return fmt.Errorf("--format %s: there is %s", diag.Quote(f.format), strings.Join(formatWords, ", "))
	}
	return nil
}

// report prints findings in catalogs, which cannot be used.
func (a *app) report(findings []diag.Diagnostic) error {
	if err := a.findings.write(a.stderr, findings); err != nil {
		return err
	}
	a.say(plural(len(findings), "finding") + ": nothing was done")
	return errUnusable
}

func (f *findingsForm) write(w io.Writer, findings []diag.Diagnostic) error {
	if f.format == "line" {
		return diag.WriteLines(w, findings)
	}
	if !f.all {
		findings = diag.Gather(findings)
	}
	files := map[string][]string{}
	form := diag.Form{Color: f.colors(w), Lines: func(file string) []string {
		lines, read := files[file]
		if !read {
			lines = load.Lines(file)
			files[file] = lines
		}
		return lines
	}}
	return form.Write(w, findings)
}

// colors reports whether to colour what is written to w: on a terminal, unless
// NO_COLOR is set (no-color.org) or the terminal cannot.
func (f *findingsForm) colors(w io.Writer) bool {
	if f.color != "auto" {
		return f.color == "always"
	}
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
