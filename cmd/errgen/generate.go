package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// generate is the command that writes.
func (a *app) generate() *cobra.Command {
	in := &inputs{app: a}
	watching := false
	cmd := &cobra.Command{
		Use:   "generate [PATH...]",
		Short: "Write what the catalogs make",
		Long: `Generate reads the catalogs and writes what they make to the output folder, in
one folder for each catalog, named for its package. A PATH is a catalog, a
folder of them, or FOLDER/... for the folder with all folders in it; without a
PATH it is what errgen.yaml says, or else the folder spec. YAML files of a folder
that do not have the key errgen are passed over.

It prints a line for each file that it writes or removes, one for the engine that
all packages share, one for the site, and touches no file that is already as it
should be. Files that the catalogs do not make any more are removed, and so are
packages that no catalog declares any more, neither where a PATH is nor elsewhere
in the repository (or Go module). A file that does not begin with errgen's header
is never overwritten or removed. If anything is wrong with a catalog, no file is
changed.

With --watch it does all that again whenever a catalog, a file that one includes or
errgen.yaml changes, until it is interrupted. What is wrong is said, and what was
generated before stays.`,
		Example: `  errgen generate
  errgen generate --out generated ./spec
  errgen generate ./services/...
  errgen generate --emit openapi --out docs/api spec/shop.yaml`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if watching {
				return in.watch(args)
			}
			return a.reporting(func(args []string) (report.Report, error) {
				_, err := in.generate(args)
				return report.Report{}, err
			})(cmd, args)
		},
	}
	in.flags(cmd)
	cmd.Flags().BoolVar(&watching, "watch", false, "go on, and generate again when the catalogs change")
	cmd.PreRunE = usage(func() error {
		if watching && a.findings.forMachines() {
			return fmt.Errorf("--watch shows findings to people: leave --format %s out", a.findings.format)
		}
		return in.valid()
	})
	return cmd
}

// printChanges prints a line for each file, and one for all of the engine.
func (a *app) printChanges(changes []gen.Change) {
	w := io.Writer(a.stdout)
	if a.findings.forMachines() {
		w = a.stderr
	}
	last := ""
	for _, c := range changes {
		verb, name := "wrote", c.Path
		if c.Removed {
			verb = "removed"
		}
		name = shownOnce(name)
		if line := verb + " " + diag.Escape(name); line != last {
			fmt.Fprintln(w, line)
			last = line
		}
	}
}

// shownOnce is the path of a file, or of the folder for one of the many of an engine or
// of the site.
func shownOnce(name string) string {
	for dir := filepath.Dir(name); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		for _, shared := range []string{gen.EngineDir, gen.TypeScriptEngineDir, gen.SiteDir} {
			if slashed := filepath.ToSlash(dir); slashed == shared || strings.HasSuffix(slashed, "/"+shared) {
				return dir
			}
		}
	}
	return name
}
