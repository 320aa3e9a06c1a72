package proof

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// sampler makes up values for params and renders entries with them.
type sampler struct {
	program *program
	rules   *values.Checker
	spent   int // values made up for the present sample
}

// sample renders an occurrence of an entry in one of its envelopes.
func (s *sampler) sample(e *model.Entry, env *model.Envelope, set model.StatusSet) *model.Sample {
	params := s.params(e, env, 0)
	status := 0
	if env != e.Envelope || e.StatusParam {
		status = set.First()
	}
	sample := &model.Sample{Envelope: env}
	sample.Status, sample.Headers, sample.Body = s.program.Encode(e, env, status, params)
	for _, p := range e.Params {
		if v, ok := params[p]; ok {
			sample.Params = append(sample.Params, model.SampleParam{Param: p, Value: v})
		}
	}
	return sample
}

// params makes up the params of an entry: required ones, those with an example or
// default, and those that the envelope requires although the first does not.
func (s *sampler) params(e *model.Entry, env *model.Envelope, depth int) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	if depth == 0 {
		s.spent = 0
	}
	for _, p := range e.Params {
		switch {
		case p.Example != nil:
			params[p] = *p.Example
		case p.Default != nil:
			params[p] = *p.Default
		case p.Required() || env != e.Envelope && requiredIn(e, env, p):
			params[p] = s.value(p.Name, p.Schema, depth)
		}
	}
	return params
}

// requiredIn reports whether a required field of an envelope cannot do without a
// param.
func requiredIn(e *model.Entry, env *model.Envelope, p *model.Param) bool {
	isIn := func(t *model.Tree) bool { return t.Holds(p) }
	return slices.ContainsFunc(e.Fills, func(f *model.Fill) bool {
		return f.Field.Envelope == env && !f.Field.Optional && !f.Omit && slices.ContainsFunc(f.Wordings, isIn)
	})
}
