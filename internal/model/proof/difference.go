package proof

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// difference is a place where two bodies differ, as a JSON pointer, with what they
// have there.
type difference struct{ at, got, want string }

// firstDifference compares a documented body with the one that the catalog
// writes, place by place of the envelope. Exchange values are the request's, and
// members that the envelope does not know are ignored as they are in decoding. It
// returns the first difference, nil if there is none.
func firstDifference(n *model.Node, got, want model.Value, at string) *difference {
	switch {
	case n == nil || n.Kind == model.ExchangeNode:
		return nil
	case n.Kind == model.ObjectNode && got.Kind == model.ObjectValue && want.Kind == model.ObjectValue:
		for _, m := range n.Members {
			if d := memberDifference(m, got, want, at+"/"+model.PointerStep(m.Name)); d != nil {
				return d
			}
		}
		return furtherDifference(n, got, want, at)
	case n.Kind == model.RepeatedNode && len(got.Items) == len(want.Items) && got.Kind == want.Kind:
		for i := range got.Items {
			if d := firstDifference(n.Item, got.Items[i], want.Items[i], at+"/"+strconv.Itoa(i)); d != nil {
				return d
			}
		}
		return nil
	case includes(got, want):
		return nil
	}
	return &difference{at, showFull(got), showFull(want)}
}

// memberDifference compares one member. Null for one that is not written is
// absence.
func memberDifference(m *model.Node, got, want model.Value, at string) *difference {
	g, inGot := memberOf(got, m.Name)
	w, inWant := memberOf(want, m.Name)
	switch {
	case m.Kind == model.ExchangeNode, m.Alias && !inWant, !inGot && !inWant, !inWant && g.Kind == model.NullValue:
		return nil
	case inGot && inWant:
		return firstDifference(m, g, w, at)
	case onlyExchange(m):
		return nil
	case inGot:
		return &difference{at, showFull(g), "absent"}
	}
	return &difference{at, "absent", showFull(w)}
}

// onlyExchange reports whether nothing but exchange values stands in an object.
func onlyExchange(n *model.Node) bool {
	return n.Kind == model.ExchangeNode || n.Kind == model.ObjectNode && len(n.Members) > 0 &&
		!slices.ContainsFunc(n.Members, func(m *model.Node) bool { return !onlyExchange(m) })
}

// furtherDifference compares the members that the object does not name: those
// that the entry writes must be there.
func furtherDifference(n *model.Node, got, want model.Value, at string) *difference {
	for _, m := range want.Members {
		if slices.ContainsFunc(n.Members, func(k *model.Node) bool { return k.Name == m.Name }) {
			continue
		}
		g, ok := memberOf(got, m.Name)
		switch place := at + "/" + model.PointerStep(m.Name); {
		case !ok:
			return &difference{place, "absent", showFull(m.Value)}
		case !includes(g, m.Value):
			return &difference{place, showFull(g), showFull(m.Value)}
		}
	}
	return nil
}

// includes reports whether a value holds all of another one: objects may have
// members more.
func includes(got, want model.Value) bool {
	if got.Kind != want.Kind {
		return false
	}
	switch want.Kind {
	case model.ArrayValue:
		return slices.EqualFunc(got.Items, want.Items, includes)
	case model.ObjectValue:
		for _, m := range want.Members {
			if g, ok := memberOf(got, m.Name); !ok || !includes(g, m.Value) {
				return false
			}
		}
		return true
	}
	return values.Equal(got, want)
}

// memberOf is the last member of a name, which is the one that counts.
func memberOf(v model.Value, name string) (model.Value, bool) {
	for i := len(v.Members) - 1; i >= 0; i-- {
		if v.Members[i].Name == name {
			return v.Members[i].Value, true
		}
	}
	return model.Value{}, false
}

func showFull(v model.Value) string {
	if v.Kind == model.ArrayValue || v.Kind == model.ObjectValue {
		return diag.Quote(string(v.AppendJSON(nil)))
	}
	return values.Show(v)
}
