package proof

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// checkProven reports the entries of which nothing proves that they are errors where they
// have the status of a success (docs/spec.md#how-decoding-decides, step 2): clients would
// take them for one.
func (s *sampler) checkProven(r *diag.Reporter, c *model.Catalog, pos map[string]diag.Pos) {
	for _, e := range c.Entries {
		for i, sample := range e.Samples {
			if sample.Envelope.Part || !isSuccess(e, i) || s.isError(sample) {
				continue
			}
			r.Reportf(pos[e.Name], diag.Unproven, "give it a code or a status of 400 and up, or the envelope a constant or `success`",
				"nothing in entry %s in envelope %s says that it is an error, under status %d", diag.Quote(e.Name), diag.Quote(sample.Envelope.Name), sample.Status)
			break
		}
	}
}

// isSuccess reports whether the status of a sample is that of a success, and the only one
// with which the entry is written, or read, in its envelope.
func isSuccess(e *model.Entry, i int) bool {
	isOf := func(r model.StatusRange) bool { return r.Lo >= 200 && r.Hi <= 299 }
	set := e.ReadStatus[i]
	if i == 0 && !e.StatusParam {
		status := e.Samples[i].Status
		return isOf(model.StatusRange{Lo: status, Hi: status})
	}
	return len(set) > 0 && !slices.ContainsFunc(set, func(r model.StatusRange) bool { return !isOf(r) })
}

// isError reports whether a sample is read as an error.
func (s *sampler) isError(sample *model.Sample) bool {
	return len(s.program.Decode(sample.Status, sample.Headers, string(sample.Body))) > 0
}
