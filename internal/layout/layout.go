// Package layout writes catalogs in their canonical layout: the order of keys, quotes,
// indentation and blank lines. Comments stay with what they are about.
package layout

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// ErrNotPlain is of a text that uses of YAML what a catalog may not, and that
// therefore keeps its layout.
var ErrNotPlain = errors.New("anchors, aliases, tags, doubled keys and keys that are no texts cannot be laid out")

// Format returns a catalog in its canonical layout. One that is written as JSON stays
// as it is. The error is one of syntax, or ErrNotPlain.
func Format(text []byte) ([]byte, error) {
	root, err := yamltext.Parse(text)
	if err != nil {
		return nil, err
	}
	if root.Flow || root.Kind != yamltext.Mapping {
		return text, nil
	}
	if !isPlain(text, root) {
		return nil, ErrNotPlain
	}
	r := newReader(text, root)
	n := r.collection(root, fileShape, len(text))
	top := r.header(n)
	p := &printer{text: text}
	p.comments(top, 0, true)
	if first := n.items[0]; len(top) > 0 && first.blank {
		p.blank()
		first.blank = false
	}
	p.block(n, 0, "")
	out := finish(text, p.written())
	if after, err := yamltext.Parse(out); err != nil || !sameNodes(text, root, out, after) {
		return nil, errOther
	}
	return out, nil
}

var errOther = errors.New("layout: what was laid out says something else")

// header takes the comments above the first key of the file out of the tree: they are
// about the file, and stay at its top.
func (r *reader) header(n *node) []comment {
	var top []comment
	for _, it := range n.items {
		if it.src == n.src.Elements[0] {
			top, it.head = it.head, nil
			n.items[0].blank = len(top) > 0 && blankAbove(r.text, it.src.Start)
		}
	}
	if n.items[0].src != n.src.Elements[0] && len(top) == 0 {
		n.items[0].blank = false
	}
	return top
}

// finish gives a text the line ends and the byte order mark of another.
func finish(like []byte, text string) []byte {
	if 2*bytes.Count(like, []byte("\r\n")) > bytes.Count(like, []byte("\n")) {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if bytes.HasPrefix(like, []byte(yamltext.ByteOrderMark)) {
		text = yamltext.ByteOrderMark + text
	}
	return []byte(text)
}

// isPlain reports whether a document is of mappings, lists and scalars alone, with
// nothing behind it.
func isPlain(text []byte, root *yamltext.Node) bool {
	end := yamltext.Skip(text, root.End, "")
	return end == len(text) && yamltext.Doubled(root) == nil && plain(text, root)
}

func plain(text []byte, n *yamltext.Node) bool {
	if n.Kind == yamltext.Alias || n.Anchor != "" || n.Start != n.Content || n.End > n.Start && text[n.Start] == '!' {
		return false
	}
	for _, e := range n.Elements {
		if e.Key != nil && (e.Key.Kind != yamltext.Scalar || !plain(text, e.Key) || text[e.Start] == '?') || !plain(text, e.Value) {
			return false
		}
		if n.Flow && e.Key != nil && len(text) > n.Start && text[n.Start] != '{' {
			return false // [a: b]
		}
	}
	return true
}

// Same reports whether two texts have the same keys, values and comments, in the same
// order where it means something: all that a layout may not change.
func Same(a, b []byte) bool {
	before, err := yamltext.Parse(a)
	if err != nil {
		return false
	}
	after, err := yamltext.Parse(b)
	return err == nil && sameNodes(a, before, b, after)
}

// sameNodes is Same of two texts that are parsed.
func sameNodes(a []byte, before *yamltext.Node, b []byte, after *yamltext.Node) bool {
	return same(before, after, fileShape) && slices.Equal(commentsOf(a, before), commentsOf(b, after))
}

func same(a, b *yamltext.Node, s *shape) bool {
	if a.Tag != b.Tag || a.Value != b.Value || a.Kind != b.Kind && a.Tag != "!!null" || len(a.Elements) != len(b.Elements) {
		return false
	}
	for i, e := range a.Elements {
		other := b.Elements[i]
		if e.Key != nil && s != nil && s.order != nil {
			other = b.Get(e.Key.Value)
		}
		if other == nil || e.Key != nil && e.Key.Value != other.Key.Value || !same(e.Value, other.Value, s.of(e)) {
			return false
		}
	}
	return true
}

// commentsOf are the comments of a document in alphabetic order.
func commentsOf(text []byte, root *yamltext.Node) []string {
	var all []string
	for _, c := range newReader(text, root).comments {
		all = append(all, c.text)
	}
	slices.Sort(all)
	return all
}
