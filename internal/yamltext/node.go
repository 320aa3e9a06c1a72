package yamltext

import (
	"errors"
	"io"

	"gopkg.in/yaml.v3"
)

// Kind is what a Node is.
type Kind int

// The kinds of nodes. An alias is one of them: it is never looked through.
const (
	Nothing Kind = iota // nothing is written where the value would stand
	Scalar
	Mapping
	Sequence
	Alias
)

// Node is a value in a text, with the bytes that it stands in.
type Node struct {
	Kind   Kind
	Tag    string // as YAML resolves it: "!!str", "!!int", "!!map", ...
	Value  string // of a scalar: its text; of an alias: its name
	Style  Style
	Anchor string
	Shared bool // an alias stands for the node as well

	Start, End int // from the first byte of its properties to behind the last of its content
	Content    int // the first byte behind an anchor and a tag
	Elements   []*Element
	Column     int  // of a collection in block style: by how many characters its elements are indented
	Flow       bool // a collection in braces or brackets
}

// Element is a member of a mapping or an item of a sequence.
type Element struct {
	Start int   // where its key, "?" or "-" stands
	Key   *Node // nil in a sequence
	After int   // behind ":" or "-", where the value may begin; -1 where a key has no ":"
	Value *Node
}

// End is the place behind an element.
func (e *Element) End() int { return max(e.Value.End, e.After) }

// Style is how a scalar is written.
type Style int

// The styles of scalars.
const (
	Plain Style = iota
	SingleQuoted
	DoubleQuoted
	Literal
	Folded
)

// Get returns the member of a mapping that has a key, nil if there is none.
func (n *Node) Get(key string) *Element {
	if n.Kind != Mapping {
		return nil
	}
	for _, e := range n.Elements {
		if e.Key.Kind == Scalar && e.Key.Value == key {
			return e
		}
	}
	return nil
}

var errUnparsable = errors.New("the text cannot be parsed")

// Parse reads the first document of a text, YAML 1.2 or JSON, with or without a byte
// order mark. Places are offsets into text. Of a text without a document the node is
// Nothing, at the end of the text. An error is one of syntax.
func Parse(text []byte) (n *Node, err error) {
	defer func() { // yaml.v3 panics on some faulty texts
		if recover() != nil {
			n, err = nil, errUnparsable
		}
	}()
	s := newScanner(text)
	var doc yaml.Node
	switch err := yaml.NewDecoder(s.reader()).Decode(&doc); {
	case err == io.EOF:
		return &Node{Tag: "!!null", Start: len(text), Content: len(text), End: len(text)}, nil
	case err != nil:
		return nil, err
	case len(doc.Content) == 0:
		return nil, errUnparsable
	}
	b := builder{scanner: s, nodes: map[*yaml.Node]*Node{}}
	n = b.node(doc.Content[0], s.offset(doc.Content[0]), -1)
	if b.failed {
		return nil, errUnparsable
	}
	return n, nil
}

// isNothing reports whether nothing is written where the node stands.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == "" && n.Anchor == ""
}
