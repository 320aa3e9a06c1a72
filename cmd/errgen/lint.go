package main

import (
	"cmp"
	"fmt"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// lintCommand is one run of the command that says what catalogs ought to be.
type lintCommand struct {
	app *app
	failing
	options lint.Options
	list    bool
	allow   bool // what is found now is allowed
	isSet   func(flag string) bool
}

// lint is the command that judges catalogs.
func (a *app) lint() *cobra.Command {
	l := &lintCommand{app: a}
	cmd := &cobra.Command{
		Use:   "lint [PATH...]",
		Short: "Say what in the catalogs harms clients, servers or people",
		Long: `Lint says what a catalog ought to be and is not, though it can be used: errors that
clients cannot tell apart, data that does not arrive, what gives secrets away, what
standards of HTTP ask for. "errgen explain" says more about a rule, --list names all.

A catalog allows a rule, with the reason, where it need not be kept: allow: {RULE:
why}. With --allow-existing that is written into the catalogs for all findings that
are errors, or as bad as --fail says, so that only new ones fail from then on. The
exit status is 1 if a finding is an error, or as bad as --fail says. Without a PATH the
catalogs are those of the configuration, or of the folder spec.`,
		Example: `  errgen lint
  errgen lint --fail warning ./spec
  errgen explain text-only-identity`,
		Args:    cobra.ArbitraryArgs,
		PreRunE: usage(l.valid),
		RunE: func(cmd *cobra.Command, args []string) error {
			if l.list {
				return l.listRules()
			}
			return a.reporting(l.run)(cmd, args)
		},
	}
	l.isSet = cmd.Flags().Changed
	l.flag(cmd)
	a.findings.formatFlag(cmd)
	cmd.Flags().IntVar(&l.options.Set, "rules", 1, fmt.Sprintf("the `version` of the set of rules, 1 to %d", lint.NewestSet))
	cmd.Flags().BoolVar(&l.list, "list", false, "list the rules, with their levels")
	cmd.Flags().BoolVar(&l.allow, "allow-existing", false, "write allowances for what fails today into the catalogs")
	cmd.MarkFlagsMutuallyExclusive("list", "allow-existing")
	return cmd
}

// valid checks the flags' values.
func (l *lintCommand) valid() error {
	if l.options.Set < 1 || l.options.Set > lint.NewestSet {
		return fmt.Errorf("--rules %d: there is no such set of rules, but 1 to %d", l.options.Set, lint.NewestSet)
	}
	return l.failing.valid()
}

// listRules prints a line for each rule.
func (l *lintCommand) listRules() error {
	t := tabwriter.NewWriter(l.app.stdout, 0, 0, 2, ' ', 0)
	for _, r := range lint.Rules() {
		x, _ := lint.Explain(r)
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", r, x.Level, x.Group, x.Summary)
	}
	return t.Flush()
}

// run judges the catalogs, and says how much was found.
func (l *lintCommand) run(args []string) (report.Report, error) {
	r := report.Report{Title: "What the catalogs ought to be"}
	inputs, err := l.inputs(args)
	if err != nil {
		return r, err
	}
	if l.allow {
		return r, l.allowExisting(inputs)
	}
	r.Findings = lint.Check(inputs, l.options)
	l.app.say(fmt.Sprintf("%s in %s", cmp.Or(counted(r.Findings, "other finding"), "no finding"), plural(len(inputs), "catalog")))
	r.Status = l.status(r.Findings)
	return r, nil
}

// inputs are the catalogs at paths, or those of each target of the configuration, of
// which it takes what it says of rules. If something was found in any, the error is it.
func (l *lintCommand) inputs(args []string) ([]lint.Input, error) {
	settings, all, err := l.app.grouped(args)
	if err != nil {
		return nil, err
	}
	l.configure(settings.Lint)
	var inputs []lint.Input
	for _, paths := range all {
		files, read := l.app.readFiles(paths)
		for _, s := range read.sides(files) {
			i := slices.IndexFunc(files, func(f *load.File) bool { return f.Path == s.Catalog.File })
			inputs = append(inputs, lint.Input{Catalog: s.Catalog, File: files[i]})
		}
		if err := inCatalogs("", read.findings); err != nil {
			return nil, err
		}
	}
	return inputs, nil
}

// configure takes what the configuration says and no flag does.
func (l *lintCommand) configure(c config.Lint) {
	if c.Rules > 0 && !l.isSet("rules") {
		l.options.Set = c.Rules
	}
	if c.Fail != "" && !l.isSet("fail") {
		l.least = c.Fail
	}
	l.options.Off = c.Off
	l.options.Levels = map[lint.Rule]report.Level{}
	for rule, word := range c.Levels {
		if level, ok := levelNamed(word); ok {
			l.options.Levels[lint.Rule(rule)] = level
		} else {
			l.options.Off = append(l.options.Off, rule)
		}
	}
}
