package lower

import (
	"maps"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// Program is a catalog as the engine reads it, and where its parts are in the table.
type Program struct {
	Table     *errgen.Table
	Catalog   *model.Catalog
	Rows      map[*model.Entry]errgen.Row
	Envelopes map[*model.Envelope]int
	lowerer   *lowerer
}

// Lower makes the table of a resolved catalog, but for what only Go can say: the
// types of data, the hooks, and the compiler of expressions.
func Lower(c *model.Catalog) *Program {
	l := &lowerer{
		catalog:   c,
		rows:      map[*model.Entry]errgen.Row{},
		envelopes: map[*model.Envelope]int{},
		schemas:   map[*model.Schema]int{},
		scalars:   map[string]int{},
		exchange:  map[*model.Exchange]int{},
		parts:     map[int]bool{},
		shared:    sharedCodes(c),
	}
	names := []string{l.table.Name(errgen.Unlisted), l.table.Name(errgen.Unexpected)}
	for i, e := range c.Entries {
		l.rows[e] = errgen.First + errgen.Row(i)
		names = append(names, e.Name)
	}
	for i, env := range c.Envelopes {
		l.envelopes[env] = i
	}
	for i, x := range c.Exchanges() {
		l.exchange[x] = i
		l.table.Exchange = append(l.table.Exchange, errgen.Param{Name: x.Name, Schema: l.schema(x.Schema), Flags: errgen.IsOptional})
	}
	l.table.Package = c.Package
	l.table.Fallback = l.rows[c.Fallback]
	l.table.Index = errgen.Index(names)
	for _, env := range c.Envelopes {
		l.table.Envelopes = append(l.table.Envelopes, l.envelope(env))
	}
	for _, s := range l.table.Schemas {
		if s.Kind == errgen.ErrorSchema {
			l.parts[s.Part] = true
		}
	}
	for _, e := range c.Entries {
		l.table.Entries = append(l.table.Entries, l.entry(e))
	}
	return &Program{Table: &l.table, Catalog: c, Rows: l.rows, Envelopes: l.envelopes, lowerer: l}
}

// In is an entry's row where it is written in another of its envelopes.
func (p *Program) In(row errgen.Entry, e *model.Entry, env *model.Envelope) errgen.Entry {
	p.lowerer.write(&row, e, env)
	row.Status = lowerStatus(e.ReadStatus[slices.Index(e.Reads, env)])
	row.Reads = []errgen.Read{{Envelope: p.Envelopes[env]}}
	return row
}

// lowerer makes tables.
type lowerer struct {
	table     errgen.Table
	catalog   *model.Catalog
	rows      map[*model.Entry]errgen.Row
	envelopes map[*model.Envelope]int
	schemas   map[*model.Schema]int
	scalars   map[string]int // schemas without others in them, by what they say
	exchange  map[*model.Exchange]int
	parts     map[int]bool    // envelopes whose errors stand in others
	shared    map[string]bool // codes of more than one entry
}

// sharedCodes is the set of constant codes, numbers by their values, that do not tell an entry by themselves: more
// than one entry has them, or a response can have two codes, in the places of different
// envelopes.
func sharedCodes(c *model.Catalog) map[string]bool {
	n := map[string]int{}
	if haveTwoCodes(c.Envelopes) {
		for _, e := range c.Entries {
			if code, ok := constantCode(e); ok {
				n[errgen.PlainNumber(code)]++
			}
		}
	}
	for _, e := range c.Entries {
		if code, ok := constantCode(e); ok {
			n[errgen.PlainNumber(code)]++
		}
	}
	maps.DeleteFunc(n, func(_ string, count int) bool { return count < 2 })
	shared := make(map[string]bool, len(n))
	for code := range n {
		shared[code] = true
	}
	return shared
}

// haveTwoCodes reports whether two envelopes may fit one response, each with a code.
func haveTwoCodes(all []*model.Envelope) bool {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.HasCode && b.HasCode && !a.Part && !b.Part && a.Status.Intersects(b.Status) {
				return true
			}
		}
	}
	return false
}

// hasCodeIn reports whether an entry's code stands in an envelope.
func hasCodeIn(e *model.Entry, env *model.Envelope) bool {
	return env.HasCode && e.Code != nil && !e.Omits(env.CodeField)
}

// constantCode returns the code of an entry that has one without params.
func constantCode(e *model.Entry) (string, bool) {
	if e.Code == nil {
		return "", false
	}
	return e.Code.Template.Constant()
}
