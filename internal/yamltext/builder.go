package yamltext

import "gopkg.in/yaml.v3"

// builder makes Nodes of those of yaml.v3, which know where they begin, but not where
// they end.
type builder struct {
	*scanner
	nodes  map[*yaml.Node]*Node // those with anchors
	failed bool                 // something stands elsewhere than it was looked for
}

// node makes a Node of what begins at start. Indent is the column of the innermost
// collection in block style around it, -1 without one.
func (b *builder) node(y *yaml.Node, start, indent int) *Node {
	n := &Node{Tag: y.ShortTag(), Start: start, Anchor: y.Anchor}
	if isNothing(y) {
		n.Content, n.End = start, start
		return n
	}
	content, end := b.properties(y, start)
	n.Content = content
	if y.Anchor != "" {
		b.nodes[y] = n
	}
	switch y.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		n.Kind = Mapping
		if y.Kind == yaml.SequenceNode {
			n.Kind = Sequence
		}
		n.Flow = y.Style&yaml.FlowStyle != 0
		b.collection(n, y, indent)
	case yaml.AliasNode:
		n.Kind, n.Value, n.End = Alias, y.Value, n.Content+len("*"+y.Value)
		if target := b.nodes[y.Alias]; target != nil {
			target.Shared = true
		}
	default:
		n.Kind = Scalar
		if y.Value == "" && y.Style&^yaml.TaggedStyle == 0 {
			n.Content, n.End = end, end
			return n
		}
		b.scalar(n, y, indent)
	}
	return n
}

// scalar finds the end of a scalar.
func (b *builder) scalar(n *Node, y *yaml.Node, indent int) {
	n.Value = b.standIns.Undo(y.Value)
	switch at := b.byteAt(n.Content); {
	case y.Style&yaml.DoubleQuotedStyle != 0 && at == '"':
		n.Style, n.End = DoubleQuoted, b.doubleQuoted(n.Content)
	case y.Style&yaml.SingleQuotedStyle != 0 && at == '\'':
		n.Style, n.End = SingleQuoted, b.singleQuoted(n.Content)
	case y.Style&yaml.LiteralStyle != 0 && at == '|':
		n.Style, n.End = Literal, b.blockScalar(n.Content, indent)
	case y.Style&yaml.FoldedStyle != 0 && at == '>':
		n.Style, n.End = Folded, b.blockScalar(n.Content, indent)
	case y.Style&^yaml.TaggedStyle == 0:
		n.End = b.plain(n.Content, n.Value)
	default:
		b.failed = true
	}
	b.failed = b.failed || n.End < 0
}

// collection finds the elements of a mapping or sequence, and its end.
func (b *builder) collection(n *Node, y *yaml.Node, indent int) {
	at, skipped := n.Content, ""
	brace := n.Flow && (b.byteAt(at) == '{' || b.byteAt(at) == '[') // not in [a: b]
	if brace {
		at, skipped = at+1, ","
	}
	if !n.Flow {
		n.Column = b.column(b.skip(at, ""))
		indent = n.Column
	}
	width := 1
	if n.Kind == Mapping {
		width = 2
	}
	for i := 0; i+width <= len(y.Content) && !b.failed; i += width {
		e := &Element{Start: b.skip(at, skipped)}
		if n.Kind == Mapping {
			b.member(e, y.Content[i], y.Content[i+1], indent)
		} else {
			b.item(e, y.Content[i], n.Flow, indent)
		}
		n.Elements = append(n.Elements, e)
		at = e.Value.End
	}
	if n.End = at; !brace {
		return
	}
	n.End = b.skip(at, ",") + 1
	closing := map[Kind]byte{Mapping: '}', Sequence: ']'}[n.Kind]
	b.failed = b.failed || b.byteAt(n.End-1) != closing
}

// member reads the key and the value of a mapping's element.
func (b *builder) member(e *Element, key, value *yaml.Node, indent int) {
	at := e.Start
	if b.byteAt(at) == '?' && isSpace(b.byteAt(at+1)) {
		at = b.skip(at+1, "")
	}
	if !isNothing(key) && at != b.offset(key) {
		b.failed = true
	}
	e.Key = b.node(key, at, indent)
	at, e.After = e.Key.End, -1
	if colon := b.skip(at, ""); b.byteAt(colon) == ':' {
		at, e.After = colon+1, colon+1
	} else if !isNothing(value) {
		b.failed = true
	}
	e.Value = b.value(value, at, indent)
}

// item reads the value of a sequence's element.
func (b *builder) item(e *Element, value *yaml.Node, flow bool, indent int) {
	e.After = e.Start
	if !flow {
		b.failed = b.failed || b.byteAt(e.Start) != '-'
		e.After++
	}
	e.Value = b.value(value, e.After, indent)
}

// value reads what stands behind ":" or "-".
func (b *builder) value(y *yaml.Node, after, indent int) *Node {
	start := after
	if !isNothing(y) {
		start = b.skip(after, "")
		b.failed = b.failed || start != b.offset(y)
	}
	return b.node(y, start, indent)
}
