package proof

import "github.com/seed-1b9d9f04/errgen/internal/model"

// draft is a sample in the making.
type draft struct {
	*sampler
	spent  int  // in values
	budget int  // up to which more is made up than must be there
	within bool // it is an error within another
	cut    bool // an error in it is left out: it is too large
}

// sampleBudget bounds what a sample shows beyond what must be there: the items of
// lists that may be empty, values where null is admitted, the catalog's examples.
const sampleBudget = 1000

// bytesOfValue is how many bytes of an example count as a value.
const bytesOfValue = 16

// nestLimit is how deep in a value more is made up than must be there.
const nestLimit = 3

// mayAdd reports whether a sample still shows a value that need not be there. An
// error within another holds no further ones that need not be there.
func (d *draft) mayAdd(s *model.Schema, depth int) bool {
	return depth <= nestLimit && d.spent <= d.budget && !(d.within && s.HoldsErrors())
}

// fill makes up the params of an entry in an envelope.
func (d *draft) fill(e *model.Entry, env *model.Envelope) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		switch {
		case p.Example != nil:
			params[p] = *p.Example
		case p.Default != nil:
			params[p] = *p.Default
		case e.Needs(p, env):
			params[p] = d.value(p.Name, p.Schema, 0)
		}
	}
	return params
}

// known is a value that the catalog names: the example, as long as it does not make
// the sample too large, the constant or the first of the enum.
func (d *draft) known(schema, u *model.Schema) (model.Value, bool) {
	for _, example := range []*model.Value{schema.Example, u.Example} {
		if example != nil && d.spent <= d.budget {
			d.spent += len(example.AppendJSON(nil)) / bytesOfValue
			return *example, true
		}
	}
	switch {
	case u.Const != nil:
		return *u.Const, true
	case len(u.Enum) > 0:
		return u.Enum[0], true
	}
	return model.Value{}, false
}

// nested is an error of another envelope.
func (d *draft) nested(env *model.Envelope) model.Value {
	made := d.innerOf(env)
	d.spent += made.extent.Values
	d.cut = d.cut || made.cut || made.extent.IsTooLarge()
	return made.value
}
