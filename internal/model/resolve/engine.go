package resolve

// runEngine renders samples and checks examples with the support code.
func (r *resolver) runEngine() {}
