package layout

import (
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Write returns a new catalog in its canonical layout, with its comments, and a check
// that the text says what the value does, which can run beside what else is done with
// the text. Its error is of a value that YAML cannot say.
func Write(catalog yamledit.Map) (text []byte, check func() error) {
	n := nodeOf(catalog, fileShape, false)
	p := &printer{}
	p.block(n, 0, "")
	text = []byte(p.written())
	return text, func() error {
		after, err := yamltext.Parse(text)
		if err != nil {
			return err
		}
		said := commentsIn(n)
		slices.Sort(said)
		if !same(n.src, after, fileShape) || !slices.Equal(said, commentsOf(text, after)) {
			return errOther
		}
		return nil
	}
}

// nodeOf is the node of a value, in the order of its shape. Flow says that it stands in
// braces or brackets where it fits into a line.
func nodeOf(v yamledit.Value, s *shape, flow bool) *node {
	switch v := v.(type) {
	case yamledit.Flow:
		return nodeOf(v.Value, s, true)
	case yamledit.Map:
		out := &node{src: &yamltext.Node{Kind: yamltext.Mapping, Tag: "!!map"}, flow: flow, shape: s}
		out.grow(len(v))
		for _, m := range v {
			out.add(quoted(m.Key), m.Value, yamledit.CommentLines(m.Comment), flow)
		}
		s.sort(out.items)
		return out
	case yamledit.List:
		out := &node{src: &yamltext.Node{Kind: yamltext.Sequence, Tag: "!!seq"}, flow: flow, shape: s}
		out.grow(len(v))
		for _, item := range v {
			out.add(nil, item, nil, flow)
		}
		return out
	}
	return &node{src: scalarOf(v)}
}

// grow makes room for the elements of a collection.
func (n *node) grow(elements int) {
	n.src.Elements, n.items = make([]*yamltext.Element, 0, elements), make([]*item, 0, elements)
}

// add adds an element to a collection.
func (n *node) add(key *yamltext.Node, v yamledit.Value, comments []string, flow bool) {
	e := &yamltext.Element{Key: key}
	it := &item{src: e, value: nodeOf(v, n.shape.of(e), flow)}
	for _, text := range comments {
		it.head = append(it.head, comment{text: text})
	}
	e.Value = it.value.src
	n.src.Elements, n.items = append(n.src.Elements, e), append(n.items, it)
}

// scalarOf is a value that is no collection. What is no text is written as it is.
func scalarOf(v yamledit.Value) *yamltext.Node {
	plain := "null"
	switch v := v.(type) {
	case string:
		return quoted(v)
	case bool:
		plain = strconv.FormatBool(v)
	case int:
		plain = strconv.Itoa(v)
	case yamledit.Number:
		plain = string(v)
	}
	return &yamltext.Node{Kind: yamltext.Scalar, Tag: yamltext.PlainTag(plain), Value: plain}
}

// quoted is a text, which gets the quotes that it needs.
func quoted(text string) *yamltext.Node {
	return &yamltext.Node{Kind: yamltext.Scalar, Tag: "!!str", Value: text, Style: yamltext.SingleQuoted}
}

// commentsIn are the comments of a node and of what is in it.
func commentsIn(n *node) (all []string) {
	for _, it := range n.items {
		for _, c := range it.head {
			all = append(all, c.text)
		}
		all = append(all, commentsIn(it.value)...)
	}
	return all
}
