package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/observed"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// decodeCommand is one run of the command that says which error a response is.
type decodeCommand struct {
	app      *app
	catalogs []string
	headers  []string
	status   int
	close    int
	reason   string
	format   string
	why      bool
	places   places
}

// decode is the command that reads responses as the generated packages do.
func (a *app) decode() *cobra.Command {
	d := &decodeCommand{app: a}
	cmd := &cobra.Command{
		Use:   "decode [FILE]",
		Short: "Say which error a response is, what it means and what to do",
		Long: `Decode reads a response as the generated packages do, and says which entry of a
catalog it is, with which params, what that means, and where the response is not
as it is documented. FILE, or standard input, is what curl -i prints, a HAR file
or an entry of one, lines of JSON with status, headers and body, or a body, of
which --status and -H say the rest.

Of several catalogs, the one answers that knows most of the response. The exit
status is 0 if all errors are entries of a catalog, and 1 if one is not, or if
there is none.`,
		Example: `  curl -si https://api.example.com/orders/17 | errgen decode
  errgen decode --catalog spec/orders.yaml --why response.har
  errgen decode --status 404 -H 'Content-Type: application/json' body.json
  errgen decode --close 1008 --reason 'The token has expired.'`,
		Args:    atMost(1),
		PreRunE: usage(d.valid),
		RunE: func(_ *cobra.Command, args []string) error {
			if d.close != 0 && len(args) > 0 {
				return &usageError{"errgen decode", errors.New("--close is in place of a response: give one of them")}
			}
			return d.run(args)
		},
	}
	cmd.Flags().StringArrayVar(&d.catalogs, "catalog", nil, "`PATH` of catalogs, may be repeated (default what errgen.yaml says, or else the folder spec)")
	cmd.Flags().StringArrayVarP(&d.headers, "header", "H", nil, "a header of the response, `'Name: value'`, may be repeated")
	cmd.Flags().IntVar(&d.status, "status", 0, "the `status` of the response")
	cmd.Flags().IntVar(&d.close, "close", 0, "the `code` with which a WebSocket was closed, in place of a response")
	cmd.Flags().StringVar(&d.reason, "reason", "", "the `text` of the close frame")
	cmd.Flags().StringVar(&d.format, "format", string(report.Text), "how the answer is printed: text, json")
	cmd.Flags().BoolVar(&d.why, "why", false, "tell step by step how decoding came to its answer")
	cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{string(report.Text), string(report.JSON)}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// valid checks the flags' values.
func (d *decodeCommand) valid() error {
	if d.format != string(report.Text) && d.format != string(report.JSON) {
		return fmt.Errorf("--format %s: there is text, json", diag.Quote(d.format))
	}
	if d.status != 0 && (d.status < 100 || d.status > 599) {
		return fmt.Errorf("--status %d: a status is a number from 100 to 599", d.status)
	}
	switch isClose := d.close != 0; {
	case isClose && (d.close < 1000 || d.close > 4999):
		return fmt.Errorf("--close %d: a close code is a number from 1000 to 4999", d.close)
	case isClose && (d.status != 0 || len(d.headers) > 0 || d.why):
		return errors.New("--status, --header and --why are of responses, not of a WebSocket's --close")
	case !isClose && d.reason != "":
		return errors.New("--reason is that of a close frame: give its code with --close")
	}
	for _, line := range d.headers {
		if _, ok := observed.HeaderLine(line); !ok {
			return fmt.Errorf("--header %s: write 'Name: value'", diag.Quote(line))
		}
	}
	return nil
}

// run reads the catalogs and the responses, and prints what each of these is.
func (d *decodeCommand) run(args []string) error {
	sides, err := d.sides()
	if err != nil {
		return err
	}
	if d.close != 0 {
		return d.conclude([]answer{bestOf(sides, d.closed)}, 0)
	}
	responses, err := d.responses(args)
	if err != nil {
		return err
	}
	var answers []answer
	for _, r := range responses {
		if a := bestOf(sides, func(s breaking.Side) answer { return read(s, r) }); len(responses) == 1 || len(a.errors) > 0 {
			answers = append(answers, a)
		}
	}
	return d.conclude(answers, len(responses)-len(answers))
}

// conclude prints the answers, and says how many responses without an error were passed
// over. It returns errFindings if one is no entry.
func (d *decodeCommand) conclude(answers []answer, passed int) error {
	if err := d.print(answers); err != nil {
		return err
	}
	if passed > 0 {
		d.app.say(plural(passed, "response") + " without an error passed over")
	}
	if len(answers) == 0 || slices.ContainsFunc(answers, func(a answer) bool { return a.known() < knowsEntry }) {
		return errFindings
	}
	return nil
}

// sides are the catalogs, ready to decode.
func (d *decodeCommand) sides() ([]breaking.Side, error) {
	_, all, err := d.app.grouped(d.catalogs)
	if err != nil {
		return nil, err
	}
	var sides []breaking.Side
	d.places = places{}
	for _, paths := range all {
		files, read := d.app.readFiles(paths)
		sides = append(sides, read.sides(files)...)
		if err := inCatalogs("", read.findings); err != nil {
			return nil, err
		}
		d.places.add(files)
	}
	if len(sides) == 0 {
		return nil, errors.New("there is no catalog: give one with --catalog")
	}
	return sides, nil
}

// maxResponses bounds what is read, in bytes.
const maxResponses = 256 << 20

// responses reads the responses, and adds to them what the flags say.
func (d *decodeCommand) responses(args []string) ([]observed.Response, error) {
	name, in := "standard input", io.Reader(os.Stdin)
	if len(args) > 0 && args[0] != "-" {
		file, err := os.Open(args[0])
		if err != nil {
			return nil, err
		}
		defer file.Close()
		name, in = args[0], file
	}
	text, err := io.ReadAll(io.LimitReader(in, maxResponses+1))
	switch {
	case err != nil:
		return nil, err
	case len(text) > maxResponses:
		return nil, fmt.Errorf("%s is larger than 256 MB: give a part of it", name)
	}
	all, err := observed.Read(text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(all) == 0 {
		return nil, errors.New(name + " holds no response")
	}
	for i := range all {
		if d.status != 0 {
			all[i].Status = d.status
		}
		for _, line := range d.headers {
			h, _ := observed.HeaderLine(line)
			all[i].Headers = append(all[i].Headers, h)
		}
	}
	return all, nil
}

// What a catalog knows of a response, the least first.
const (
	knowsNothing = iota
	knowsAnError // an unexpected response
	knowsFormat  // an error that is not listed
	knowsEntry
)

// answer is what a response, or a close frame, is in a catalog.
type answer struct {
	response    observed.Response
	close       int // 0: it is a response
	reason      string
	catalog     *model.Catalog
	errors      []replay.Decoded
	reasons     []replay.Reason
	differences []proof.Difference
}

// bestOf is the answer of the catalog that knows most, the first of equals.
func bestOf(sides []breaking.Side, read func(breaking.Side) answer) (found answer) {
	for i, s := range sides {
		a := read(s)
		if i == 0 || slices.Compare(a.merits(), found.merits()) > 0 {
			found = a
		}
	}
	return found
}

// read is what a response is in a catalog.
func read(s breaking.Side, r observed.Response) answer {
	a := answer{response: r, catalog: s.Catalog}
	a.errors, a.reasons = s.Program.Explain(r.Status, r.Headers, r.Body, r.Head)
	if !r.Head {
		a.differences = proof.Differences(s.Program, a.errors, r.Status, r.Headers, r.Body)
	}
	return a
}

// closed is what the close frame of the flags is in a catalog.
func (d *decodeCommand) closed(s breaking.Side) answer {
	a := answer{close: d.close, reason: d.reason, catalog: s.Catalog}
	if e := s.Program.DecodeClose(d.close, d.reason); e.Outcome.Kind != model.NoneOutcome {
		a.errors = []replay.Decoded{e}
	}
	return a
}

// merits are what tells how well a catalog knows a response, the most telling first.
func (a *answer) merits() []int {
	complete := 0
	for _, e := range a.errors {
		if e.Complete {
			complete++
		}
	}
	return []int{a.known(), complete, -len(a.differences)}
}

// known is what the catalog knows of all errors of the response.
func (a *answer) known() int {
	known := knowsNothing
	for i, e := range a.errors {
		is := map[model.OutcomeKind]int{
			model.UnexpectedOutcome: knowsAnError, model.UnknownOutcome: knowsFormat, model.ListedOutcome: knowsEntry,
		}[e.Outcome.Kind]
		if i == 0 || is < known {
			known = is
		}
	}
	return known
}

// at is where the response stands, and what was asked.
func (a *answer) at() string {
	r := a.response
	where := fmt.Sprintf("line %d", r.Line)
	if r.Entry > 0 {
		where = fmt.Sprintf("entry %d", r.Entry)
	}
	return strings.TrimSuffix(where+": "+r.Request, ": ")
}
