package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/spec"
)

// schemas are the JSON Schemas that are printed, by their names; that of catalogs first.
var schemas = []struct {
	name string
	text []byte
}{
	{"catalog", spec.Schema},
	{"config", spec.ConfigSchema},
	{"findings", spec.FindingsSchema},
	{"site", spec.SiteSchema},
}

// schema is the command that prints a JSON Schema.
func (a *app) schema() *cobra.Command {
	var names []string
	for _, s := range schemas {
		names = append(names, s.name)
	}
	return &cobra.Command{
		Use:   "schema [" + strings.Join(names, "|") + "]",
		Short: "Print the JSON Schema of catalogs, of the configuration, or of what errgen writes",
		Long: `Schema prints a JSON Schema (2020-12): that of the catalog language, with the
argument config that of errgen.yaml, with findings that of what commands write with
--format json, or with site that of the errors.json of a reference site. An editor with a YAML language server uses the first two for
completion, hover texts and checks if a file begins with a comment that names the
schema:

    # yaml-language-server: $schema=errgen.schema.json`,
		Example: `  errgen schema > spec/errgen.schema.json
  errgen schema config > errgen-config.schema.json
  errgen schema findings`,
		Args:      atMost(1),
		ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			args = append(args, names[0])
			i := slices.Index(names, args[0])
			if i < 0 {
				return &usageError{cmd.CommandPath(), fmt.Errorf("there is no schema %s: there is %s", diag.Quote(args[0]), strings.Join(names, ", "))}
			}
			_, err := a.stdout.Write(schemas[i].text)
			return err
		},
	}
}
