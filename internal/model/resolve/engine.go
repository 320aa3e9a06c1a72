package resolve

import "github.com/seed-1b9d9f04/errgen/templates/support"

// runEngine renders samples and checks examples with the code that generated
// packages run. It needs a catalog without findings.
func (r *resolver) runEngine() {
	program := support.Lower(r.catalog)
	r.catalog.Program = program
	s := &sampler{r: r, program: program}
	s.renderSamples()
	for _, x := range r.examples {
		c := &checker{sampler: s, example: x}
		if x.model.Close != 0 {
			c.checkClose()
		} else {
			c.checkResponse()
		}
	}
}
