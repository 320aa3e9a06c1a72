package main

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/apidoc"
	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/translation"
)

// explain is the command that says what a diagnostic means.
func (a *app) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Say what a finding means, with an example",
		Long: `Explain says what a finding in a catalog means and how to mend it, with a catalog
that has it and the same catalog mended; what a change means of which "errgen
breaking" tells, with a catalog before and after it; a rule of "errgen lint",
"errgen openapi check" or "errgen messages check"; or what "errgen check" has found. The code of a finding stands in brackets after its message. Without a code
it lists all codes.`,
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
			for _, t := range topics() {
				if len(args) == 0 {
					names = append(names, t.code+"\t"+t.summary)
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// topic is something that is explained: a finding or a rule of a command.
type topic struct {
	code, summary, cause string
	facts                string // "Level: error. Sources: ..."; "" if there are none
	examples             []example
}

// example is a catalog that is shown.
type example struct{ title, text string }

// topics are all there are, first the findings, then the rules, each in order.
func topics() []topic {
	var all []topic
	for _, c := range diag.Codes() {
		d, _ := diag.Explain(c)
		all = append(all, topic{string(c), d.Summary, d.Cause, "", []example{{"A catalog that has it", d.Bad}, {"Mended", d.Good}}})
	}
	for _, r := range breaking.Rules() {
		x, _ := breaking.Explain(r)
		all = append(all, topic{string(r), x.Summary, x.Cause, "", []example{{"Before the change", x.Before}, {"After it", x.After}}})
	}
	for _, r := range lint.Rules() {
		x, _ := lint.Explain(r)
		facts := fmt.Sprintf("Level: %s. Group: %s. Sources: %s", x.Level, x.Group, x.Sources)
		all = append(all, topic{string(r), x.Summary, x.Cause, facts, []example{{"A catalog that has it", x.Bad}, {"Mended", x.Good}}})
	}
	for _, r := range apidoc.Rules() {
		x := apidoc.Explain(r)
		all = append(all, topic{string(r), x.Summary, x.Cause, fmt.Sprintf("Level: %s.", x.Level), []example{{"A document that has it", x.Bad}, {"Mended", x.Good}}})
	}
	for _, r := range translation.Rules() {
		x := translation.Explain(r)
		all = append(all, topic{string(r), x.Summary, x.Cause, fmt.Sprintf("Level: %s.", x.Level), []example{{"A file of translations that has it", x.Bad}, {"Mended", x.Good}}})
	}
	for _, d := range drifts {
		all = append(all, topic{code: d.rule, summary: d.message, cause: d.cause + " What to do: " + d.remedy + "."})
	}
	return all
}

// manualURL is where the pages of the manual are, of which explanations name places.
const manualURL = "https://github.com/seed-1b9d9f04/errgen/blob/main/docs/"

// explanation is what a document for machines says of a rule.
func explanation(rule string) (report.Explanation, bool) {
	all := topics()
	i := slices.IndexFunc(all, func(t topic) bool { return t.code == rule })
	if i < 0 {
		return report.Explanation{}, false
	}
	help := strings.TrimSpace(all[i].cause + "\n\n" + all[i].facts)
	for _, e := range all[i].examples {
		if e.text != "" {
			help += "\n\n" + e.title + ":\n\n" + indent(e.text)
		}
	}
	return report.Explanation{Summary: all[i].summary, Help: strings.ReplaceAll(help, "](spec.md", "]("+manualURL+"spec.md")}, true
}

// listCodes prints a line for each code.
func listCodes(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, topic := range topics() {
		fmt.Fprintf(t, "%s\t%s\n", topic.code, topic.summary)
	}
	return t.Flush()
}

// explainCode prints what there is to say of a code.
func explainCode(w io.Writer, code string) error {
	all := topics()
	i := slices.IndexFunc(all, func(t topic) bool { return t.code == code })
	if i < 0 {
		var known []string
		for _, t := range all {
			known = append(known, t.code)
		}
		return fmt.Errorf("there is no finding with the code %s; %s", diag.Quote(code),
			diag.DidYouMean(code, known, "run 'errgen explain' for the list"))
	}
	fmt.Fprintf(w, "%s: %s\n\n%s\n", all[i].code, all[i].summary, wrap(all[i].cause))
	if all[i].facts != "" {
		fmt.Fprintf(w, "\n%s\n", wrap(links.ReplaceAllString(all[i].facts, "$1 <$2>")))
	}
	for _, part := range all[i].examples {
		if part.text != "" {
			fmt.Fprintf(w, "\n%s:\n\n%s\n", part.title, indent(part.text))
		}
	}
	return nil
}

// links are Markdown's.
var links = regexp.MustCompile(`\[([^\]]*)\]\(([^)]*)\)`)

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
