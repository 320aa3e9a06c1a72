package yamledit

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// sense is what a document says, whatever its layout.
type sense struct {
	tag, text, anchor string
	mapping           bool
	keys              []*sense
	values            []*sense
}

// meaning is what a node says. An alias says that it is one.
func meaning(n *yamltext.Node) *sense {
	s := &sense{tag: n.Tag, text: n.Value, anchor: n.Anchor, mapping: n.Kind == yamltext.Mapping}
	if n.Kind == yamltext.Alias {
		s.tag = "alias"
	}
	if n.Kind == yamltext.Nothing {
		s.tag = "!!null"
	}
	for _, e := range n.Elements {
		if e.Key != nil {
			s.keys = append(s.keys, meaning(e.Key))
		}
		s.values = append(s.values, meaning(e.Value))
	}
	return s
}

// said is what a value says.
func said(v Value) *sense {
	s := &sense{tag: "!!str"}
	switch v := bare(v).(type) {
	case nil:
		s.tag = "!!null"
	case bool:
		s.tag, s.text = "!!bool", strconv.FormatBool(v)
	case int:
		s.tag, s.text = "number", strconv.Itoa(v)
	case Number:
		s.tag, s.text = "number", string(v)
	case string:
		s.text = v
	case List:
		s.tag = "!!seq"
		for _, item := range v {
			s.values = append(s.values, said(item))
		}
	case Map:
		s.tag, s.mapping = "!!map", true
		for _, m := range v {
			s.keys = append(s.keys, said(m.Key))
			s.values = append(s.values, said(m.Value))
		}
	}
	return s
}

// equal reports whether two say the same. The order of a mapping's members is no part
// of it.
func equal(a, b *sense) bool {
	if a.tag != b.tag && !(a.isNumber() && b.isNumber()) || a.mapping != b.mapping || a.text != b.text && a.tag != "!!null" || a.anchor != b.anchor ||
		len(a.keys) != len(b.keys) || len(a.values) != len(b.values) {
		return false
	}
	if a.mapping && !slices.EqualFunc(a.keys, b.keys, equal) {
		return equalAnyhow(a, b)
	}
	return slices.EqualFunc(a.values, b.values, equal)
}

// equalAnyhow is equal of mappings whose members stand in another order. A key that is
// there several times has its places in their order.
func equalAnyhow(a, b *sense) bool {
	places := map[string][]int{}
	for i, key := range b.keys {
		places[key.tag+" "+key.text] = append(places[key.tag+" "+key.text], i)
	}
	for i, key := range a.keys {
		name := key.tag + " " + key.text
		if len(places[name]) == 0 {
			return false
		}
		j := places[name][0]
		places[name] = places[name][1:]
		if !equal(key, b.keys[j]) || !equal(a.values[i], b.values[j]) {
			return false
		}
	}
	return true
}

func (s *sense) isNumber() bool { return s.tag == "number" || s.tag == "!!int" || s.tag == "!!float" }

// is reports whether a place that says s says what a value does, with an anchor or not.
func (s *sense) is(v Value) bool {
	plain := *s
	plain.anchor = ""
	return equal(&plain, said(v))
}

// on is what a document says that says s, once it is changed.
func (c *change) on(s *sense) *sense {
	if c.set && s.is(c.value) {
		return s
	}
	if c.set {
		return said(c.value)
	}
	if s.tag == "!!null" {
		if v, ok := c.made(); ok {
			return said(v)
		}
		return s
	}
	out := *s
	out.keys, out.values = nil, nil
	for i, value := range s.values {
		name := strconv.Itoa(i)
		if s.mapping {
			name = s.keys[i].text
		}
		if kid := c.kids[name]; kid != nil && kid.del {
			continue
		} else if kid != nil {
			value = kid.on(value)
		}
		if s.mapping {
			out.keys = append(out.keys, s.keys[i])
		}
		out.values = append(out.values, value)
	}
	for _, v := range c.appended {
		out.values = append(out.values, said(v))
	}
	for _, key := range c.keys {
		has := slices.ContainsFunc(s.keys, func(k *sense) bool { return k.text == key })
		if v, ok := c.kids[key].made(); ok && !has && s.mapping {
			out.keys = append(out.keys, said(key))
			out.values = append(out.values, said(v))
		}
	}
	return &out
}
