package main

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/translation"
)

// messages is the command for translations.
func (a *app) messages() *cobra.Command {
	return family(&cobra.Command{
		Use:   "messages",
		Short: "Hold translations of the messages to the catalog",
		Long: `Messages holds files of translations, made from what "errgen generate --emit messages"
writes, to what the catalog says now.`,
	}, a.messagesCheck(), a.messagesAccept())
}

// translationCommand is one run of a command that reads files of translations.
type translationCommand struct {
	app *app
	failing
	catalogs []string
	only     []string
}

// flagCatalog adds the flag with the catalog.
func (d *translationCommand) flagCatalog(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&d.catalogs, "catalog", nil, "`PATH` of the catalog (default what errgen.yaml says, or else the folder spec, if there is one catalog)")
	d.app.findings.formatFlag(cmd)
	cmd.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"json", "arb", "toml"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

func (a *app) messagesCheck() *cobra.Command {
	d := &translationCommand{app: a}
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Say where translations are not what the catalog asks for",
		Long: `Check says which errors of a catalog have no translation, which translations are of no
error, which cannot be shown or show other values than the error has, and which are of
a text that has changed since. A FILE is of ICU messages (.json, .arb) or of go-i18n
(.toml).

The exit status is 1 if a finding is an error, or as bad as --fail says: a text that
has changed is a warning.`,
		Example: `  errgen messages check locales/*.json
  errgen messages check --catalog spec/shop.yaml --fail warning active.de.toml
  errgen explain message-stale`,
		Args:    cobra.MinimumNArgs(1),
		PreRunE: usage(d.valid),
		RunE:    a.reporting(d.runCheck),
	}
	d.flagCatalog(cmd)
	d.flag(cmd)
	return cmd
}

// runCheck compares, and says how much was found.
func (d *translationCommand) runCheck(args []string) (report.Report, error) {
	r := report.Report{Title: "Translations of the messages"}
	c, files, err := d.read(args)
	if err != nil {
		return r, err
	}
	for _, f := range files {
		r.Findings = append(r.Findings, translation.Check(f, c)...)
	}
	d.app.say(fmt.Sprintf("%s in %s", cmp.Or(counted(r.Findings, "other finding"), "no finding"), plural(len(files), "file")))
	r.Status = d.status(r.Findings)
	return r, nil
}

// read reads the one catalog and the files of translations.
func (d *translationCommand) read(args []string) (*model.Catalog, []*translation.File, error) {
	_, all, err := d.app.grouped(d.catalogs)
	if err != nil {
		return nil, nil, err
	}
	var catalogs []*model.Catalog
	for _, paths := range all {
		read, _, findings := d.app.readCatalogs(paths)
		if err := inCatalogs("", findings); err != nil {
			return nil, nil, err
		}
		catalogs = append(catalogs, read...)
	}
	if len(catalogs) != 1 {
		var names []string
		for _, c := range catalogs {
			names = append(names, diag.Quote(c.File))
		}
		return nil, nil, fmt.Errorf("say with --catalog of which catalog these are translations: there is %s", cmp.Or(strings.Join(names, ", "), "none"))
	}
	var files []*translation.File
	for _, name := range args {
		f, err := translation.Read(name)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, f)
	}
	return catalogs[0], files, nil
}

func (a *app) messagesAccept() *cobra.Command {
	d := &translationCommand{app: a}
	cmd := &cobra.Command{
		Use:   "accept FILE...",
		Short: "Take translations for those of what the catalog says now",
		Long: `Accept sets the hash of translations to that of the text that the catalog has now: they
have been compared, and fit. All else in the files stays as it is written.`,
		Example: `  errgen messages accept locales/de.json
  errgen messages accept --only OrderLocked locales/*.json`,
		Args: cobra.MinimumNArgs(1),
		RunE: a.reporting(d.runAccept),
	}
	d.flagCatalog(cmd)
	cmd.Flags().StringArrayVar(&d.only, "only", nil, "the `ERROR` whose translation is accepted, may be repeated (default all)")
	return cmd
}

// runAccept rewrites the files.
func (d *translationCommand) runAccept(args []string) (r report.Report, err error) {
	c, files, err := d.read(args)
	if err != nil {
		return r, err
	}
	var changed []gen.Rewriting
	for _, f := range files {
		accepted, err := translation.Accept(f, c, d.only)
		if err != nil {
			return r, err
		}
		if !bytes.Equal(f.Text, accepted) {
			changed = append(changed, gen.Rewriting{Path: f.Path, Old: f.Text, New: accepted})
			r.Text += "wrote " + diag.Escape(f.Path) + "\n"
		}
	}
	return r, gen.Rewrite(changed)
}
