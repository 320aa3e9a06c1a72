package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// The exit statuses.
const (
	statusClean    = 0
	statusFindings = 1 // drift, or a change that breaks somebody
	statusUnusable = 2 // wrong usage, a catalog or an output folder that cannot be used
	statusFault    = 3 // of errgen itself
)

const issuesURL = "https://github.com/seed-1b9d9f04/errgen/issues"

// errFindings is the error of which all has been said.
var errFindings = errors.New("findings")

// usageError is a command line that cannot be understood.
type usageError struct {
	command string // of which the help tells how it is written
	err     error
}

// Error returns what is wrong with the usage.
func (e *usageError) Error() string { return e.err.Error() }

// usage is a check of flags, which is made before a command runs.
func usage(valid func() error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, _ []string) error {
		if err := valid(); err != nil {
			return &usageError{cmd.CommandPath(), err}
		}
		return nil
	}
}

// atMost is an argument check: no more than n.
func atMost(n int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > n {
			return &usageError{cmd.CommandPath(), fmt.Errorf("unexpected argument %s", diag.Quote(args[n]))}
		}
		return nil
	}
}

// fail says what is wrong, unless it has been said, and returns the exit status.
func (a *app) fail(err error) int {
	var f *gen.Fault
	var u *usageError
	switch {
	case err == nil, errors.Is(err, errFindings):
	case errors.As(err, &f):
		a.reportFault(f)
	default:
		a.say(err.Error())
		if errors.As(err, &u) {
			fmt.Fprintf(a.stderr, "Run '%s --help' for usage.\n", u.command)
		}
	}
	return statusOf(err)
}

// statusOf is the exit status for an error.
func statusOf(err error) int {
	var f *gen.Fault
	switch {
	case err == nil:
		return statusClean
	case errors.Is(err, errFindings):
		return statusFindings
	case errors.As(err, &f):
		return statusFault
	}
	return statusUnusable
}

// reportFault asks the user to report a fault of errgen.
func (a *app) reportFault(f *gen.Fault) {
	a.say("a fault of errgen: " + f.Error())
	fmt.Fprintf(a.stderr, "It is not yours. Please report it at %s\n"+
		"with the command line, the catalog if you may share it, and this line:\n    %s\n", issuesURL, versionLine())
	var p *gen.Panic
	if !errors.As(f, &p) {
		return
	}
	if a.trace {
		fmt.Fprint(a.stderr, printable(string(p.Stack)))
	} else {
		fmt.Fprintln(a.stderr, "With --trace, errgen shows where it happened; please add that too.")
	}
}

// say writes a message to standard error, each line after the command's name.
func (a *app) say(message string) {
	for line := range strings.SplitSeq(strings.TrimSpace(message), "\n") {
		fmt.Fprintf(a.stderr, "errgen: %s\n", diag.Escape(line))
	}
}

// printable is a text of several lines for the terminal: what it would act upon
// instead of showing, line ends and tabs excepted, is escaped.
func printable(text string) string {
	var b strings.Builder
	for len(text) > 0 {
		i := strings.IndexAny(text, "\n\t")
		if i < 0 {
			i = len(text)
		}
		b.WriteString(diag.Escape(text[:i]))
		if i < len(text) {
			b.WriteByte(text[i])
			i++
		}
		text = text[i:]
	}
	return b.String()
}
