package yamltext

import "slices"

// few is of how many keys a map takes longer than to compare them.
const few = 8

// Doubled is a key that its mapping has had before (YAML 1.2 section 3.2.1.3), nil if there
// is none.
func Doubled(n *Node) *Node {
	var seen map[string]bool
	if len(n.Elements) > few {
		seen = make(map[string]bool, len(n.Elements))
	}
	for i, e := range n.Elements {
		isDoubled := func(o *Element) bool { return o.Key != nil && o.Key.Value == e.Key.Value }
		switch {
		case e.Key == nil:
		case len(n.Elements) <= few:
			if slices.ContainsFunc(n.Elements[:i], isDoubled) {
				return e.Key
			}
		case seen[e.Key.Value]:
			return e.Key
		default:
			seen[e.Key.Value] = true
		}
		if key := Doubled(e.Value); key != nil {
			return key
		}
	}
	return nil
}
