package proof

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// checkTold reports the entries that are always read as something else than what they
// are or are a kind of, also in another envelope, where their facts cannot be compared
// (docs/spec.md#entries-that-cannot-be-told-apart).
func (s *sampler) checkTold(r *diag.Reporter, c *model.Catalog, pos map[string]diag.Pos) {
	mayBeTaken := len(c.Envelopes) > 1 || slices.ContainsFunc(c.Entries, hasOpenCode)
	for _, e := range c.Entries {
		if e.Envelope == nil || e.Envelope.Part || len(e.Params) > 0 && !mayBeTaken { // what one envelope tells is compared before
			continue
		}
		sample := e.Samples[0]
		read := s.program.Decode(sample.Status, sample.Headers, string(sample.Body))
		if len(read) != 1 || e.Envelope.Kind == model.TextBody && len(sample.Body) == 0 { // of a status under 400; a text that only the exchange supplies
			continue
		}
		inAnother := identity.ReadInAnotherList(e, read[0].Envelope, c)
		switch other := read[0].Outcome.Entry; {
		case other == nil && (inAnother || len(sample.Params) == 0 && !e.StatusParam && (e.Code != nil || len(e.Status) > 0)):
			r.Reportf(pos[e.Name], diag.Indistinguishable, "give its envelope a constant or a required member, or declare it before the others",
				"the response of entry %s is not read as one of envelope %s", diag.Quote(e.Name), diag.Quote(e.Envelope.Name))
		case other != nil && !other.IsA(e) && !e.IsA(other) && (inAnother || len(e.Params) == 0 && !e.StatusParam || e.Code == nil && hasOpenCode(other) || identity.TakenFor(e, other, read[0].Envelope)):
			r.ReportfAt(pos[e.Name], diag.Indistinguishable, diag.Related{Pos: pos[other.Name], Message: "the other entry"},
				"give one of them another code, status or text, or its envelope a constant or a required member",
				"entry %s is read as entry %s in envelope %s", diag.Quote(e.Name), diag.Quote(other.Name), diag.Quote(read[0].Envelope.Name))
		}
	}
}

func hasOpenCode(e *model.Entry) bool { return e.Code != nil && e.Code.Any }

// entryPlaces are where the entries of a file and of those that it includes stand.
func entryPlaces(f *load.File) map[string]diag.Pos {
	pos := map[string]diag.Pos{}
	for _, file := range f.Joined() {
		for _, e := range file.Errors {
			pos[e.Name.S] = e.Name.Pos
		}
	}
	return pos
}
