package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const about = `errgen reads catalogs: YAML files that write down the errors which an API
documents. From each it makes a Go package with the errors' types, constructors,
HTTP writer and response decoder, an OpenAPI document and a Markdown page.

Exit status: 0 all is well; 1 findings: what was generated is out of date, or a
change breaks somebody; 2 wrong usage, or a catalog or folder that cannot be
used; 3 a fault of errgen.
Results go to standard output, everything else to standard error.`

const examples = `  errgen generate --out generated ./spec
  errgen check --out generated ./spec`

// root builds the command with its subcommands.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "errgen",
		Short:         "Go errors, OpenAPI and documentation from a catalog of an API's errors",
		Long:          about,
		Example:       examples,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionLine(),
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			err := errors.New("no command given")
			if len(args) > 0 {
				err = notFound(cmd, args[0])
			}
			return &usageError{cmd.CommandPath(), err}
		},
	}
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("{{.Version}}\n")
	root.PersistentFlags().BoolVar(&a.trace, "trace", false, "show a stack trace if errgen itself fails")
	a.findings.flags(root)
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return &usageError{cmd.CommandPath(), err}
	})
	root.SetHelpCommand(a.help())
	root.AddCommand(a.init(), a.generate(), a.check(), a.breaking(), a.changelog(), a.lint(), a.decode(), a.fmt(), a.explain(), a.imports(), a.lsp(), a.openAPI(), a.messages(), a.schema(), a.version())
	refuseWithoutShell(root)
	return root
}

// refuseWithoutShell makes the library's completion command fail if it is not
// told the shell.
func refuseWithoutShell(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	if c, _, err := root.Find([]string{"completion"}); err == nil && c != root {
		c.Args = cobra.ArbitraryArgs
		c.RunE = func(cmd *cobra.Command, args []string) error {
			err := errors.New("say for which shell: bash, fish, powershell or zsh")
			if len(args) > 0 {
				err = notFound(cmd, args[0])
			}
			return &usageError{cmd.CommandPath(), err}
		}
	}
}

// notFound is the error for a subcommand that there is not.
func notFound(cmd *cobra.Command, name string) error {
	cmd.SuggestionsMinimumDistance = 2
	near := ""
	if s := cmd.SuggestionsFor(name); len(s) > 0 {
		near = "; did you mean " + strings.Join(s, " or ") + "?"
	}
	return fmt.Errorf("unknown command %s%s", diag.Quote(name), near)
}

// help is the help command. Unlike the library's own it fails for a command
// that there is not.
func (a *app) help() *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "Show how a command is used",
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			found, rest, err := root.Find(args)
			if err != nil || found == root && len(rest) > 0 {
				return &usageError{root.CommandPath(), notFound(root, args[0])}
			}
			found.InitDefaultHelpFlag()
			found.InitDefaultVersionFlag()
			return found.Help()
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range cmd.Root().Commands() {
				if len(args) == 0 && c.IsAvailableCommand() {
					names = append(names, c.Name()+"\t"+c.Short)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}
