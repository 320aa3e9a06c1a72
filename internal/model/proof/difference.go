package proof

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// Difference is a place where a response is not what its entries write: "status", a
// header ("header:Retry-After"), or a JSON pointer into the body, with what it has there
// and what it would have, as findings show them.
type Difference struct {
	At   string `json:"at"`
	Got  string `json:"got"`
	Want string `json:"want"`
}

// absent is what is shown of a member that is not there.
const absent = "absent"

// differences compares a documented body with the one that the catalog writes, place by
// place of the envelope. Exchange values are the request's, and members that the envelope
// does not know are ignored as they are in decoding.
func differences(n *model.Node, got, want model.Value, at string) []Difference {
	switch {
	case n == nil || n.Kind == model.ExchangeNode:
		return nil
	case n.Kind == model.ObjectNode && got.Kind == model.ObjectValue && want.Kind == model.ObjectValue:
		var all []Difference
		for _, m := range n.Members {
			all = append(all, memberDifferences(m, got, want, at+"/"+model.PointerStep(m.Name))...)
		}
		return append(all, furtherDifferences(n, got, want, at)...)
	case n.Kind == model.RepeatedNode && len(got.Items) == len(want.Items) && got.Kind == want.Kind:
		var all []Difference
		for i := range got.Items {
			all = append(all, differences(n.Item, got.Items[i], want.Items[i], at+"/"+strconv.Itoa(i))...)
		}
		return all
	case includes(got, want):
		return nil
	}
	return []Difference{{at, showFull(got), showFull(want)}}
}

// memberDifferences compares one member. Null for one that is not written is absence.
func memberDifferences(m *model.Node, got, want model.Value, at string) []Difference {
	g, inGot := memberOf(got, m.Name)
	w, inWant := memberOf(want, m.Name)
	switch {
	case m.Kind == model.ExchangeNode, m.Alias && !inWant, !inGot && !inWant, !inWant && g.Kind == model.NullValue:
		return nil
	case inGot && inWant:
		return differences(m, g, w, at)
	case onlyExchange(m):
		return nil
	case inGot:
		return []Difference{{at, showFull(g), absent}}
	}
	return []Difference{{at, absent, showFull(w)}}
}

// onlyExchange reports whether nothing but exchange values stands in an object.
func onlyExchange(n *model.Node) bool {
	return n.Kind == model.ExchangeNode || n.Kind == model.ObjectNode && len(n.Members) > 0 &&
		!slices.ContainsFunc(n.Members, func(m *model.Node) bool { return !onlyExchange(m) })
}

// furtherDifferences compares the members that the object does not name: those that the
// entry writes must be there.
func furtherDifferences(n *model.Node, got, want model.Value, at string) (all []Difference) {
	for _, m := range want.Members {
		if slices.ContainsFunc(n.Members, func(k *model.Node) bool { return k.Name == m.Name }) {
			continue
		}
		g, ok := memberOf(got, m.Name)
		switch place := at + "/" + model.PointerStep(m.Name); {
		case !ok:
			all = append(all, Difference{place, absent, showFull(m.Value)})
		case !includes(g, m.Value):
			all = append(all, Difference{place, showFull(g), showFull(m.Value)})
		}
	}
	return all
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
