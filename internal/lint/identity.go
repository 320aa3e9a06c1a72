package lint

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/identity"
)

// textOnlyIdentity reports entries that prose alone tells from others: a text of the
// body, or the reason of a close code.
func textOnlyIdentity(c *catalog, f found) {
	c.reasonOnlyIdentity(f)
	for _, env := range c.Envelopes {
		for _, group := range identity.AlikeBut(env, isProse) {
			for i, e := range group {
				other := group[(i+1)%len(group)]
				f(c.entry(e, "fields"), fmt.Sprintf("nothing but its text tells it from %s: rewording it breaks clients", others(other, len(group)-1)),
					"give it a code of its own, or a common `parent` that a reworded text is read as", c.related(other))
			}
		}
	}
}

// reasonOnlyIdentity reports entries that the reason of their close code alone tells from
// others.
func (c *catalog) reasonOnlyIdentity(f found) {
	first := map[int]*model.Entry{}
	for _, e := range c.Entries {
		if e.Close == nil {
			continue
		}
		switch other := first[e.Close.Code]; {
		case other == nil:
			first[e.Close.Code] = e
		case root(e) != root(other):
			f(c.entry(e, "close"), fmt.Sprintf("nothing but its reason tells it from %s when close code %d comes: rewording it breaks clients", diag.Quote(other.Name), e.Close.Code),
				"give it a close code of its own, or a common `parent` with that code", c.related(other))
		}
	}
}

// childUntold reports entries that are read as an ancestor of theirs.
func childUntold(c *catalog, f found) {
	for _, env := range c.Envelopes {
		for _, pair := range identity.ReadAsAncestor(env) {
			f(c.entry(pair.Other), "nothing tells it from its ancestor "+diag.Quote(pair.First.Name)+": clients read it as that, and errors.Is and errors.As never find it",
				"give it a code, a status or a text of its own; where only servers tell them apart, allow it", c.related(pair.First))
		}
	}
}

// others are an entry and how many there are beside it.
func others(e *model.Entry, n int) string {
	if n == 1 {
		return diag.Quote(e.Name)
	}
	return fmt.Sprintf("%s and %d more", diag.Quote(e.Name), n-1)
}

// related is another entry that belongs to a finding.
func (c *catalog) related(e *model.Entry) diag.Related {
	return diag.Related{Pos: c.entry(e).pos, Message: "the other entry"}
}

// isProse reports whether a text for people stands in a field: one with white space, or
// one in a field that is called so.
func isProse(f *model.Fill) bool {
	if !f.Own || f.Field.Schema.Resolved().Kind != model.StringKind {
		return false
	}
	for _, t := range f.Wordings {
		if t.Template == nil {
			return false
		}
		if f.Field.IsMessage() {
			continue
		}
		spaced := false
		for _, p := range t.Template.Parts {
			spaced = spaced || strings.ContainsAny(strings.TrimSpace(p.Literal), " \n")
		}
		if !spaced {
			return false
		}
	}
	return len(f.Wordings) > 0
}

// fileOrder reports entries of which one response can be both.
func fileOrder(c *catalog, f found) {
	for _, env := range c.Envelopes {
		for _, pair := range identity.InFileOrder(env) {
			f(c.entry(pair.Other, "fields"), "a response can have its text and that of "+diag.Quote(pair.First.Name)+", and is then read as that, which stands before it in the file",
				"give one of them a code or status of its own, or bounds or a `pattern` to the params of its text", c.related(pair.First))
		}
	}
}

// matchText reports fields that have to agree though people read them.
func matchText(c *catalog, f found) {
	for _, e := range c.Entries {
		for _, fill := range e.Fills {
			if e.Code != nil && fill.Field.Envelope == e.Envelope && isProse(fill) && slices.Contains(e.Match, fill.Field.Name) {
				f(c.entry(e, "match"), "it has a code, and still is none if "+diag.Quote(fill.Field.Name)+" is reworded", "leave the field out of `match`, or give it a text that is only for programs")
			}
		}
	}
}

// sharedCode reports codes that several entries have that are no kin.
func sharedCode(c *catalog, f found) {
	for _, env := range c.Envelopes {
		told := map[*model.Entry]bool{} // by texts, which is reported by itself
		for _, group := range identity.AlikeBut(env, isProse) {
			for _, e := range group {
				told[e] = true
			}
		}
		first := map[string]*model.Entry{}
		for _, e := range env.Entries {
			code := e.Code.Text()
			if code == "" || e.Omits(env.CodeField) || e.Envelope != env {
				continue
			}
			switch other := first[code]; {
			case other == nil:
				first[code] = e
			case !related(e, other) && !(told[e] && told[other]):
				f(c.entry(e, "code"), "its code "+diag.Quote(code)+" is that of "+diag.Quote(other.Name)+" too: programs that look at the code alone take one for the other",
					"give it a code of its own, or make both children of one `parent` that has the code", c.related(other))
			}
		}
	}
}

// related reports whether two entries have an ancestor in common, or one is the other's.
func related(a, b *model.Entry) bool { return root(a) == root(b) }

func root(e *model.Entry) *model.Entry {
	for e.Parent != nil {
		e = e.Parent
	}
	return e
}

// codeMissing reports entries without a code in an envelope of which most have one.
func codeMissing(c *catalog, f found) {
	for _, env := range c.Envelopes {
		var bare []*model.Entry
		for _, e := range env.Entries {
			if e.Code == nil {
				bare = append(bare, e)
			}
		}
		if !env.HasCode || 2*len(bare) >= len(env.Entries) {
			continue
		}
		for _, e := range bare {
			if e.Envelope == env && len(e.Children) == 0 {
				f(c.entry(e), "it has no code, though the others have: programs have nothing of it to compare", "give it a `code`")
			}
		}
	}
}
