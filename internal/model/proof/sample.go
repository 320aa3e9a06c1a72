package proof

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// sampler makes up values for params and renders entries with them.
type sampler struct {
	program *program
	rules   *values.Checker
	sizes   values.Sizes
	inner   map[*model.Envelope]inner
}

func newSampler(p *program) *sampler {
	return &sampler{program: p, rules: values.NewChecker(), sizes: values.Sizes{}, inner: map[*model.Envelope]inner{}}
}

// sample renders an occurrence of an entry in one of its envelopes, under a status
// if the occurrence has one of its own.
func (s *sampler) sample(e *model.Entry, env *model.Envelope, status int) *model.Sample {
	params := s.params(e, env)
	if env == e.Envelope && !e.StatusParam {
		status = 0
	}
	sample := &model.Sample{Envelope: env, Params: inOrder(e, params)}
	sample.Status, sample.Headers, sample.Body = s.program.Encode(e, env, status, params)
	return sample
}

// inOrder are values of an entry's params in the order of its constructor.
func inOrder(e *model.Entry, params map[*model.Param]model.Value) []model.SampleParam {
	var all []model.SampleParam
	for _, p := range e.Params {
		if v, ok := params[p]; ok {
			all = append(all, model.SampleParam{Param: p, Value: v})
		}
	}
	return all
}

// checkSamples reports the params for which no value was found that their schema allows:
// documentation could show none. Of those of one schema the first is reported.
func (s *sampler) checkSamples(r *diag.Reporter, c *model.Catalog, pos map[string]diag.Pos) {
	seen := map[*model.Schema]bool{}
	for _, e := range c.Entries {
		for _, sample := range e.Samples {
			for _, given := range sample.Params {
				p := given.Param
				if seen[p.Schema] || p.Schema.HoldsErrors() {
					continue
				}
				seen[p.Schema] = true
				if why := s.rules.Violation(given.Value, p.Schema); why != "" {
					r.Reportf(pos[e.Name], diag.NoSample, "give the param or the leaf an `example`, or let its schema allow more",
						"errgen finds no value for param %s of entry %s that its schema allows: %s", diag.Quote(p.Name), diag.Quote(e.Name), why)
				}
			}
		}
	}
}

// params makes up the params of an entry: those that it needs in an envelope, and
// those with an example or default.
func (s *sampler) params(e *model.Entry, env *model.Envelope) map[*model.Param]model.Value {
	return (&draft{sampler: s, budget: sampleBudget}).fill(e, env)
}
