package draft

import (
	"fmt"
	"slices"
	"strings"
)

// Settle makes a draft whole: what says the same is one entry, all have names, and
// envelopes admit what their entries need.
func (c *Catalog) Settle() {
	c.SourceID = "import"
	c.merge()
	for _, e := range c.Entries {
		e.Description = strings.TrimSpace(e.Description)
		if e.Docs != "" && c.Docs == "" && !strings.HasPrefix(e.Docs, "http://") && !strings.HasPrefix(e.Docs, "https://") {
			e.Description = strings.TrimSpace(e.Description + "\nSee " + e.Docs)
			e.Docs = ""
		}
		if len(e.Envelopes) == 0 && e.Text == "" {
			e.Text = e.Show()
		}
	}
	c.takeNames()
	for _, env := range c.Envelopes {
		if env.Body != nil && slices.ContainsFunc(c.Entries, func(e *Entry) bool { return e.Code == "" && slices.Contains(e.Envelopes, env) }) {
			env.Body.optionalCode()
		}
	}
	c.Envelopes = slices.DeleteFunc(c.Envelopes, func(env *Envelope) bool {
		unused := !slices.ContainsFunc(c.Entries, func(e *Entry) bool { return slices.Contains(e.Envelopes, env) })
		if unused {
			c.Lose(0, "an envelope "+env.Name+" in which no entry stands")
		}
		return unused
	})
	for _, env := range c.Envelopes {
		env.widen(c.Entries)
	}
	if len(c.Envelopes) == 0 {
		c.Envelopes = []*Envelope{{Name: "Error", Body: &Node{Members: []*Node{{Name: "code", Types: []string{"string"}}, {Name: "message", Types: []string{"string"}}}}}}
	}
}

// widen lets an envelope stand under the statuses of its entries that are none of errors.
func (env *Envelope) widen(entries []*Entry) {
	if len(env.Status) > 0 {
		return
	}
	var more []string
	for _, e := range entries {
		for _, s := range e.Status {
			if slices.Contains(e.Envelopes, env) && s < "4" && !slices.Contains(more, s) {
				more = append(more, s)
			}
		}
	}
	if len(more) > 0 {
		slices.Sort(more)
		env.Status = append(more, "4XX", "5XX")
	}
}

// optionalCode lets entries do without a code.
func (n *Node) optionalCode() {
	if n.Field == "code" || n.Field == "" && n.Name == "code" && len(n.Members) == 0 {
		n.Optional = true
	}
	for _, m := range n.Members {
		m.optionalCode()
	}
}

// merge makes one of entries that no response tells apart: those of one code, one set of
// statuses, and the same texts. What each says of itself is kept.
func (c *Catalog) merge() {
	first, coded := map[string]*Entry{}, map[string]*Entry{}
	var kept []*Entry
	into := map[*Entry]*Entry{}
	for _, e := range c.Entries {
		key := e.identity()
		old := first[key]
		if old == nil && e.Code != "" && len(e.Fields) == 0 && !e.Marked {
			old = coded[e.Code] // what an overview or a list of an operation says again
			if old != nil && len(e.Status) > 0 && !slices.Equal(e.Status, old.Status) {
				old = nil
			}
		}
		if old == nil {
			if coded[e.Code] == nil {
				coded[e.Code] = e
			}
			first[key] = e
			kept = append(kept, e)
			continue
		}
		into[e], e.same = old, old
		old.Also = append(old.Also, e.Line)
		if e.Description != "" && !strings.Contains(old.Description, e.Description) {
			old.Description = strings.TrimSpace(old.Description + "\n" + e.Description)
		}
		if e.Remedy != "" && !strings.Contains(old.Remedy, e.Remedy) {
			old.Remedy = strings.TrimSpace(old.Remedy + "\n" + e.Remedy)
		}
		for _, env := range e.Envelopes {
			if !slices.Contains(old.Envelopes, env) {
				old.Envelopes = append(old.Envelopes, env)
			}
		}
	}
	c.Entries = kept
	for _, e := range c.Entries {
		if old := into[e.Parent]; old != nil {
			e.Parent = old
		}
		if e.Parent == e {
			e.Parent = nil
		}
	}
	replace := func(es []*Entry) {
		for i, e := range es {
			if old := into[e]; old != nil {
				es[i] = old
			}
		}
	}
	for _, x := range c.Examples {
		replace(x.Entries)
	}
	place := map[*Entry]int{}
	for i, e := range c.Entries {
		place[e] = i
	}
	for _, o := range c.Operations {
		replace(o.Errors)
		slices.SortStableFunc(o.Errors, func(a, b *Entry) int { return place[a] - place[b] })
		o.Errors = slices.Compact(o.Errors)
	}
}

// Settled is the entry that an entry has become: the one of which it says the same.
func (e *Entry) Settled() *Entry {
	if e.same != nil {
		return e.same
	}
	return e
}

// identity is what tells an entry from others: without a code its envelopes do, too.
func (e *Entry) identity() string {
	if e.Marked {
		return e.Name
	}
	facts := []string{e.Code, e.Close, strings.Join(e.Status, " ")}
	for _, f := range e.Fields {
		facts = append(facts, f.Name, strings.Join(f.Wordings, "\x01"))
	}
	if e.Code == "" {
		for _, env := range e.Envelopes {
			facts = append(facts, fmt.Sprintf("in %p", env))
		}
	}
	if e.Code == "" && len(e.Fields) == 0 && len(e.Status) == 0 {
		facts = append(facts, fmt.Sprintf("line %d", e.Line))
	}
	return strings.Join(facts, "\x00")
}

// Show says what an entry is, where it has no name yet.
func (e *Entry) Show() string {
	parts := append([]string{}, e.Status...)
	if e.Close != "" {
		parts = append(parts, "close "+e.Close)
	}
	if e.Code != "" {
		parts = append(parts, e.Code)
	}
	if e.Hint != "" {
		parts = append(parts, e.Hint)
	}
	if len(parts) == 0 {
		return "an error"
	}
	return strings.Join(parts, " ")
}
