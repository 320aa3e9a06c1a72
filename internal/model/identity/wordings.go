package identity

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// wordingsRecover reports whether a param is given back by what stands in a field:
// by each wording up to the one that can always be written while the param is
// there. No text may be a match of two wordings.
func wordingsRecover(ts []*model.Tree, p *model.Param) bool {
	if len(ts) == 1 {
		return treeRecovers(ts[0], p)
	}
	if !disjoint(ts) {
		return false
	}
	for _, t := range ts {
		if !treeRecovers(t, p) {
			return false
		}
		if optionalBut(t, p) == nil {
			return true
		}
	}
	return false
}

// optionalBut is an optional param of a wording other than p, nil if there is none.
func optionalBut(t *model.Tree, p *model.Param) *model.Param {
	var found *model.Param
	t.EachParam(func(q *model.Param) {
		if q != p && q.MayBeAbsent() {
			found = q
		}
	})
	return found
}

// disjoint reports whether no text is a match of two of the wordings, as far as
// their beginnings and ends tell.
func disjoint(ts []*model.Tree) bool {
	for i, a := range ts {
		for _, b := range ts[:i] {
			x, y := a.Text(), b.Text()
			if x == nil || y == nil || !textsDiffer(x, y) {
				return false
			}
		}
	}
	return true
}

// textsDiffer reports whether two templates differ in their beginning or end
// whatever stands in their placeholders.
func textsDiffer(a, b *model.Template) bool {
	p, q := prefixOf(a), prefixOf(b)
	if n := min(len(p), len(q)); p[:n] != q[:n] {
		return true
	}
	p, q = suffixOf(a), suffixOf(b)
	n := min(len(p), len(q))
	if p[len(p)-n:] != q[len(q)-n:] {
		return true
	}
	return differsFromConstant(a, b) || differsFromConstant(b, a)
}

// differsFromConstant reports whether a is constant and too short for b.
func differsFromConstant(a, b *model.Template) bool {
	text, ok := a.Constant()
	_, both := b.Constant()
	return ok && !both && len(text) < b.LiteralLen()
}

func prefixOf(t *model.Template) string {
	if len(t.Parts) > 0 {
		return t.Parts[0].Literal
	}
	return ""
}

func suffixOf(t *model.Template) string {
	if n := len(t.Parts); n > 0 {
		return t.Parts[n-1].Literal
	}
	return ""
}

// treeRecovers reports whether a tree gives back a param that is in it: standing
// alone, or in a text that can be taken apart in one way only.
func treeRecovers(t *model.Tree, p *model.Param) bool {
	switch {
	case t == nil:
		return false
	case t.Param != nil:
		return t.Param == p && !(t.AsText && p.Schema.Resolved().Kind == model.UnionKind)
	case t.Template != nil:
		return templateRecovers(t.Template, p)
	}
	return slices.ContainsFunc(t.Items, func(item *model.Tree) bool { return treeRecovers(item, p) }) ||
		slices.ContainsFunc(t.Members, func(m model.TreeMember) bool { return treeRecovers(m.Tree, p) })
}
