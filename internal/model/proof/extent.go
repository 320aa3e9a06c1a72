package proof

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// checkExtents reports the first entry that has more in it than a value may have, its
// required params together. It does so before samples are made, each of which would have
// as much; first with an error within it as one value, since that has a sample, too.
func (s *sampler) checkExtents(r *diag.Reporter, c *model.Catalog, places map[string]diag.Pos) {
	s.checkEntryExtents(r, c, places, s.sizes.Needed)
	isTooLarge := func(env *model.Envelope) bool { return s.innerOf(env).extent.IsTooLarge() }
	if r.Reported || slices.ContainsFunc(c.Envelopes, isTooLarge) { // that is found by itself
		return
	}
	s.checkEntryExtents(r, c, places, s.neededWithErrors)
}

func (s *sampler) checkEntryExtents(r *diag.Reporter, c *model.Catalog, places map[string]diag.Pos, needed func(*model.Schema) values.Extent) {
	for _, e := range c.Entries {
		var n values.Extent
		for _, p := range e.Params {
			if p.Required() {
				n.Add(1, needed(p.Schema))
			}
		}
		if n.IsTooLarge() {
			n.Report(r, places[e.Name], "entry "+diag.Quote(e.Name))
			return
		}
	}
}

// neededWithErrors is what every value of a schema has in it, with what is in the errors
// that have to stand there.
func (s *sampler) neededWithErrors(of *model.Schema) values.Extent {
	switch {
	case of.AdmitsNull():
	case of.Kind == model.ErrorKind:
		return s.innerOf(of.ErrorOf).extent
	case of.Kind == model.ArrayKind && of.Items != nil:
		n := values.Extent{Values: 1}
		n.Add(values.LeastItems(of), s.neededWithErrors(of.Items))
		return n
	}
	return s.sizes.Needed(of)
}
