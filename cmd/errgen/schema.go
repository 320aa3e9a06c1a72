package main

import (
	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/spec"
)

// schema is the command that prints the JSON Schema of the catalog language.
func (a *app) schema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of catalogs, for editors",
		Long: `Schema prints the JSON Schema (2020-12) of the catalog language. An editor with a
YAML language server uses it for completion, hover texts and checks if a catalog
begins with a comment that names the file:

    # yaml-language-server: $schema=errgen.schema.json`,
		Example: `  errgen schema > spec/errgen.schema.json`,
		Args:    atMost(0),
		RunE: func(*cobra.Command, []string) error {
			_, err := a.stdout.Write(spec.Schema)
			return err
		},
	}
}
