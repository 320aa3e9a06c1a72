package breaking

import (
	"fmt"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// pairs are the entries that two generations have in common, by name or renamed.
type pairs struct {
	later, earlier map[*model.Entry]*model.Entry // of an entry of one generation, that of the other
	before, after  []*model.Entry                // what only one has
	renamed        []*model.Entry                // of the later generation
}

// key is what a renamed entry is known by again: its code in its envelope, or if it has
// none, its status and texts there.
type key struct{ code, envelope, facts string }

// keyOf is what an entry is known by again; false if that is nothing.
func keyOf(e *model.Entry) (key, bool) {
	if e.Envelope == nil {
		return key{}, false
	}
	if code := e.Code.Text(); code != "" || e.Code != nil {
		return key{code: code, envelope: e.Envelope.Name}, code != ""
	}
	return key{envelope: e.Envelope.Name, facts: fmt.Sprint(e.Status, texts(e))}, true
}

// match pairs the entries of two generations: those of one name, and of the others
// those that alone have one code in one envelope.
func match(before, after *model.Catalog) pairs {
	p := pairs{later: map[*model.Entry]*model.Entry{}, earlier: map[*model.Entry]*model.Entry{}}
	names := map[string]*model.Entry{}
	for _, e := range after.Entries {
		names[e.Name] = e
	}
	for _, e := range before.Entries {
		if other := names[e.Name]; other != nil {
			p.join(e, other)
		}
	}
	old, fresh := p.unpaired(before, p.later), p.unpaired(after, p.earlier)
	for k, e := range old {
		if other := fresh[k]; e != nil && other != nil {
			p.join(e, other)
		}
	}
	for _, e := range before.Entries {
		if p.later[e] == nil {
			p.before = append(p.before, e)
		}
	}
	for _, e := range after.Entries {
		switch other := p.earlier[e]; {
		case other == nil:
			p.after = append(p.after, e)
		case other.Name != e.Name:
			p.renamed = append(p.renamed, e)
		}
	}
	return p
}

func (p *pairs) join(before, after *model.Entry) { p.later[before], p.earlier[after] = after, before }

// unpaired are the entries without a pair by what they are known by; nil where there
// are two.
func (p *pairs) unpaired(c *model.Catalog, paired map[*model.Entry]*model.Entry) map[key]*model.Entry {
	found := map[key]*model.Entry{}
	for _, e := range c.Entries {
		k, ok := keyOf(e)
		if paired[e] != nil || !ok {
			continue
		}
		if _, twice := found[k]; twice {
			e = nil
		}
		found[k] = e
	}
	return found
}

// inverse are the pairs with the generations changed over.
func (p pairs) inverse() pairs {
	return pairs{later: p.earlier, earlier: p.later, before: p.after, after: p.before}
}
