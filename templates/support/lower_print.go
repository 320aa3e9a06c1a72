package support

// RankConstant is the rank of entries that are known by a constant code, for the Go
// emitter.
const RankConstant = rankConstant

// Table returns a pointer to the table, which the Go emitter prints.
func (p *Program) Table() any { return &p.table }
