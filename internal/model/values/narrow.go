package values

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// comparison compares what two schemas allow.
type comparison struct {
	check *Checker            // nil: types alone count
	known map[compared]string // answers, "" while one is looked for
}

// compared is a comparison that was made.
type compared struct {
	narrow, wide *model.Schema
	texts        bool
}

// Widens says what narrow allows that wide does not, "" if nothing. Constraints
// that cannot be compared (two patterns) are compared by samples.
func (c *Checker) Widens(narrow, wide *model.Schema) string {
	strict := comparison{check: c, known: map[compared]string{}}
	return strict.widens(narrow, wide, true)
}

// MayStand reports whether values of a param can stand alone at a place, and
// whether as text although they are none (docs/spec.md#templates).
func MayStand(param, place *model.Schema) (asText, ok bool) {
	c := comparison{known: map[compared]string{}}
	if c.widens(param, place, false) == "" {
		return false, true
	}
	return true, c.widens(param, place, true) == ""
}

func (c *comparison) widens(narrow, wide *model.Schema, texts bool) string {
	n, w := narrow.Resolved(), wide.Resolved()
	switch {
	case narrow.AdmitsNull() && !wide.AdmitsNull():
		return "null"
	case n == w:
		return ""
	}
	key := compared{n, w, texts}
	if why, ok := c.known[key]; ok {
		return why
	}
	c.known[key] = ""
	c.known[key] = c.typeWidens(n, w, texts)
	return c.known[key]
}

func (c *comparison) typeWidens(n, w *model.Schema, texts bool) string {
	switch w.Kind {
	case model.AnyKind:
		return ""
	case model.OneOfKind:
		return c.widensChoice(n, w, texts)
	}
	if why := c.kindWidens(n, w, texts); why != "" {
		return why
	}
	if c.check != nil && n.Kind != model.ErrorKind {
		if why := c.constraintsWiden(n, w); why != "" {
			return why
		}
	}
	switch n.Kind {
	case model.ArrayKind:
		return c.widens(Item(n), Item(w), false)
	case model.ObjectKind, model.MapKind:
		return c.objectWidens(n, w)
	}
	return ""
}

// widensChoice compares with a oneOf: every alternative, or the one schema, must
// fit one of its alternatives.
func (c *comparison) widensChoice(n, w *model.Schema, texts bool) string {
	alternatives := []*model.Schema{n}
	if n.Kind == model.OneOfKind {
		alternatives = n.OneOf
	}
	for _, a := range alternatives {
		fits := slices.ContainsFunc(w.OneOf, func(b *model.Schema) bool {
			return TypesOf(a)&^NullType == TypesOf(b)&^NullType && c.widens(a, b, false) == "" ||
				texts && c.widens(a, b, true) == ""
		})
		if !fits {
			return Describe(a) + ", as declared"
		}
	}
	return ""
}

// kindWidens compares kinds. Scalars may stand for text, if texts says so.
func (c *comparison) kindWidens(n, w *model.Schema, texts bool) string {
	ok := n.Kind == w.Kind
	switch w.Kind {
	case model.NumberKind:
		ok = ok || n.Kind == model.IntegerKind
	case model.StringKind:
		ok = ok || texts && n.IsScalar()
	case model.UnionKind:
		kinds := n.Union
		if n.Kind != model.UnionKind {
			kinds = []model.Kind{n.Kind}
		}
		ok = !slices.ContainsFunc(kinds, func(k model.Kind) bool { return !UnionTakes(w, k) }) ||
			texts && n.IsScalar() && slices.Contains(w.Union, model.StringKind)
	case model.MapKind:
		ok = ok || n.Kind == model.ObjectKind
	case model.ErrorKind:
		ok = ok && n.ErrorOf == w.ErrorOf
	}
	if !ok {
		return Describe(n)
	}
	return ""
}

// objectWidens compares members. Members that the wide one does not know are
// allowed, since unknown ones always are.
func (c *comparison) objectWidens(n, w *model.Schema) string {
	for _, p := range w.Properties {
		i := slices.IndexFunc(n.Properties, func(q model.Property) bool { return q.Name == p.Name })
		switch {
		case i < 0 && !p.Optional, i >= 0 && n.Properties[i].Optional && !p.Optional:
			return fmt.Sprintf("an object without %s", diag.Quote(p.Name))
		case i >= 0:
			if why := c.widens(n.Properties[i].Schema, p.Schema, false); why != "" {
				return fmt.Sprintf("%s for %s", why, diag.Quote(p.Name))
			}
		}
	}
	if w.Additional == nil {
		return ""
	}
	for _, q := range n.Properties {
		if slices.ContainsFunc(w.Properties, func(p model.Property) bool { return q.Name == p.Name }) {
			continue
		}
		if why := c.widens(q.Schema, w.Additional, false); why != "" {
			return fmt.Sprintf("%s for %s", why, diag.Quote(q.Name))
		}
	}
	if n.Additional != nil {
		return c.widens(n.Additional, w.Additional, false)
	}
	return ""
}

// constraintsWiden compares enums, bounds, lengths and patterns.
func (c *comparison) constraintsWiden(n, w *model.Schema) string {
	if len(n.Enum) > 0 {
		for _, v := range n.Enum {
			if why := c.check.Violation(AsKind(v, w), w); why != "" {
				return why
			}
		}
		return ""
	}
	if len(w.Enum) > 0 {
		return "values that are none of " + showAll(w.Enum)
	}
	if n.Kind != w.Kind && w.Kind == model.StringKind {
		return "" // a scalar as text
	}
	switch TypesOf(n) & (NumberType | StringType | ArrayType) { // a wide union has constraints of other kinds as well
	case ArrayType:
		return itemsWiden(n, w)
	case NumberType:
		return numbersWiden(n, w)
	case StringType:
		return c.textsWiden(n, w)
	case NumberType | StringType:
		return cmp.Or(numbersWiden(n, w), c.textsWiden(n, w))
	}
	return ""
}

func itemsWiden(n, w *model.Schema) string {
	switch {
	case below(n.MinItems, w.MinItems):
		return fmt.Sprintf("lists of fewer than %d items", *w.MinItems)
	case above(n.MaxItems, w.MaxItems):
		return fmt.Sprintf("lists of more than %d items", *w.MaxItems)
	}
	return ""
}

func numbersWiden(n, w *model.Schema) string {
	low, lowOpen := LowerBound(n)
	wideLow, wideLowOpen := LowerBound(w)
	high, highOpen := UpperBound(n)
	wideHigh, wideHighOpen := UpperBound(w)
	return cmp.Or(beyond(low, wideLow, lowOpen, wideLowOpen, -1, "below"), beyond(high, wideHigh, highOpen, wideHighOpen, 1, "above"))
}

// beyond says what one bound allows that a wide one does not; side is -1 for lower
// bounds and 1 for upper ones, which word says as well.
func beyond(bound, wide string, open, wideOpen bool, side int, word string) string {
	switch {
	case wide == "":
		return ""
	case bound == "" || Compare(bound, wide)*side > 0:
		return "numbers " + word + " " + wide
	case wideOpen && !open && Compare(bound, wide) == 0:
		return "the number " + wide
	}
	return ""
}

func below(n, wide *int) bool { return wide != nil && *wide > 0 && (n == nil || *n < *wide) }
func above(n, wide *int) bool { return wide != nil && (n == nil || *n > *wide) }

// textsWiden compares lengths, those that a pattern or a format implies too, and patterns.
// Two patterns are compared by samples of the narrow one.
func (c *comparison) textsWiden(n, w *model.Schema) string {
	length := lengthsOf(n)
	switch {
	case below(&length.min, w.MinLength):
		return fmt.Sprintf("texts shorter than %d characters", *w.MinLength)
	case w.MaxLength != nil && (length.max < 0 || length.max > *w.MaxLength):
		return fmt.Sprintf("texts longer than %d characters", *w.MaxLength)
	case w.Pattern == "" || n.Pattern == w.Pattern:
		return ""
	case n.Pattern == "":
		return "texts that do not match the pattern " + diag.Quote(w.Pattern)
	}
	for _, sample := range PatternSamples(n.Pattern) {
		if !c.check.Matches(w.Pattern, sample) {
			return fmt.Sprintf("%s, which does not match the pattern %s", diag.Quote(sample), diag.Quote(w.Pattern))
		}
	}
	return ""
}
