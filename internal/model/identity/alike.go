package identity

import (
	"cmp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
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
	placeholders := 0
	for _, p := range t.Parts {
		if p.Kind == model.LiteralPart {
			continue
		}
		if p.Kind != model.ParamPart || !isAnyText(p.Param.Schema) {
			return false
		}
		placeholders++
	}
	return placeholders > 0 && placeholders == len(t.Params())
}

// isAnyText reports whether all long texts are values of a schema.
func isAnyText(schema *model.Schema) bool {
	s := schema.Resolved()
	return s.Kind == model.StringKind && s.Pattern == "" && s.Format == "" && len(s.Enum) == 0 && s.Const == nil && s.MaxLength == nil
}

// isToldByTexts reports whether all params of an entry stand in texts, but for those of
// fields that it leaves open, as entries do that fill the same ones.
func isToldByTexts(e *model.Entry) bool {
	return !slices.ContainsFunc(e.Params, func(p *model.Param) bool { return !p.Implied && HasOwnPlace(e, p) })
}

// openTexts are the texts of an entry of which parts are free, by the names of their
// fields.
func openTexts(e *model.Entry, env *model.Envelope) []*model.Fill {
	var texts []*model.Fill
	for _, f := range e.Fills {
		if f.Field.Envelope == env && isOpenText(f) {
			texts = append(texts, f)
		}
	}
	slices.SortFunc(texts, func(a, b *model.Fill) int { return cmp.Compare(a.Field.Name, b.Field.Name) })
	return texts
}

// beginningIn is how the first of an entry's open texts begins.
func beginningIn(e *model.Entry, env *model.Envelope) string {
	texts := openTexts(e, env)
	if len(texts) == 0 {
		return ""
	}
	return prefixOf(texts[0].Wordings[0].Template)
}

// canBeBoth reports whether there are texts that are those of both entries, and as
// specific.
func canBeBoth(a, b *model.Entry, env *model.Envelope) bool {
	x, y := openTexts(a, env), openTexts(b, env)
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
