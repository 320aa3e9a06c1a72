package identity

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// TakenFor reports whether each response of an entry can be read as another entry in an
// envelope: all bodies of its own envelope fit that one as well, and the facts are equal
// (docs/spec.md#how-decoding-decides).
func TakenFor(e, other *model.Entry, env *model.Envelope) bool {
	return takes(env, e.Envelope) && slices.Contains(other.Reads, env) && factsIn(e, e.Envelope) == factsIn(other, env)
}

// ReadInAnotherList reports whether each response of an entry, which is an item of a list,
// is read in another repeated envelope, in which the entry is not: that stands before its
// own, and all bodies of that fit it as well (docs/spec.md#step-3-lists). Under 400 it says
// nothing: there more has to prove a fit.
func ReadInAnotherList(e *model.Entry, env *model.Envelope, c *model.Catalog) bool {
	own := e.Envelope
	if env == nil || env.Repeated == nil || own.Repeated == nil || slices.Contains(e.Reads, env) || slices.Index(c.Envelopes, env) > slices.Index(c.Envelopes, own) {
		return false
	}
	set := e.ReadStatus[0]
	if len(set) == 0 {
		set = own.Status
	}
	isLower := func(r model.StatusRange) bool { return r.Lo < 400 }
	return !slices.ContainsFunc(set, isLower) && set.Intersect(env.Status).Size() == set.Size() && takes(env, own)
}

// takes reports whether each body that fits one envelope fits another one at least as
// well: strictly, and with as many places. It is a proof: of envelopes whose fields have
// other names it says nothing.
func takes(one, other *model.Envelope) bool {
	if one.Part || other.Part || one.Kind != other.Kind || one.MediaType != other.MediaType || one.Markup != other.Markup || one.HasCode != other.HasCode {
		return false
	}
	return takesMembers(one.Headers, other.Headers) && takesNode(one.Body, other.Body)
}

// takesNode is takes of the nodes of one place.
func takesNode(one, other *model.Node) bool {
	if one == nil || other == nil {
		return one == other
	}
	if one.Kind != other.Kind || !one.Optional && other.Optional || one.Alias != other.Alias || len(one.Success)+len(other.Success)+len(one.As)+len(other.As) > 0 {
		return false
	}
	if (one.Field == nil) != (other.Field == nil) || one.Field != nil && !takesField(one.Field, other.Field) || (one.Exchange == nil) != (other.Exchange == nil) {
		return false
	}
	if one.Const != nil && string(one.Const.AppendJSON(nil)) != string(other.Const.AppendJSON(nil)) {
		return false
	}
	return takesNode(one.Additional, other.Additional) && takesNode(one.Item, other.Item) && takesMembers(one.Members, other.Members)
}

// takesField reports whether what stands in a field can stand in another one.
func takesField(one, other *model.Field) bool {
	types := values.TypesOf(other.Schema)
	return one.Name == other.Name && values.TypesOf(one.Schema)&types == types
}

// takesMembers is takes of the members of one object, or of headers: all of the second
// are among the first, and no other is required.
func takesMembers(one, other []*model.Node) bool {
	named := func(ms []*model.Node, name string) *model.Node {
		if i := slices.IndexFunc(ms, func(m *model.Node) bool { return m.Name == name }); i >= 0 {
			return ms[i]
		}
		return nil
	}
	for _, m := range other {
		if !takesNode(named(one, m.Name), m) {
			return false
		}
	}
	return !slices.ContainsFunc(one, func(m *model.Node) bool { return !m.Optional && named(other, m.Name) == nil })
}
