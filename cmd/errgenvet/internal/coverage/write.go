package coverage

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// Formats are the forms in which a report is written.
var Formats = map[string]func(*Report, io.Writer) error{"text": text, "markdown": markdown, "json": asJSON}

func asJSON(r *Report, w io.Writer) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
}

// text is a report for a terminal: a paragraph for each operation, then what is wrong
// with the catalog as a whole.
func text(r *Report, w io.Writer) error {
	var b strings.Builder
	out := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for i, c := range r.Catalogs {
		if i > 0 {
			fmt.Fprintln(out)
		}
		fmt.Fprintln(out, c.Package)
		if len(c.Operations) == 0 {
			fmt.Fprintln(out, "\nThe catalog lists no operations.")
		}
		for _, o := range c.Operations {
			fmt.Fprintf(out, "\n%s\n", strings.TrimSpace(o.Name+"  "+strings.TrimSpace(o.Method+" "+o.Path)))
			for _, e := range o.Errors {
				fmt.Fprintf(out, "  %s\t%s\t%s\n", e.Name, e.State, places(e))
			}
			if len(o.Handlers) == 0 {
				fmt.Fprintln(out, "  no handler of it was found")
			}
		}
		if len(c.Common) > 0 {
			fmt.Fprint(out, "\nevery operation\n")
			for _, e := range c.Common {
				fmt.Fprintf(out, "  %s\t%s\t%s\n", e.Name, e.State, places(e))
			}
		}
		for _, line := range remarks(c) {
			fmt.Fprintf(out, "\n%s\n", line)
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	for line := range strings.Lines(b.String()) { // columns that are empty leave spaces
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " \n")); err != nil {
			return err
		}
	}
	return nil
}

// everywhere stands for the whole program where an error is common to all operations.
var everywhere = Operation{Handlers: []string{"the program"}}

// state says in a few words what is so of an error of an operation.
func (r *Report) state(e Error, o Operation) string {
	switch {
	case len(e.Raised) == 0 && e.Fallback:
		return "the fallback"
	case len(e.Raised) == 0 && len(e.Beside) == 0 && o.Open:
		return "not seen"
	case len(e.Raised) == 0 && len(e.Beside) == 0:
		return "not raised"
	}
	state := "raised"
	if r.Profile {
		state = "untested"
		if e.Tested {
			state = "tested"
		}
	}
	if len(e.Raised) == 0 {
		state += " elsewhere"
	}
	if !e.Listed {
		state += ", not listed"
	}
	return state
}

// places are the places where an error is raised, the first three of them.
func places(e Error) string {
	all := e.Raised
	if len(all) == 0 {
		all = e.Beside
	}
	if len(all) > 3 {
		return fmt.Sprintf("%s and %d more", strings.Join(all[:3], ", "), len(all)-3)
	}
	return strings.Join(all, ", ")
}

// remarks are what is to be said of a catalog as a whole.
func remarks(c Catalog) (lines []string) {
	if len(c.Unraised) > 0 {
		lines = append(lines, "Nothing raises "+strings.Join(c.Unraised, ", ")+".")
	}
	for _, e := range c.Unlisted {
		lines = append(lines, fmt.Sprintf("No operation lists %s, which is raised at %s.", e.Name, places(e)))
	}
	return lines
}

// markdown is a report as a page: a table of errors by operations for each catalog.
func markdown(r *Report, w io.Writer) error {
	var b strings.Builder
	for i, c := range r.Catalogs {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "# %s\n\n", c.Package)
		table(&b, c)
		for _, line := range remarks(c) {
			fmt.Fprintf(&b, "\n%s\n", line)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// table writes the matrix of a catalog; an empty cell is an error that the operation
// neither lists nor raises.
func table(b *strings.Builder, c Catalog) {
	if len(c.Operations) == 0 {
		b.WriteString("The catalog lists no operations.\n")
		return
	}
	columns, names := []map[string]Error{}, []string{}
	note := func(errs []Error) {
		column := map[string]Error{}
		for _, e := range errs {
			column[e.Name] = e
			if !slices.Contains(names, e.Name) {
				names = append(names, e.Name)
			}
		}
		columns = append(columns, column)
	}
	b.WriteString("|")
	for _, o := range c.Operations {
		note(o.Errors)
		fmt.Fprintf(b, " | %s", o.Name)
	}
	note(c.Common)
	fmt.Fprintf(b, " | every operation |\n| --- |%s\n", strings.Repeat(" --- |", len(columns)))
	for _, name := range names {
		fmt.Fprintf(b, "| %s |", name)
		for _, column := range columns {
			fmt.Fprintf(b, " %s |", column[name].State)
		}
		b.WriteString("\n")
	}
}
