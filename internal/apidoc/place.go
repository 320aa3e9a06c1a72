package apidoc

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// place is a value in a file, looked at through aliases and merged mappings ("<<"), but
// not through $ref.
type place struct {
	in   *source
	node *yamltext.Node // nil: there is none
	at   int            // where it stands, with its key
}

func (p place) pos() diag.Pos { return p.in.pos(p.at) }

// below is the value of an element.
func (p place) below(e *yamltext.Element) place {
	node := e.Value
	if node.Kind == yamltext.Alias {
		node = p.in.behind(node)
	}
	return place{p.in, node, e.Start}
}

// merged are the mappings that are merged into one.
func (p place) merged() []place {
	var all []place
	if p.element("<<") == nil {
		return nil
	}
	for _, e := range p.node.Elements {
		if e.Key.Tag != "!!merge" {
			continue
		}
		m := p.below(e)
		if m.isMapping() {
			all = append(all, m)
		}
		for item := range m.items() {
			if item.isMapping() {
				all = append(all, item)
			}
		}
	}
	return all
}

// members are the members of a mapping by their keys, what is merged into it last.
func (p place) members() iter.Seq2[string, place] {
	return func(yield func(string, place) bool) { p.each(map[string]bool{}, yield) }
}

func (p place) each(seen map[string]bool, yield func(string, place) bool) bool {
	if !p.isMapping() {
		return true
	}
	for _, e := range p.node.Elements {
		if e.Key.Kind != yamltext.Scalar || e.Key.Tag == "!!merge" || seen[e.Key.Value] {
			continue
		}
		seen[e.Key.Value] = true
		if !yield(e.Key.Value, p.below(e)) {
			return false
		}
	}
	for _, m := range p.merged() {
		if !m.each(seen, yield) {
			return false
		}
	}
	return true
}

// member is the member of a mapping with a key; its node is nil if there is none.
func (p place) member(key string) place {
	if p.isMapping() {
		if e := p.element(key); e != nil {
			return p.below(e)
		}
		for _, m := range p.merged() {
			if found := m.member(key); found.node != nil {
				return found
			}
		}
	}
	return place{in: p.in, at: p.at}
}

// element is the member of a mapping that is written there with a key, nil if there is none.
func (p place) element(key string) *yamltext.Element {
	const few = 16
	if len(p.node.Elements) <= few {
		return p.node.Get(key)
	}
	index := p.in.indices[p.node]
	if index == nil {
		index = map[string]*yamltext.Element{}
		for _, e := range slices.Backward(p.node.Elements) {
			if e.Key.Kind == yamltext.Scalar {
				index[e.Key.Value] = e
			}
		}
		p.in.indices[p.node] = index
	}
	return index[key]
}

// items are the items of a sequence.
func (p place) items() iter.Seq[place] {
	return func(yield func(place) bool) {
		if p.node == nil || p.node.Kind != yamltext.Sequence {
			return
		}
		for _, e := range p.node.Elements {
			if !yield(p.below(e)) {
				return
			}
		}
	}
}

// step is the member or item that a token of a JSON Pointer leads to (RFC 6901).
func (p place) step(token string) place {
	if p.node != nil && p.node.Kind == yamltext.Sequence {
		if i, err := strconv.Atoi(token); err == nil && i >= 0 && i < len(p.node.Elements) {
			return p.below(p.node.Elements[i])
		}
	}
	return p.member(strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~"))
}

// text is the value as a text, "" if it is none.
func (p place) text() string {
	if p.node == nil || p.node.Kind != yamltext.Scalar {
		return ""
	}
	return p.node.Value
}

// boolean is the value as a boolean, if it is one.
func (p place) boolean() (value, ok bool) {
	if p.node == nil || p.node.Kind != yamltext.Scalar || p.node.Tag != "!!bool" {
		return false, false
	}
	value, ok = scalar(p.node.Tag, p.node.Value).(bool)
	return value, ok
}

// isMapping reports whether the value has members.
func (p place) isMapping() bool { return p.node != nil && p.node.Kind == yamltext.Mapping }

// hasAny reports whether the value has a member of one of the keys.
func (p place) hasAny(keys ...[]string) bool {
	return slices.ContainsFunc(slices.Concat(keys...), func(key string) bool { return p.member(key).node != nil })
}

// keys lead to the value from the top of its file, or to what it is an alias of.
func (p place) keys() []string {
	keys, _ := way(p.in.root, p.node)
	return keys
}

// way are the keys that lead from a node to one below it.
func way(from, to *yamltext.Node) (keys []string, found bool) {
	if from == to {
		return nil, true
	}
	for i, e := range from.Elements {
		if to.Start < e.Start || to.End > e.End() {
			continue
		}
		if more, found := way(e.Value, to); found {
			key := strconv.Itoa(i)
			if e.Key != nil {
				key = e.Key.Value
			}
			return append([]string{key}, more...), true
		}
	}
	return nil, false
}
