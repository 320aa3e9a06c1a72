package proof

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// checkProven reports the entries of which nothing proves that they are errors where they
// have the status of a success (docs/spec.md#how-decoding-decides, step 2): clients would
// take them for one.
func (s *sampler) checkProven(r *diag.Reporter, c *model.Catalog, pos map[string]diag.Pos) {
	for _, e := range c.Entries {
		if env, status, ok := s.unproven(e); ok {
			r.Reportf(pos[e.Name], diag.Unproven, "give it a code or a status of 400 and up, or the envelope a constant or `success`",
				"nothing in entry %s in envelope %s says that it is an error, under status %d", diag.Quote(e.Name), diag.Quote(env.Name), status)
		}
	}
}

// unproven finds an envelope and a status of a success under which an entry is no error.
func (s *sampler) unproven(e *model.Entry) (env *model.Envelope, status int, found bool) {
	for i, sample := range e.Samples {
		if sample.Envelope.Part {
			continue
		}
		for _, status := range successes(e, i) {
			if !s.isErrorUnder(e, sample, status) {
				return sample.Envelope, status, true
			}
		}
	}
	return nil, 0, false
}

// successes are the statuses of successes, the first of each range, with which an entry is
// written in the envelope of a sample; of one that is only read, those of no other.
func successes(e *model.Entry, i int) []int {
	var all []int
	isMixed := false
	for _, r := range e.ReadStatus[i] {
		if r.Lo >= 200 && r.Hi <= 299 {
			all = append(all, r.Lo)
		} else {
			isMixed = true
		}
	}
	switch status := e.Samples[i].Status; {
	case i == 0 && !e.StatusParam && status >= 200 && status <= 299:
		return []int{status}
	case i == 0 && !e.StatusParam, isMixed && (i > 0 || len(e.Status) == 0):
		return nil
	}
	return all
}

// isErrorUnder reports whether an entry is read as an error where its sample is written
// with a status.
func (s *sampler) isErrorUnder(e *model.Entry, sample *model.Sample, status int) bool {
	params := map[*model.Param]model.Value{}
	for _, p := range sample.Params {
		params[p.Param] = p.Value
	}
	_, headers, body := s.program.Encode(e, sample.Envelope, status, params)
	return len(s.program.Decode(status, headers, string(body))) > 0
}
