package proof

import (
	"bytes"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// furtherStatuses are the statuses by which a catalog's documents sort responses, in
// order: each that an entry has by itself, and the first of each class that a range
// reaches into.
func furtherStatuses(c *model.Catalog) model.StatusSet {
	var set model.StatusSet
	seen := map[int]bool{}
	for _, e := range c.Entries {
		for _, of := range e.ReadStatus {
			for _, r := range of {
				for status := r.Lo; status <= r.Hi; status = (status/100 + 1) * 100 {
					if !seen[status] {
						seen[status] = true
						set = append(set, model.StatusRange{Lo: status, Hi: status})
					}
				}
			}
		}
	}
	return set
}

// statusSamples renders an entry under the further statuses that it has in an
// envelope besides that of its first sample. There are none if the body does not
// change with the status.
func (s *sampler) statusSamples(e *model.Entry, first *model.Sample, set, further model.StatusSet) []*model.Sample {
	var samples []*model.Sample
	if set.Size() < 2 || first.Envelope.Part {
		return nil
	}
	for _, r := range further {
		if r.Lo == first.Status || !set.Contains(r.Lo) {
			continue
		}
		sample := s.sample(e, first.Envelope, r.Lo)
		if bytes.Equal(sample.Body, first.Body) {
			return nil
		}
		samples = append(samples, sample)
	}
	return samples
}
