package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const failNever = "none"

// failing is from which level on findings make the exit status 1.
type failing struct{ least string }

// failWords are the levels, the worst first, and none.
func failWords() []string {
	var words []string
	for _, l := range report.Levels() {
		words = append(words, l.String())
	}
	return append(words, failNever)
}

// flag adds the flag to a command.
func (f *failing) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.least, "fail", report.Error.String(), "the `level` from which on the exit status is 1: "+strings.Join(failWords(), ", "))
	cmd.RegisterFlagCompletionFunc("fail", cobra.FixedCompletions(failWords(), cobra.ShellCompDirectiveNoFileComp))
}

// valid checks the flag's value.
func (f *failing) valid() error {
	if !slices.Contains(failWords(), f.least) {
		return fmt.Errorf("--fail %s: there is %s", diag.Quote(f.least), strings.Join(failWords(), ", "))
	}
	return nil
}

// status is the exit status for findings.
func (f *failing) status(findings []report.Finding) int {
	least, ok := levelNamed(f.least)
	if ok && slices.ContainsFunc(findings, func(found report.Finding) bool { return found.Level >= least }) {
		return statusFindings
	}
	return statusClean
}

// levelNamed is the level of a name; it is not ok if there is none of it.
func levelNamed(name string) (report.Level, bool) {
	for _, l := range report.Levels() {
		if l.String() == name {
			return l, true
		}
	}
	return 0, false
}

// counted are the numbers of findings of each level in words, "" if there are none.
// info is what those of the lowest level are called.
func counted(findings []report.Finding, info string) string {
	counts := map[report.Level]int{}
	for _, f := range findings {
		counts[f.Level]++
	}
	var said []string
	for _, l := range report.Levels() {
		name := l.String()
		if l == report.Info {
			name = info
		}
		if counts[l] > 0 {
			said = append(said, plural(counts[l], name))
		}
	}
	return strings.Join(said, ", ")
}

// plural is a number of things.
func plural(n int, name string) string {
	if n == 1 {
		return "1 " + name
	}
	return fmt.Sprintf("%d %ss", n, name)
}
