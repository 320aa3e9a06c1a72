package report

import (
	"encoding/json"
	"io"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// documentJSON is a report, as spec/errgen-findings.schema.json has it.
type documentJSON struct {
	Version    int           `json:"version"`
	Command    string        `json:"command"`
	Against    string        `json:"against,omitempty"`
	ExitStatus int           `json:"exitStatus"`
	Failure    string        `json:"failure,omitempty"`
	Findings   []findingJSON `json:"findings"`
}

// findingJSON is a finding.
type findingJSON struct {
	Rule        string        `json:"rule"`
	Level       string        `json:"level"`
	Category    string        `json:"category"`
	Package     string        `json:"package,omitempty"`
	Subject     string        `json:"subject,omitempty"`
	Message     string        `json:"message"`
	Before      string        `json:"before,omitempty"`
	After       string        `json:"after,omitempty"`
	Response    string        `json:"response,omitempty"`
	Remedy      string        `json:"remedy,omitempty"`
	Revision    string        `json:"revision,omitempty"`
	placeJSON                 // of the finding
	Related     []relatedJSON `json:"related,omitempty"`
	Fingerprint string        `json:"fingerprint"`
}

// placeJSON is a place.
type placeJSON struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// relatedJSON is another place.
type relatedJSON struct {
	Message string `json:"message"`
	placeJSON
}

// json writes one object.
func (p Printer) json(w io.Writer, r Report) error {
	d := documentJSON{1, r.Command, r.Against, r.Status, r.Failure, []findingJSON{}}
	prints := p.fingerprints(r.Findings)
	for i, f := range r.Findings {
		var related []relatedJSON
		for _, other := range f.Related {
			related = append(related, relatedJSON{other.Message, placeOf(other.Pos)})
		}
		d.Findings = append(d.Findings, findingJSON{
			f.Rule, f.Level.String(), f.Category, f.Package, f.Subject, f.said(), f.Before, f.After, f.Response, f.Remedy,
			f.Revision, placeOf(f.Pos), related, prints[i],
		})
	}
	return encode(w, d)
}

// placeOf is a place as JSON has it.
func placeOf(pos diag.Pos) placeJSON { return placeJSON{pos.File, pos.Line, pos.Column} }

// encode writes a value as JSON for people, too.
func encode(w io.Writer, value any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(value)
}
