package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// changelog is the command that writes what has changed for people.
func (a *app) changelog() *cobra.Command {
	c := &comparing{app: a}
	cmd := &cobra.Command{
		Use:   "changelog [PATH...]",
		Short: "Write what has changed in the catalogs, as Markdown",
		Long: `Changelog compares the catalogs with an earlier generation of them as "errgen
breaking" does, and writes all that has changed as Markdown for people: for a
release's notes or a pull request. At its end stands which version the change
asks for. The exit status is 0 whatever has changed.`,
		Example: `  errgen changelog --against v1.2.0`,
		Args:    cobra.ArbitraryArgs,
		PreRunE: usage(c.valid),
		RunE: func(_ *cobra.Command, args []string) error {
			changes, err := c.compare(args)
			if err == nil {
				writeChangelog(a.stdout, c.against, changes)
			}
			return err
		},
	}
	c.flags(cmd)
	return cmd
}

// headings are the sections of a catalog's changes, by their levels.
var headings = map[breaking.Level]string{breaking.Error: "Breaks", breaking.Warning: "May break", breaking.Info: "Other changes"}

// writeChangelog writes changes as Markdown, those of each catalog together.
func writeChangelog(w io.Writer, against string, changes []breaking.Change) {
	fmt.Fprintf(w, "# Changes since %s\n", code(against))
	var catalogs []*model.Catalog
	for _, c := range changes {
		if !slices.Contains(catalogs, c.Catalog) {
			catalogs = append(catalogs, c.Catalog)
		}
	}
	slices.SortStableFunc(catalogs, func(a, b *model.Catalog) int { return strings.Compare(a.Package, b.Package) })
	for _, catalog := range catalogs {
		fmt.Fprintf(w, "\n## %s\n", code(catalog.Package))
		of := slices.DeleteFunc(slices.Clone(changes), func(c breaking.Change) bool { return c.Catalog != catalog })
		for _, level := range breaking.Levels() {
			writeSection(w, level, slices.DeleteFunc(slices.Clone(of), func(c breaking.Change) bool { return c.Level != level }))
		}
	}
	fmt.Fprintf(w, "\n%s\n", breaking.Version(changes))
}

// writeSection writes the changes of one level, if there are any.
func writeSection(w io.Writer, level breaking.Level, changes []breaking.Change) {
	if len(changes) == 0 {
		return
	}
	fmt.Fprintf(w, "\n### %s\n\n", headings[level])
	for _, group := range gathered(changes) {
		c := group[0]
		var subjects []string
		for _, other := range group {
			subjects = append(subjects, "**"+plain(other.Subject)+"**")
		}
		message := c.Message
		if len(group) > 1 {
			message = strings.ReplaceAll(message, c.Subject, "them")
		}
		fmt.Fprintf(w, "- %s: %s", strings.Join(subjects, ", "), plain(message))
		switch {
		case c.Response != "": // the message says as what it is read
		case c.Before != "" && c.After != "":
			fmt.Fprintf(w, ": %s, now %s", code(c.Before), code(c.After))
		case c.Before != "":
			fmt.Fprintf(w, ": %s", code(c.Before))
		case c.After != "":
			fmt.Fprintf(w, ": %s", code(c.After))
		}
		fmt.Fprintln(w, ".")
	}
}

// code is a text as Markdown shows it, on one line.
func code(text string) string {
	text = oneLine(text)
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if fence != "`" {
		return fence + " " + text + " " + fence
	}
	return fence + text + fence
}

// plain is a text that Markdown shows as it is, but for what stands between backquotes.
func plain(text string) string {
	parts := strings.Split(oneLine(text), "`")
	for i := 0; i < len(parts); i += 2 {
		parts[i] = marks.Replace(parts[i])
	}
	return strings.Join(parts, "`")
}

// marks are what Markdown would act upon.
var marks = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "&", `\&`)

// oneLine is a text without line ends, bounded.
func oneLine(text string) string {
	const most = 500
	text = strings.Join(strings.Fields(printable(text)), " ")
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "..."
	}
	return text
}
