package load

import (
	"fmt"
	"io"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// tree turns YAML nodes into Values and holds them to the subset of YAML that a
// catalog may use: docs/spec.md#yaml.
type tree struct {
	source *source
	list   *diag.List
	marks  *cursor // nil if the text cannot hold a non-specific tag
}

// parse reads the one document of a file. It returns nil if there is none that
// can be read, which it has then reported.
func parse(s *source, l *diag.List) *Value {
	t := &tree{source: s, list: l, marks: newCursor(s.text)}
	dec := newDocuments(s.text)
	doc, err := dec.next()
	if err != nil && err != io.EOF {
		t.syntaxError(err)
		return nil
	}
	if err == io.EOF || isNothing(doc.Content[0]) {
		l.Report(diag.Pos{File: s.path, Line: 1, Column: 1}, diag.EmptyFile, "the file is empty",
			"begin with `errgen: 1`")
		return nil
	}
	v := t.value(doc.Content[0], 0)
	switch second, err := dec.next(); {
	case err == nil:
		t.report(second, diag.SeveralDocuments, "a second YAML document begins here",
			"put each catalog into a file of its own")
	case err != io.EOF:
		t.syntaxError(err)
		return nil
	}
	return v
}

func (t *tree) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: t.source.path, Line: n.Line, Column: n.Column}
}

func (t *tree) report(n *yaml.Node, code diag.Code, message, remedy string, related ...diag.Related) {
	t.list.Report(t.pos(n), code, message, remedy, related...)
}

// broken is what stands in the tree for a node that was reported.
func (t *tree) broken(n *yaml.Node) *Value {
	return &Value{Pos: t.pos(n), Quoted: true, Broken: true}
}

// value turns a node that stands within depth others into a Value.
func (t *tree) value(n *yaml.Node, depth int) *Value {
	t.checkPlainYAML(n)
	if n.Kind == yaml.AliasNode {
		return t.broken(n)
	}
	if depth == maxDepth && n.Kind != yaml.ScalarNode {
		t.report(n, diag.OverLimit, fmt.Sprintf("more than %d mappings and lists within each other", maxDepth),
			"give inner schemas a name under `types`")
		return t.broken(n)
	}
	v := &Value{Pos: t.pos(n)}
	switch n.Kind {
	case yaml.MappingNode:
		v.Kind = Mapping
		t.members(v, n, depth)
	case yaml.SequenceNode:
		v.Kind = Sequence
		for _, item := range n.Content {
			v.Items = append(v.Items, t.value(item, depth+1))
		}
	default:
		v.Quoted = n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
		v.Text = t.source.standIns.Undo(n.Value)
	}
	return v
}

// checkPlainYAML reports anchors, aliases and tags.
func (t *tree) checkPlainYAML(n *yaml.Node) {
	const instead = "write it out; `defaults`, `parent` and `types` save repetition"
	switch {
	case n.Kind == yaml.AliasNode:
		t.report(n, diag.Anchor, "alias "+diag.Quote("*"+n.Value), instead+"; quote a text that begins with *")
	case n.Anchor != "":
		t.report(n, diag.Anchor, "anchor "+diag.Quote("&"+n.Anchor), instead+"; quote a text that begins with &")
	case n.Style&yaml.TaggedStyle != 0:
		t.report(n, diag.Tag, "tag "+diag.Quote(n.Tag), "remove the tag; quote a text that begins with !")
	case t.marks != nil && t.marks.at(n.Line, n.Column) == '!':
		t.report(n, diag.Tag, "tag `!`", "remove the tag; quote a text that begins with !")
	}
}

// members fills a mapping. A flow mapping all of whose keys lack a value is a
// text whose quotes were forgotten, so it is broken as a whole.
func (t *tree) members(v *Value, n *yaml.Node, depth int) {
	first := make(map[string]diag.Pos, len(n.Content)/2)
	bare := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, ok := t.key(n.Content[i])
		if !ok {
			continue
		}
		if at, twice := first[key.S]; twice {
			t.list.Report(key.Pos, diag.DuplicateKey, "duplicate key "+diag.Quote(key.S), "keep one of the two",
				diag.Related{Pos: at, Message: "first given here"})
			continue
		}
		first[key.S] = key.Pos
		var value *Value
		if c := n.Content[i+1]; n.Style&yaml.FlowStyle != 0 && isNothing(c) {
			bare++
			remedy := "quote a text with a comma or a placeholder"
			if like, _, ok := t.source.lookalike(key.Pos.Line); ok {
				remedy += "; in this line stands " + like.message
			}
			t.list.Report(key.Pos, diag.KeyWithoutValue, "key "+diag.Quote(key.S)+" without a value", remedy)
			value = t.broken(n.Content[i])
			value.bare = true
		} else {
			value = t.value(c, depth+1)
		}
		if isNothing(n.Content[i+1]) {
			value.Pos = key.Pos // yaml.v3's is wherever the next thing begins
		}
		v.Members = append(v.Members, Member{Key: key, Value: value})
	}
	v.Broken = bare > 0 && bare == len(v.Members)
}

// isNothing reports whether nothing is written where the node stands.
func isNothing(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && n.Value == "" && n.Anchor == ""
}

// key returns the text of a mapping's key.
func (t *tree) key(n *yaml.Node) (Text, bool) {
	t.checkPlainYAML(n)
	switch {
	case n.Kind == yaml.AliasNode:
		return Text{}, false
	case n.Kind != yaml.ScalarNode:
		t.report(n, diag.KeyNotText, "a mapping or a list as a key", "quote a text that begins with { or [")
		return Text{}, false
	case isNothing(n):
		t.report(n, diag.KeyNotText, "a value without a key", "write the key before the colon")
		return Text{}, false
	case n.Style == 0 && n.Value == "<<":
		t.report(n, diag.Anchor, "merge key `<<`", "write it out; `defaults`, `parent` and `types` save repetition")
		return Text{}, false
	}
	return Text{Pos: t.pos(n), S: t.source.standIns.Undo(n.Value)}, true
}
