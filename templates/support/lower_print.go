package support

// Table returns a pointer to the table, which the Go emitter prints.
func (p *Program) Table() any { return &p.table }
