package proof

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// inner is an error within another: its JSON value, null if there is none.
type inner struct {
	value  model.Value
	extent values.Extent
	cut    bool // an error in it is too large
}

// innerOf is an error of an envelope as it stands within another, the same wherever
// it does. It holds no errors but those that it must hold, so that making it ends.
func (s *sampler) innerOf(env *model.Envelope) inner {
	made, ok := s.inner[env]
	if ok || env.Nested == nil {
		return made
	}
	if made = s.makeInner(env, sampleBudget); made.extent.IsTooLarge() {
		made = s.makeInner(env, 0)
	}
	if made.extent.IsTooLarge() {
		made.value = model.Value{}
	}
	s.inner[env] = made
	return made
}

func (s *sampler) makeInner(env *model.Envelope, budget int) inner {
	d := &draft{sampler: s, budget: budget, within: true}
	e := env.Nested.Entry
	params := d.fill(e, env)
	env.Nested.Params = inOrder(e, params)
	_, _, body := s.program.Encode(e, env, 0, params)
	v, _ := parseJSON(string(body))
	return inner{value: v, extent: values.ExtentOf(v), cut: d.cut}
}

// checkInner reports the envelopes whose errors are too large to stand within others.
func (s *sampler) checkInner(r *diag.Reporter, c *model.Catalog, f *load.File) {
	i := 0
	for _, file := range f.Joined() {
		for _, n := range file.Envelopes {
			if made := s.innerOf(c.Envelopes[i]); made.extent.IsTooLarge() && !made.cut {
				made.extent.Report(r, n.Name.Pos, "an error of this envelope within another")
			}
			i++
		}
	}
}
