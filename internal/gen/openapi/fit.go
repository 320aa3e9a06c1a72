package openapi

import "github.com/seed-1b9d9f04/errgen/internal/model"

// fit counts the members that a body has of an envelope's node, constants
// twice; -1 if a required one is not there or a constant differs. It tells a
// documented body's envelope among those of its entry; that it is the entry's
// has been proved before.
func fit(n *model.Node, v model.Value) int {
	switch n.Kind {
	case model.ObjectNode:
		if v.Kind != model.ObjectValue {
			return -1
		}
		return fitMembers(n.Members, v)
	case model.RepeatedNode:
		if v.Kind != model.ArrayValue {
			return -1
		}
	case model.ConstNode:
		if len(n.As) == 0 && (v.Kind != n.Const.Kind || v.Kind == model.StringValue && v.Text != n.Const.Text) {
			return -1
		}
		return 2
	}
	return 1
}

func fitMembers(members []*model.Node, v model.Value) int {
	at := make(map[string]model.Value, len(v.Members))
	for _, m := range v.Members {
		at[m.Name] = m.Value
	}
	size := 0
	for _, m := range members {
		value, there := at[m.Name]
		if !there {
			if m.Optional || m.Alias {
				continue
			}
			return -1
		}
		s := fit(m, value)
		if s < 0 {
			return -1
		}
		size += s
	}
	return size
}
