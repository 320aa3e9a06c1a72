package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	textFormat   = "text"
	jsonFormat   = "json"
	githubFormat = "github"
	failNever    = "none"
)

// formats are how changes are printed.
var formats = []string{textFormat, jsonFormat, githubFormat}

// breakingCommand is one run of the command that says who breaks.
type breakingCommand struct {
	comparing
	fail, format string
	least        int // the level from which on it fails
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
Without a PATH the catalogs are those of the folder spec.`,
		Example: `  errgen breaking --against origin/main
  errgen breaking --against v1.2.0:api/spec --fail warning ./spec
  errgen explain error-misread`,
		Args:    cobra.ArbitraryArgs,
		PreRunE: usage(b.valid),
		RunE:    func(_ *cobra.Command, args []string) error { return b.run(args) },
	}
	levels := append(levelNames(), failNever)
	b.flags(cmd)
	cmd.Flags().StringVar(&b.fail, "fail", breaking.Error.String(), "the `level` from which on the exit status is 1: "+strings.Join(levels, ", "))
	cmd.Flags().StringVar(&b.format, "format", textFormat, "how changes are printed: "+strings.Join(formats, ", "))
	cmd.RegisterFlagCompletionFunc("fail", cobra.FixedCompletions(levels, cobra.ShellCompDirectiveNoFileComp))
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// levelNames are the names of the levels, the worst first.
func levelNames() []string {
	var names []string
	for _, l := range breaking.Levels() {
		names = append(names, l.String())
	}
	return names
}

// valid checks the flags' values.
func (b *breakingCommand) valid() error {
	if err := b.comparing.valid(); err != nil {
		return err
	}
	if !slices.Contains(formats, b.format) {
		return fmt.Errorf("--format %s: there is %s", diag.Quote(b.format), strings.Join(formats, ", "))
	}
	i := slices.Index(levelNames(), b.fail)
	if i < 0 && b.fail != failNever {
		return fmt.Errorf("--fail %s: there is %s, %s", diag.Quote(b.fail), strings.Join(levelNames(), ", "), failNever)
	}
	b.least = len(breaking.Levels())
	if i >= 0 {
		b.least = int(breaking.Levels()[i])
	}
	return nil
}

// run compares, and prints what has changed.
func (b *breakingCommand) run(args []string) error {
	changes, err := b.compare(args)
	if err != nil {
		return err
	}
	if err := b.print(changes); err != nil {
		return err
	}
	return b.verdict(changes)
}

// verdict says how many changes there are, and whether they are too bad.
func (b *breakingCommand) verdict(changes []breaking.Change) error {
	counts := map[breaking.Level]int{}
	bad := false
	for _, c := range changes {
		counts[c.Level]++
		bad = bad || int(c.Level) >= b.least
	}
	var said []string
	for _, l := range breaking.Levels() {
		if n := counts[l]; n > 0 {
			said = append(said, plural(n, map[breaking.Level]string{breaking.Info: "other change"}[l], l.String()))
		}
	}
	if len(said) == 0 {
		said = []string{"no change"}
	}
	b.app.say(fmt.Sprintf("%s since %s in %s", strings.Join(said, ", "), diag.Quote(b.against), plural(b.catalogs, "catalog")))
	if bad {
		return errFindings
	}
	return nil
}

// plural is a number of things; the first name that is not empty.
func plural(n int, names ...string) string {
	i := slices.IndexFunc(names, func(s string) bool { return s != "" })
	if n == 1 {
		return "1 " + names[i]
	}
	return fmt.Sprintf("%d %ss", n, names[i])
}
