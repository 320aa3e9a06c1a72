package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// print prints answers.
func (d *decodeCommand) print(answers []answer) error {
	if d.format == string(report.JSON) {
		return d.printJSON(answers)
	}
	for i, a := range answers {
		if len(answers) > 1 {
			fmt.Fprintf(d.app.stdout, "%s%s\n\n", strings.Repeat("\n", min(i, 1)), diag.Escape(a.at()))
		}
		if len(a.errors) == 0 {
			fmt.Fprintln(d.app.stdout, "no error")
		}
		for k, e := range a.errors {
			if k > 0 {
				fmt.Fprintln(d.app.stdout)
			}
			d.printError(a.catalog, e, "")
		}
		d.printBeside(a)
	}
	return nil
}

// printBeside prints what is said of the response as a whole.
func (d *decodeCommand) printBeside(a answer) {
	for _, x := range a.differences {
		d.row("", "differs", place(x.At)+" is "+x.Got+", documented "+x.Want)
	}
	if !d.why {
		return
	}
	fmt.Fprintln(d.app.stdout, "\nwhy:")
	for _, r := range a.reasons {
		of := ""
		if r.Item > 0 {
			of = fmt.Sprintf("element %d: ", r.Item)
		}
		for _, n := range r.Within {
			of += fmt.Sprintf("error %d within: ", n)
		}
		fmt.Fprintf(d.app.stdout, "  %2d  %s%s\n", r.Step, of, diag.Escape(r.Text))
		if r.Otherwise != "" {
			fmt.Fprintf(d.app.stdout, "      otherwise if: %s\n", diag.Escape(r.Otherwise))
		}
	}
}

// place is the place of a difference in words.
func place(at string) string {
	if name, ok := strings.CutPrefix(at, "header:"); ok {
		return "header " + name
	}
	if at == "" {
		return "the body"
	}
	return at
}

// row prints one thing that there is to say of an error, if there is.
func (d *decodeCommand) row(indent, what, text string) {
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if i > 0 {
			what = ""
		}
		if text != "" {
			fmt.Fprintf(d.app.stdout, "%s  %-8s  %s\n", indent, what, diag.Escape(line))
		}
	}
}

// printError prints one error, and those within it.
func (d *decodeCommand) printError(c *model.Catalog, e replay.Decoded, indent string) {
	fmt.Fprintf(d.app.stdout, "%s%s\n", indent, diag.Escape(d.title(c, e)))
	d.row(indent, "says", e.Text)
	if entry := e.Outcome.Entry; entry != nil {
		d.row(indent, "kind of", strings.Join(ancestors(entry), ", "))
		d.row(indent, "code", e.Code)
		for _, p := range entry.Params {
			if v, ok := e.Params[p.Name]; ok {
				d.row(indent, "param", p.Name+" = "+string(v.AppendJSON(nil)))
			} else if p.Required() {
				d.row(indent, "param", p.Name+" is not found")
			}
		}
		d.row(indent, "means", entry.Description)
		d.row(indent, "do", entry.Remedy)
		d.row(indent, "docs", entry.DocURL)
		if entry.Retryable {
			d.row(indent, "retry", "the same request may succeed later")
		}
		if entry.Deprecated != nil {
			d.row(indent, "", model.Sentences(entry.Deprecated, "Deprecated", func(s string) string { return s }, func(e *model.Entry) string { return e.Name }))
		}
	} else {
		d.row(indent, "code", e.Code)
	}
	for _, inner := range e.Within {
		d.printError(c, inner, indent+"    ")
	}
}

// title is the entry with its place, or what it is instead of one.
func (d *decodeCommand) title(c *model.Catalog, e replay.Decoded) string {
	switch e.Outcome.Kind {
	case model.UnknownOutcome:
		return fmt.Sprintf("unlisted: an error in the format of %s that is none of its entries", c.File)
	case model.UnexpectedOutcome:
		return "unexpected: it has the format of no catalog"
	}
	return fmt.Sprintf("%s (%s)", e.Outcome.Entry.Name, d.places[c.File][e.Outcome.Entry.Name])
}

// ancestors are the names of an entry's ancestors, the nearest first.
func ancestors(e *model.Entry) (names []string) {
	for a := e.Parent; a != nil; a = a.Parent {
		names = append(names, a.Name)
	}
	return names
}

// answerJSON is what a response is, as JSON.
type answerJSON struct {
	Line        int                `json:"line,omitempty"`
	Entry       int                `json:"entry,omitempty"`
	Request     string             `json:"request,omitempty"`
	Status      int                `json:"status,omitempty"`
	Close       int                `json:"close,omitempty"`
	Reason      string             `json:"reason,omitempty"`
	Result      string             `json:"result"`
	Catalog     string             `json:"catalog"`
	Errors      []errorJSON        `json:"errors"`
	Differences []proof.Difference `json:"differences,omitempty"`
	Why         []reasonJSON       `json:"why,omitempty"`
}

// errorJSON is an error, as JSON.
type errorJSON struct {
	Result      string                     `json:"result"`
	Name        string                     `json:"name,omitempty"`
	Ancestors   []string                   `json:"ancestors,omitempty"`
	Code        string                     `json:"code,omitempty"`
	Text        string                     `json:"text,omitempty"`
	Params      map[string]json.RawMessage `json:"params,omitempty"`
	Complete    bool                       `json:"complete"`
	Description string                     `json:"description,omitempty"`
	Remedy      string                     `json:"remedy,omitempty"`
	Docs        string                     `json:"docs,omitempty"`
	Retryable   bool                       `json:"retryable,omitempty"`
	File        string                     `json:"file,omitempty"`
	Row         int                        `json:"line,omitempty"`
	Within      []errorJSON                `json:"within,omitempty"`
}

// reasonJSON is a step of decoding, as JSON.
type reasonJSON struct {
	Step      int    `json:"step"`
	Item      int    `json:"item,omitempty"`
	Within    []int  `json:"within,omitempty"`
	Text      string `json:"text"`
	Otherwise string `json:"otherwise,omitempty"`
}

// resultWords name what is known of a response, in the order of the constants.
var resultWords = []string{"none", "unexpected", "unlisted", "entry"}

// printJSON prints one object with all responses.
func (d *decodeCommand) printJSON(answers []answer) error {
	all := struct {
		Responses []answerJSON `json:"responses"`
	}{[]answerJSON{}}
	for _, a := range answers {
		x := answerJSON{
			a.response.Line, a.response.Entry, a.response.Request, a.response.Status, a.close, a.reason,
			resultWords[a.known()], a.catalog.File, []errorJSON{}, a.differences, nil,
		}
		for _, e := range a.errors {
			x.Errors = append(x.Errors, d.errorJSON(a.catalog, e))
		}
		if d.why {
			for _, r := range a.reasons {
				x.Why = append(x.Why, reasonJSON{r.Step, r.Item, r.Within, r.Text, r.Otherwise})
			}
		}
		all.Responses = append(all.Responses, x)
	}
	return writeJSON(d.app.stdout, all)
}

// writeJSON writes a value as JSON that people can read.
func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

// errorJSON is one error with those within it.
func (d *decodeCommand) errorJSON(c *model.Catalog, e replay.Decoded) errorJSON {
	one := answer{errors: []replay.Decoded{e}}
	x := errorJSON{Result: resultWords[one.known()], Code: e.Code, Text: e.Text, Complete: e.Complete}
	if entry := e.Outcome.Entry; entry != nil {
		at := d.places[c.File][entry.Name]
		x.Name, x.Ancestors, x.Description, x.Remedy, x.Docs = entry.Name, ancestors(entry), entry.Description, entry.Remedy, entry.DocURL
		x.Code, x.Retryable, x.File, x.Row = entry.Code.Text(), entry.Retryable, at.File, at.Line
		for name, v := range e.Params {
			if x.Params == nil {
				x.Params = map[string]json.RawMessage{}
			}
			x.Params[name] = v.AppendJSON(nil)
		}
	}
	for _, inner := range e.Within {
		x.Within = append(x.Within, d.errorJSON(c, inner))
	}
	return x
}
