package layout

import (
	"bytes"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// node is a value with the comments that belong to it.
type node struct {
	src   *yamltext.Node
	items []*item
	tail  []comment // behind the last item of a collection
	flow  bool      // in braces or brackets, and no comment within
	shape *shape
}

// item is an element of a collection with its comments.
type item struct {
	src      *yamltext.Element
	head     []comment // in lines of their own above it
	blank    bool      // an empty line above it, below its comments
	trailing string    // behind it in its line
	value    *node
	rank     int
}

// comment is one line of a comment.
type comment struct {
	text  string
	blank bool // an empty line above it
}

// found is a comment where it stands in the text.
type found struct {
	comment
	start  int
	column int
	own    bool // nothing else stands in its line
}

// reader gives comments to the nodes that they belong to, in the order of the text.
type reader struct {
	text     []byte
	comments []found
	next     int
}

// newReader finds the comments of a document: what begins with # outside of scalars.
func newReader(text []byte, root *yamltext.Node) *reader {
	r := &reader{text: text}
	at := 0
	scalars(root, func(n *yamltext.Node) {
		r.collect(at, n.Start)
		at = n.End
	})
	r.collect(at, len(text))
	return r
}

// scalars calls f with the keys and values of a document, in the order of the text.
func scalars(n *yamltext.Node, f func(*yamltext.Node)) {
	if n.Kind == yamltext.Scalar || n.Kind == yamltext.Alias {
		f(n)
	}
	for _, e := range n.Elements {
		if e.Key != nil {
			scalars(e.Key, f)
		}
		scalars(e.Value, f)
	}
}

// collect notes the comments between two places.
func (r *reader) collect(from, to int) {
	for at := from; at < to; at++ {
		if r.text[at] != '#' || at > 0 && !strings.ContainsRune(" \t\r\n,[]{}", rune(r.text[at-1])) && !bytes.Equal(r.text[:at], []byte(yamltext.ByteOrderMark)) {
			continue
		}
		end := lineEnd(r.text, at)
		line := r.text[lineStart(r.text, at):at]
		r.comments = append(r.comments, found{
			comment: comment{strings.TrimRight(string(r.text[at:end]), " \t"), blankAbove(r.text, at)},
			start:   at, column: len(line), own: len(bytes.Trim(line, " \t\ufeff")) == 0,
		})
		at = end
	}
}

func lineStart(text []byte, at int) int { return bytes.LastIndexAny(text[:at], "\r\n") + 1 }

func lineEnd(text []byte, at int) int {
	if n := bytes.IndexAny(text[at:], "\r\n"); n >= 0 {
		return at + n
	}
	return len(text)
}

// blankAbove reports whether the line above that of a place is empty.
func blankAbove(text []byte, at int) bool {
	above := text[:lineStart(text, at)]
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if rest, ok := bytes.CutSuffix(above, []byte(end)); ok {
			line := rest[lineStart(rest, len(rest)):]
			return len(rest) > 0 && len(bytes.Trim(line, " \t")) == 0
		}
	}
	return false
}

// before takes the comments that stand before a place.
func (r *reader) before(at int) []comment {
	var cs []comment
	for r.next < len(r.comments) && r.comments[r.next].start < at {
		cs = append(cs, r.comments[r.next].comment)
		r.next++
	}
	return cs
}

// behind takes the comment that follows a place in its line, "" if there is none.
func (r *reader) behind(at int) string {
	if r.next == len(r.comments) {
		return ""
	}
	c := r.comments[r.next]
	if c.own || c.start < at || len(bytes.Trim(r.text[at:c.start], " \t,")) > 0 {
		return ""
	}
	r.next++
	return c.text
}

// collection reads the elements of a collection. What follows it begins at limit.
func (r *reader) collection(n *yamltext.Node, s *shape, limit int) *node {
	out := &node{src: n, shape: s, flow: n.Flow}
	begun := r.next
	for i, e := range n.Elements {
		end := limit
		if n.Flow {
			end = n.End
		}
		if i+1 < len(n.Elements) {
			end = n.Elements[i+1].Start
		}
		it := &item{src: e, head: r.before(e.Start), blank: i > 0 && blankAbove(r.text, e.Start)}
		r.value(it, s.of(e), end)
		out.items = append(out.items, it)
	}
	for n.Flow && r.next < len(r.comments) && r.comments[r.next].start < n.End {
		out.tail = append(out.tail, r.comments[r.next].comment)
		r.next++
	}
	for !n.Flow && r.next < len(r.comments) && r.comments[r.next].start < limit && r.comments[r.next].own && r.comments[r.next].column >= n.Column {
		out.tail = append(out.tail, r.comments[r.next].comment)
		r.next++
	}
	if r.next > begun {
		out.flow = false
	}
	if len(out.items) > 0 {
		out.items[0].blank = false
		s.sort(out.items)
	}
	return out
}

// value reads the value of an element.
func (r *reader) value(it *item, s *shape, limit int) {
	n := it.src.Value
	at := max(it.src.After, it.src.Start)
	it.trailing = r.behind(at)
	if isCollection := n.Kind == yamltext.Mapping || n.Kind == yamltext.Sequence; isCollection {
		if n.Flow {
			it.head = append(it.head, r.before(n.Start)...)
		}
		it.value = r.collection(n, s, limit)
		if n.Flow && it.trailing == "" {
			it.trailing = r.behind(n.End)
		}
		if first := it.value; !n.Flow && it.src.Key == nil && len(first.items) > 0 {
			it.head = append(it.head, first.items[0].head...)
			first.items[0].head = nil
		}
		return
	}
	if n.Kind != yamltext.Nothing {
		it.head = append(it.head, r.before(n.Start)...)
	}
	it.value = &node{src: n}
	if it.trailing == "" {
		it.trailing = r.behind(max(n.End, at))
	}
}
