package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/config"
	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/lsp"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// lsp is the command that editors start.
func (a *app) lsp() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lsp",
		Short: "Serve an editor: findings as one types, completion, names",
		Long: `Lsp is a language server: editors start it, and speak the Language Server Protocol
with it over standard input and output. It tells what "errgen check" and "errgen lint"
would find in the catalogs as they are in the editor, completes keys and names, shows
what they mean and what response an entry is, finds and renames what is declared,
mends findings, and lays catalogs out. docs/editors.md says how editors are set up.`,
		Example: `  errgen lsp`,
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return lsp.Serve(context.Background(), stdio{cmd.InOrStdin(), a.stdout.w}, lsp.Options{
				Version: versionLine(), Rules: a.lintRules, Configuration: a.checkConfig, Log: a.stderr,
			})
		},
	}
	cmd.Flags().Bool("stdio", true, "over standard input and output, as always")
	_ = cmd.Flags().MarkHidden("stdio") // clients say so of themselves
	return cmd
}

// lintRules are the rules of the linter as the configuration has them now; those that
// errgen has by itself if something is wrong with it.
func (a *app) lintRules() lint.Options {
	l := &lintCommand{app: a, isSet: func(string) bool { return false }}
	if c, err := a.config(); err == nil {
		l.configure(c.Lint)
	}
	return l.options
}

// checkConfig finds what is wrong with a text of the configuration.
func (a *app) checkConfig(name string, text []byte) []report.Finding {
	var l diag.List
	config.Parse(a.known(), name, text, &l)
	return report.InCatalogs("", l.Sorted())
}

// stdio is standard input and output as one stream.
type stdio struct {
	io.Reader
	io.Writer
}

// Close closes standard input, so that nothing waits for it any more.
func (s stdio) Close() error {
	if c, ok := s.Reader.(io.Closer); ok {
		return c.Close()
	}
	return errors.ErrUnsupported
}
