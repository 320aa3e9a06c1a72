package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// AlikeBut are the entries of an envelope that have equal facts if what stands in some
// fields is left aside: groups of two and more, none the ancestor of another one of its
// group.
func AlikeBut(env *model.Envelope, aside func(*model.Fill) bool) [][]*model.Entry {
	groups := alike(env.Entries, func(e *model.Entry) string { return factsBut(e, env, aside) })
	return slices.DeleteFunc(groups, func(g []*model.Entry) bool { return len(g) < 2 })
}

// ReadAsAncestor are the entries of an envelope that have the facts of an ancestor of
// theirs, each with the nearest, and no param beyond it that has a place of its own:
// they can be raised, and are read as the ancestor.
func ReadAsAncestor(env *model.Envelope) []Twins {
	facts := map[*model.Entry]string{}
	for _, e := range env.Entries {
		facts[e] = factsIn(e, env)
	}
	var pairs []Twins
	for _, e := range env.Entries {
		for a := e.Parent; a != nil; a = a.Parent {
			if theirs, is := facts[a]; is && theirs == facts[e] && !hasMore(e, a) {
				pairs = append(pairs, Twins{a, e, env})
				break
			}
		}
	}
	return pairs
}

// hasMore reports whether an entry has a param with a place of its own that an ancestor
// lacks: step 8 prefers the entry of which more params are there.
func hasMore(e, a *model.Entry) bool {
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool {
		return HasOwnPlace(e, p) && !slices.ContainsFunc(a.Params, func(q *model.Param) bool { return q.Name == p.Name })
	})
}

// maxCompared bounds how many entries one is compared with: those that begin alike.
const maxCompared = 100

// InFileOrder are pairs of entries of an envelope of which one response can be both, so
// that only their order in the file decides (docs/spec.md#step-8-several-are-left):
// their texts hold as many bytes of literal text, and one text can be taken for both.
// It is a proof: of pairs for which there is none, nothing is said.
func InFileOrder(env *model.Envelope) []Twins {
	var pairs []Twins
	for _, group := range AlikeBut(env, isOpenText) {
		group = slices.DeleteFunc(slices.Clone(group), func(e *model.Entry) bool { return !isToldByTexts(e) })
		slices.SortStableFunc(group, func(a, b *model.Entry) int { return strings.Compare(beginningIn(a, env), beginningIn(b, env)) })
		for i, a := range group {
			for _, b := range group[i+1 : min(len(group), i+1+maxCompared)] {
				if !strings.HasPrefix(beginningIn(b, env), beginningIn(a, env)) {
					break
				}
				if canBeBoth(a, b, env) {
					pairs = append(pairs, inOrder(env, a, b))
				}
			}
		}
	}
	return pairs
}

// inOrder is a pair in the order of the file.
func inOrder(env *model.Envelope, a, b *model.Entry) Twins {
	if slices.Index(env.Entries, b) < slices.Index(env.Entries, a) {
		a, b = b, a
	}
	return Twins{a, b, env}
}

// isOpenText reports whether one text of which parts are free stands in a field.
func isOpenText(f *model.Fill) bool {
	return f.Own && len(f.Wordings) == 1 && isFree(f.Wordings[0].Template)
}

// isFree reports whether a text has placeholders, each once, for which any text can
// stand.
func isFree(t *model.Template) bool {
	if t == nil {
		return false
	}
	for _, p := range t.Parts {
		if p.Kind != model.LiteralPart && (p.Kind != model.ParamPart || !isAnyText(p.Param.Schema)) {
			return false
		}
	}
	return len(t.Params()) > 0 && !repeats(t)
}

// isAnyText reports whether all long texts are values of a schema.
func isAnyText(schema *model.Schema) bool {
	s := schema.Resolved()
	return s.Kind == model.StringKind && s.Pattern == "" && s.CheckedFormat() == "" && len(s.Enum) == 0 && s.Const == nil && s.MaxLength == nil
}

// isToldByTexts reports whether all params of an entry stand in texts, but for those of
// fields that it leaves open, as entries do that fill the same ones.
func isToldByTexts(e *model.Entry) bool {
	return !slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Implied && HasOwnPlace(e, p) })
}

// textsIn are those texts of an entry that are so, by the names of their fields.
func textsIn(e *model.Entry, env *model.Envelope, is func(*model.Fill) bool) []*model.Fill {
	var texts []*model.Fill
	for _, f := range e.Fills {
		if f.Field.Envelope == env && is(f) {
			texts = append(texts, f)
		}
	}
	slices.SortFunc(texts, func(a, b *model.Fill) int { return cmp.Compare(a.Field.Name, b.Field.Name) })
	return texts
}

// beginningIn is how the first of an entry's open texts begins.
func beginningIn(e *model.Entry, env *model.Envelope) string {
	texts := textsIn(e, env, isOpenText)
	if len(texts) == 0 {
		return ""
	}
	return prefixOf(texts[0].Wordings[0].Template)
}

// canBeBoth reports whether there are texts that are those of both entries, and as
// specific.
func canBeBoth(a, b *model.Entry, env *model.Envelope) bool {
	x, y := textsIn(a, env, isOpenText), textsIn(b, env, isOpenText)
	if len(x) != len(y) || len(x) == 0 {
		return false
	}
	one, other := 0, 0
	for i := range x {
		s, t := x[i].Wordings[0].Template, y[i].Wordings[0].Template
		if x[i].Field != y[i].Field || textsDiffer(s, t) {
			return false
		}
		one, other = one+s.LiteralLen(), other+t.LiteralLen()
	}
	return one == other
}

// Hidden are pairs of entries of an envelope of which the second is read as the first
// whenever it is written: their texts have the same words, what stands for their
// placeholders may stand for those of the first as well, and nothing else tells them
// (docs/spec.md#step-8-several-are-left). Of entries with several wordings nothing is said,
// and those that are broken are looked over.
func Hidden(env *model.Envelope, isBroken func(*model.Entry) bool, c *values.Checker) []Twins {
	var pairs []Twins
	told := slices.DeleteFunc(slices.Clone(env.Entries), func(e *model.Entry) bool { return isBroken(e) || !isToldByTexts(e) })
	for _, group := range alike(told, func(e *model.Entry) string { return factsBut(e, env, isTypedText) }) {
		group = group[:min(len(group), maxCompared)]
		for i, b := range group {
			for _, a := range group[:i] {
				if hides(a, b, env, c) && factsIn(a, env) != factsIn(b, env) {
					pairs = append(pairs, Twins{a, b, env})
					break
				}
			}
		}
	}
	return pairs
}

// isTypedText reports whether one text with params stands in a field.
func isTypedText(f *model.Fill) bool {
	return f.Own && len(f.Wordings) == 1 && f.Wordings[0].Template != nil && len(f.Wordings[0].Template.Params()) > 0
}

// hides reports whether the texts of an entry take all that another one's are, and are as
// specific.
func hides(a, b *model.Entry, env *model.Envelope, c *values.Checker) bool {
	return slices.EqualFunc(textsIn(a, env, isTypedText), textsIn(b, env, isTypedText), func(f, g *model.Fill) bool {
		return f.Field == g.Field && slices.EqualFunc(f.Wordings[0].Template.Parts, g.Wordings[0].Template.Parts, func(p, q model.Part) bool {
			if p.Kind != q.Kind || p.Literal != q.Literal || p.Param == nil || q.Param == nil {
				return p.Kind == q.Kind && p.Literal == q.Literal && p.Param == q.Param
			}
			return takesSchema(p.Param.Schema, q.Param.Schema, c)
		}) && !repeats(f.Wordings[0].Template)
	})
}

// takesSchema reports whether a schema is shown to allow what another one does, and makes
// a text as specific.
func takesSchema(one, other *model.Schema, c *values.Checker) bool {
	s, o := one.Resolved(), other.Resolved()
	isShown := (s.Pattern == "" || s.Pattern == o.Pattern) && takesFormat(s, o)
	return isShown && c.Widens(other, one) == "" && (!isPlain(s) || isPlain(o))
}

// takesFormat reports whether values of a schema's format are of another one's, too: an
// integer without one has 63 bits and a sign.
func takesFormat(s, o *model.Schema) bool {
	format, other := s.CheckedFormat(), o.CheckedFormat()
	return format == other || format == "" && !(s.Kind == model.IntegerKind && other == "uint64")
}

// repeats reports whether a param stands twice in a text.
func repeats(t *model.Template) bool {
	n := 0
	for _, p := range t.Parts {
		if p.Param != nil {
			n++
		}
	}
	return n > len(t.Params())
}

// isPlain reports whether a schema says of a string nothing more: a placeholder of another
// one makes a text more specific.
func isPlain(s *model.Schema) bool {
	return s.Kind == model.StringKind && len(s.Enum) == 0 && s.Pattern == "" && s.CheckedFormat() == "" && (s.MinLength == nil || *s.MinLength == 0) && s.MaxLength == nil
}
