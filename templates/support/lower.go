package support

import (
	"maps"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Program is a catalog as the support code reads it: the same tables that its
// generated package has.
type Program struct {
	table     table
	catalog   *model.Catalog
	lowerer   *lowerer
	ids       map[*model.Entry]ID
	envelopes map[*model.Envelope]int
	exchange  record
}

// Lower makes the tables of a resolved catalog.
func Lower(c *model.Catalog) *Program {
	l := &lowerer{
		catalog:   c,
		ids:       map[*model.Entry]ID{},
		envelopes: map[*model.Envelope]int{},
		schemas:   map[*model.Schema]int{},
		scalars:   map[string]int{},
		exchange:  map[*model.Exchange]int{},
		shared:    sharedCodes(c),
	}
	for i, e := range c.Entries {
		l.ids[e] = errFirst + ID(i)
	}
	for i, env := range c.Envelopes {
		l.envelopes[env] = i
	}
	var values dynamicRecord
	for i, x := range c.Exchanges() {
		l.exchange[x] = i
		l.table.exchange = append(l.table.exchange, param{name: x.Name, schema: l.schema(x.Schema), flags: isOptional})
		values = append(values, dynamicValue{json: exampleJSON(x.Schema)})
	}
	l.table.name = c.Package
	l.table.fallback = l.ids[c.Fallback]
	for _, env := range c.Envelopes {
		l.table.envelopes = append(l.table.envelopes, l.envelope(env))
	}
	for _, e := range c.Entries {
		l.table.entries = append(l.table.entries, l.entry(e))
	}
	return &Program{table: l.table, catalog: c, lowerer: l, ids: l.ids, envelopes: l.envelopes, exchange: values}
}

func exampleJSON(s *model.Schema) string {
	if s == nil || s.Example == nil {
		return ""
	}
	return string(s.Example.AppendJSON(nil))
}

// lowerer makes tables.
type lowerer struct {
	table     table
	catalog   *model.Catalog
	ids       map[*model.Entry]ID
	envelopes map[*model.Envelope]int
	schemas   map[*model.Schema]int
	scalars   map[string]int // schemas without others in them, by what they say
	exchange  map[*model.Exchange]int
	shared    map[string]bool // codes of more than one entry
}

// sharedCodes is the set of constant codes that more than one entry has.
func sharedCodes(c *model.Catalog) map[string]bool {
	n := map[string]int{}
	for _, e := range c.Entries {
		if code, ok := constantCode(e); ok {
			n[code]++
		}
	}
	maps.DeleteFunc(n, func(_ string, count int) bool { return count < 2 })
	shared := make(map[string]bool, len(n))
	for code := range n {
		shared[code] = true
	}
	return shared
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

// Features returns which of the regions of the support code the catalog needs.
func (p *Program) Features() map[string]bool {
	hasData := slices.ContainsFunc(p.table.entries, func(e entry) bool { return len(e.params) > 0 })
	hasParams := hasData || len(p.table.exchange) > 0 || slices.ContainsFunc(p.table.entries, entry.hasHoles)
	f := map[string]bool{
		"close":    p.catalog.HasClose,
		"exchange": len(p.table.exchange) > 0,
		"data":     hasData,
		"params":   hasParams,
		"fields":   hasData || len(p.table.exchange) > 0 || slices.ContainsFunc(p.catalog.Types, isRecord),
		"unions":   slices.ContainsFunc(p.catalog.Types, isUnion),
	}
	for _, env := range p.catalog.Envelopes {
		f["repeated"] = f["repeated"] || env.Repeated != nil
	}
	for i := range p.table.envelopes {
		env := &p.table.envelopes[i]
		env.root.features(f)
		for k := range env.headers {
			env.headers[k].features(f)
		}
	}
	for i := range p.table.schemas {
		s := &p.table.schemas[i]
		f["nested"] = f["nested"] || s.kind == errorSchema
		f["regexp"] = f["regexp"] || s.pattern != ""
		f["format"] = f["format"] || s.format != "" && s.kind == stringSchema
		f["unions"] = f["unions"] || s.kind == unionSchema
		f["records"] = f["records"] || s.kind == objectSchema || s.kind == oneOfSchema
		f["lists"] = f["lists"] || s.kind == arraySchema
		f["maps"] = f["maps"] || s.kind == mapSchema || s.open
		f["times"] = f["times"] || s.kind == secondsSchema || s.kind == millisSchema || s.kind == unixSchema
	}
	for i := range p.table.entries {
		e := &p.table.entries[i]
		f["retryafter"] = f["retryafter"] || slices.ContainsFunc(e.headers, func(l line) bool { return l.name == "Retry-After" })
		for _, program := range e.programs() {
			f["regexp"] = f["regexp"] || p.table.programNeedsRegexp(e, program)
			_, constant := program.constant()
			f["matching"] = f["matching"] || !constant
		}
	}
	for _, env := range p.catalog.Envelopes {
		for _, h := range env.Headers {
			f["retryafter"] = f["retryafter"] || h.Name == "Retry-After"
		}
	}
	return f
}

// features notes what reading the node and those in it takes.
func (n *node) features(f map[string]bool) {
	f["forms"] = f["forms"] || len(n.forms) > 0
	f["maps"] = f["maps"] || n.more > 0
	for i := range n.members {
		n.members[i].features(f)
	}
}

// isUnion reports whether a type is a union of scalar types.
func isUnion(t *model.Type) bool { return t.Schema.Kind == model.UnionKind }

// isRecord reports whether a type is a struct whose fields the table counts.
func isRecord(t *model.Type) bool {
	return t.Schema.Kind == model.ObjectKind || t.Schema.Kind == model.OneOfKind
}

// hasHoles reports whether an entry is written with more than literals: wordings and
// objects that may be left out take it even without a param.
func (e entry) hasHoles() bool {
	isHole := func(s segment) bool { return s.op != opNone && s.op != opItems && s.op != opLast }
	written := []program{e.body, e.text, e.reason}
	for _, l := range e.headers {
		written = append(written, l.value)
	}
	return slices.ContainsFunc(written, func(p program) bool { return slices.ContainsFunc(p, isHole) })
}

// programs are the templates against which texts are matched.
func (e *entry) programs() []program {
	var all []program
	for _, f := range e.causes {
		all = append(all, f.want)
	}
	for _, r := range e.reads {
		all = append(all, r.code)
		for _, f := range r.facts {
			if f.kind == textFact {
				all = append(all, f.want)
			}
		}
	}
	return all
}

// programNeedsRegexp reports whether some wording takes the regexp package to match.
func (t *table) programNeedsRegexp(e *entry, p program) bool {
	for at := 0; at >= 0; {
		wording, next := p.wording(at)
		if needsRegexp(t.pieces(nil, e, wording)) {
			return true
		}
		at = next
	}
	return false
}
