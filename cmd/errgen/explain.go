package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// explain is the command that says what a diagnostic means.
func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Say what a finding means, with an example",
		Long: `Explain says what a finding in a catalog means and how to mend it, with a catalog
that has it and the same catalog mended. The code of a finding stands in brackets
after its message. Without a code it lists all codes.`,
		Example: `  errgen explain
  errgen explain unknown-key`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listCodes(a.stdout)
			}
			return explainCode(a.stdout, strings.Trim(args[0], "[]"))
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			for _, c := range diag.Codes() {
				if doc, ok := diag.Explain(c); ok && len(args) == 0 {
					names = append(names, string(c)+"\t"+doc.Summary)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// listCodes prints a line for each code.
func listCodes(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range diag.Codes() {
		doc, _ := diag.Explain(c)
		fmt.Fprintf(t, "%s\t%s\n", c, doc.Summary)
	}
	return t.Flush()
}

// explainCode prints the documentation of a code.
func explainCode(w io.Writer, code string) error {
	doc, ok := diag.Explain(diag.Code(code))
	if !ok {
		var known []string
		for _, c := range diag.Codes() {
			known = append(known, string(c))
		}
		return fmt.Errorf("there is no finding with the code %s; %s", diag.Quote(code),
			diag.DidYouMean(code, known, "run 'errgen explain' for the list"))
	}
	fmt.Fprintf(w, "%s: %s\n\n%s\n", doc.Code, doc.Summary, wrap(doc.Cause))
	for _, part := range []struct{ title, text string }{{"A catalog that has it", doc.Bad}, {"Mended", doc.Good}} {
		if part.text != "" {
			fmt.Fprintf(w, "\n%s:\n\n%s\n", part.title, indent(part.text))
		}
	}
	return nil
}

// wrap breaks a paragraph into lines of at most 80 columns.
func wrap(text string) string {
	var b strings.Builder
	column := 0
	for _, word := range strings.Fields(text) {
		n := utf8.RuneCountInString(word)
		switch {
		case column == 0:
		case column+1+n > 80:
			b.WriteByte('\n')
			column = 0
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(word)
		column += n
	}
	return b.String()
}

// indent puts four spaces before each line that is not empty.
func indent(text string) string {
	lines := strings.Split(strings.Trim(text, "\n"), "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = "    " + line
		}
	}
	return strings.Join(lines, "\n")
}
