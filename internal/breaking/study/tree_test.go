package study

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// node is a YAML node with what mutations do to it.
type node = yaml.Node

// clone is a deep copy.
func clone(n *node) *node {
	c := *n
	c.Content = nil
	for _, child := range n.Content {
		c.Content = append(c.Content, clone(child))
	}
	return &c
}

// parse is YAML as a tree; it is part of the test, and valid.
func parse(text string) *node {
	var doc node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		panic(err)
	}
	return doc.Content[0]
}

// text is a tree as YAML.
func text(n *node) string {
	b, err := yaml.Marshal(n)
	if err != nil {
		panic(err)
	}
	return string(b)
}

// get is the value of a path of keys, nil if there is none.
func get(n *node, path ...string) *node {
	for _, key := range path {
		if n == nil || n.Kind != yaml.MappingNode {
			return nil
		}
		i := indexOf(n, key)
		if i < 0 {
			return nil
		}
		n = n.Content[i+1]
	}
	return n
}

func indexOf(n *node, key string) int {
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// set gives a key a value, at the end if it is new.
func set(n *node, key, value string) {
	v := parse(value)
	if i := indexOf(n, key); i >= 0 {
		n.Content[i+1] = v
	} else {
		n.Content = append(n.Content, &node{Kind: yaml.ScalarNode, Value: key}, v)
	}
}

// put is set for a tree.
func put(n *node, key string, v *node) {
	set(n, key, "x")
	n.Content[indexOf(n, key)+1] = v
}

// del removes a key.
func del(n *node, key string) bool {
	i := indexOf(n, key)
	if i < 0 {
		return false
	}
	n.Content = slices.Delete(n.Content, i, i+2)
	return true
}

// member is a key with its value.
type member struct {
	of    *node
	key   *node
	value *node
}

func members(n *node) []member {
	var all []member
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		all = append(all, member{n, n.Content[i], n.Content[i+1]})
	}
	return all
}

// name is the key as text.
func (m member) name() string { return m.key.Value }

// entries are the members of errors.
func entries(root *node) []member { return members(get(root, "errors")) }

// entry is an entry's value, a mapping.
func entry(root *node, name string) *node { return get(root, "errors", name) }

// envelopes are the members of envelopes.
func envelopes(root *node) []member { return members(get(root, "envelopes")) }

// schema is a schema in an envelope: a property, an item, a header.
type schema struct {
	member
	envelope string
	object   *node // whose property it is, nil for headers
}

// schemas are all named schemas of all envelopes.
func schemas(root *node) []schema {
	var all []schema
	for _, env := range envelopes(root) {
		for _, h := range members(get(env.value, "headers")) {
			all = append(all, schema{h, env.name(), nil})
		}
		all = append(all, below(get(env.value, "body"), env.name())...)
	}
	return all
}

func below(n *node, envelope string) []schema {
	var all []schema
	for _, p := range members(get(n, "properties")) {
		all = append(all, schema{p, envelope, n})
		all = append(all, below(p.value, envelope)...)
	}
	if items := get(n, "items"); items != nil {
		all = append(all, below(items, envelope)...)
	}
	return all
}

// params are the declared params of all entries.
func params(root *node) []member {
	var all []member
	for _, e := range entries(root) {
		all = append(all, members(get(e.value, "params"))...)
	}
	return all
}

// typed are the schemas of envelopes, params and types.
func typed(root *node) []member {
	all := append(params(root), members(get(root, "types"))...)
	for _, s := range schemas(root) {
		all = append(all, s.member)
	}
	return slices.DeleteFunc(all, func(m member) bool { return m.value.Kind != yaml.MappingNode })
}

// replaceName replaces scalars and keys that are exactly a name, everywhere.
func replaceName(n *node, from, to string) {
	if n.Kind == yaml.ScalarNode && n.Value == from {
		n.Value = to
	}
	for _, child := range n.Content {
		replaceName(child, from, to)
	}
}

// dropName removes a name from all lists, and members with it as their value.
func dropName(n *node, name string) {
	if n.Kind == yaml.SequenceNode {
		n.Content = slices.DeleteFunc(n.Content, func(c *node) bool { return c.Kind == yaml.ScalarNode && c.Value == name })
	}
	if n.Kind == yaml.MappingNode {
		for _, m := range members(n) {
			if m.value.Kind == yaml.ScalarNode && m.value.Value == name {
				del(n, m.name())
			}
		}
	}
	for _, child := range n.Content {
		dropName(child, name)
	}
}

// reworded is a text with another beginning, its placeholders kept.
func reworded(s string) string { return "Now: " + s }

// texts are the texts that entries fill, with their places.
func texts(root *node) []*node {
	var all []*node
	for _, e := range entries(root) {
		for _, f := range members(get(e.value, "fields")) {
			if f.value.Kind == yaml.ScalarNode && f.value.Tag == "!!str" && strings.Contains(f.value.Value, " ") {
				all = append(all, f.value)
			}
		}
	}
	return all
}
