package main

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
)

// family makes a command of several that does nothing by itself: it asks for one of them.
func family(cmd *cobra.Command, commands ...*cobra.Command) *cobra.Command {
	names := make([]string, len(commands))
	for i, c := range commands {
		names[i] = c.Name()
	}
	cmd.Args = cobra.NoArgs
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		return &usageError{cmd.CommandPath(), errors.New("say what to do: " + strings.Join(names, ", "))}
	}
	cmd.AddCommand(commands...)
	return cmd
}
