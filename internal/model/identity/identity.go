// Package identity knows what a response tells: which entry it is, as far as entries
// can be told apart, and which of the entry's params it gives back.
package identity

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Twins are two entries that no response can tell apart.
type Twins struct {
	First, Other *model.Entry
	Envelope     *model.Envelope // in which they have equal facts; nil: their close codes and reasons are equal
}

// FindTwins returns the entries that have equal facts in one envelope, params
// counting as what they can match (docs/spec.md#how-decoding-decides). A child may
// equal its ancestor: it is read as the ancestor. Entries that are broken are
// looked over.
func FindTwins(c *model.Catalog, isBroken func(*model.Entry) bool) []Twins {
	var all []Twins
	find := func(es []*model.Entry, env *model.Envelope, facts func(*model.Entry) string) {
		es = slices.DeleteFunc(slices.Clone(es), isBroken)
		for _, group := range alike(es, facts) {
			for _, e := range group[1:] {
				all = append(all, Twins{group[0], e, env})
			}
		}
	}
	for _, env := range c.Envelopes {
		find(env.Entries, env, func(e *model.Entry) string { return factsIn(e, env) })
	}
	closing := slices.DeleteFunc(slices.Clone(c.Entries), func(e *model.Entry) bool { return e.Close == nil })
	find(closing, nil, closeFacts)
	return all
}

// alike are the entries with equal facts, without those that are kinds of others of
// their group, in the order of the first of each group.
func alike(es []*model.Entry, facts func(*model.Entry) string) [][]*model.Entry {
	groups := map[string][]*model.Entry{}
	var order []string
	for _, e := range es {
		key := facts(e)
		if groups[key] == nil {
			order = append(order, key)
		}
		groups[key] = append(groups[key], e)
	}
	all := make([][]*model.Entry, len(order))
	for i, key := range order {
		all[i] = elders(groups[key])
	}
	return all
}

// elders are the entries of a group that have no ancestor in it.
func elders(group []*model.Entry) []*model.Entry {
	in := map[*model.Entry]bool{}
	for _, e := range group {
		in[e] = true
	}
	var all []*model.Entry
	for _, e := range group {
		a := e.Parent
		for a != nil && !in[a] {
			a = a.Parent
		}
		if a == nil {
			all = append(all, e)
		}
	}
	return all
}

// factsIn writes the facts of an entry in an envelope so that equal facts have
// equal texts.
func factsIn(e *model.Entry, env *model.Envelope) string { return factsBut(e, env, nil) }

// factsBut are the facts of an entry in an envelope without what stands in some fields.
func factsBut(e *model.Entry, env *model.Envelope, aside func(*model.Fill) bool) string {
	var b strings.Builder
	if hasCode(e, env) {
		b.WriteString("code " + codeFact(e.Code.Template, env.CodeField) + "\n")
	}
	b.WriteString("status " + statusFact(e.ReadStatus[slices.Index(e.Reads, env)]) + "\n")
	return b.String() + filledIn(e, env, aside)
}

// filledIn is what an entry fills in an envelope, and the headers that it adds, as
// factsIn writes them; "" if that tells nothing. Fields that are left aside are not
// there.
func filledIn(e *model.Entry, env *model.Envelope, aside func(*model.Fill) bool) string {
	var b strings.Builder
	for _, f := range e.Fills {
		if f.Field.Envelope != env || aside != nil && aside(f) {
			continue
		}
		if fact := fillFact(f); fact != "" {
			b.WriteString("field " + strconv.Quote(f.Field.Name) + " " + fact + "\n")
		}
	}
	for _, h := range e.Headers {
		for _, line := range h.Lines {
			if !mayLack(line) {
				b.WriteString("header " + h.Name + " " + wordingsFact(line.Wordings) + "\n")
			}
		}
	}
	return b.String()
}

// mayLack reports whether nothing but a param that may be absent stands in a header.
func mayLack(h *model.Header) bool {
	p := (&model.Fill{Wordings: h.Wordings}).Alone()
	return p != nil && p.MayBeAbsent()
}

// codeFact is what a code tells: one that is a number by its value.
func codeFact(t *model.Template, f *model.Field) string {
	code, constant := t.Constant()
	if constant && values.TypesOf(f.Schema)&values.StringType == 0 {
		if number, ok := values.Canonical(code); ok {
			return number
		}
	}
	return templateFact(t)
}

// fillFact is what a field tells: what the entry or an ancestor fills it with, or
// how its param was narrowed. A field that can be anything tells nothing.
func fillFact(f *model.Fill) string {
	if !f.Own && !f.Open {
		return ""
	}
	if p := f.Alone(); p != nil && !f.Wordings[0].AsText && !p.Narrows(f.Field.Schema) {
		return ""
	}
	return wordingsFact(f.Wordings)
}

func wordingsFact(ts []*model.Tree) string {
	facts := make([]string, len(ts))
	for i, t := range ts {
		facts[i] = treeFact(t)
	}
	sort.Strings(facts)
	return strings.Join(slices.Compact(facts), " or ")
}

func treeFact(t *model.Tree) string {
	switch {
	case t == nil:
		return ""
	case t.Param != nil:
		return paramFact(t.Param)
	case t.Template != nil:
		return templateFact(t.Template)
	}
	switch t.Kind {
	case model.ArrayValue:
		items := make([]string, len(t.Items))
		for i, item := range t.Items {
			items[i] = treeFact(item)
		}
		return "[" + strings.Join(items, ",") + "]"
	case model.ObjectValue:
		members := make([]string, len(t.Members))
		for i, m := range t.Members {
			members[i] = strconv.Quote(m.Name) + ":" + treeFact(m.Tree)
		}
		sort.Strings(members)
		return "{" + strings.Join(members, ",") + "}"
	}
	v, _ := t.Value()
	return v.Scalar()
}

// templateFact is what a text matches: its literals and, for each placeholder,
// what it can be and which earlier one it must equal.
func templateFact(t *model.Template) string {
	var b strings.Builder
	seen := map[*model.Param]int{}
	for _, p := range t.Parts {
		switch p.Kind {
		case model.LiteralPart:
			b.WriteString(strconv.Quote(p.Literal))
		case model.ParamPart:
			n, ok := seen[p.Param]
			if !ok {
				n = len(seen)
				seen[p.Param] = n
			}
			fmt.Fprintf(&b, "<%d %s>", n, paramFact(p.Param))
		default:
			fmt.Fprintf(&b, "<$%d>", p.Kind)
		}
	}
	return b.String()
}

func paramFact(p *model.Param) string { return schemaFact(p.Schema) }

// schemaFact is what values of a schema can be: its kind and constraints.
func schemaFact(schema *model.Schema) string {
	s := schema.Resolved()
	low, lowOpen := values.LowerBound(s)
	high, highOpen := values.UpperBound(s)
	enum := make([]string, len(s.Enum))
	for i, v := range s.Enum {
		enum[i] = strconv.Quote(v.Scalar())
	}
	sort.Strings(enum)
	length := func(n *int) string {
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
	return fmt.Sprintf("%v %v %v %v %s %v %s %v %s-%s %q %q", s.Kind, schema.AdmitsNull(), s.Union, enum, low, lowOpen, high, highOpen,
		length(s.MinLength), length(s.MaxLength), s.Pattern, s.CheckedFormat())
}

func statusFact(set model.StatusSet) string {
	sorted := slices.Clone(set)
	slices.SortFunc(sorted, func(a, b model.StatusRange) int { return a.Lo - b.Lo })
	var merged model.StatusSet
	for _, r := range sorted {
		if n := len(merged); n > 0 && merged[n-1].Hi+1 == r.Lo {
			merged[n-1].Hi = r.Hi
		} else {
			merged = append(merged, r)
		}
	}
	return fmt.Sprint(merged)
}

func closeFacts(e *model.Entry) string {
	facts := make([]string, len(e.Close.Reason))
	for i, t := range e.Close.Reason {
		facts[i] = templateFact(t)
	}
	sort.Strings(facts)
	return strconv.Itoa(e.Close.Code) + " " + strings.Join(slices.Compact(facts), " or ")
}
