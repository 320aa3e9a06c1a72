package yamledit

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// editor collects what the bytes of a text are to become.
type editor struct {
	text    []byte
	style   style
	splices []splice
}

// splice is bytes of the text and what takes their place.
type splice struct {
	from, to int
	with     string
}

func (e *editor) put(from, to int, with string) {
	e.splices = append(e.splices, splice{from, to, with})
}

// spliced returns the text with all that was collected. What stands at one place is in
// the order in which it came;
// false if two overlap.
func (e *editor) spliced() ([]byte, bool) {
	slices.SortStableFunc(e.splices, func(a, b splice) int { return a.from - b.from })
	var out []byte
	done := 0
	for _, s := range e.splices {
		if s.from < done || s.to > len(e.text) {
			return nil, false
		}
		out = append(out, e.text[done:s.from]...)
		with := s.with
		if e.style.eol != "\n" {
			with = strings.ReplaceAll(with, "\n", e.style.eol)
		}
		out = append(out, with...)
		done = s.to
	}
	return append(out, e.text[done:]...), true
}

// slot is where a value stands or may stand.
type slot struct {
	node   *yamltext.Node
	start  int  // where its element begins
	after  int  // behind the ":" or "-" before it
	column int  // of the innermost collection in block style around it
	flow   bool // within braces or brackets
	inList bool
	root   bool
}

// node changes what stands in a slot. Path leads there.
func (e *editor) node(s slot, c *change, path []string) error {
	n := s.node
	if c.empty() || c.set && !c.del && meaning(n).is(c.value) {
		return nil
	}
	if n.Shared {
		return fmt.Errorf("%s cannot be changed alone: an alias stands for it elsewhere (&%s)", at(path), n.Anchor)
	}
	if c.set {
		e.replace(s, c.value)
		return nil
	}
	switch n.Kind {
	case yamltext.Mapping, yamltext.Sequence:
		return e.collection(s, c, path)
	case yamltext.Alias:
		return fmt.Errorf("%s is an alias, *%s: what it stands for would change elsewhere, too", at(path), n.Value)
	}
	v, ok := c.made()
	switch {
	case !ok:
		return nil
	case n.Tag != "!!null":
		return fmt.Errorf("%s is no mapping", at(path))
	}
	e.replace(s, v)
	return nil
}

// collection changes a mapping or sequence.
func (e *editor) collection(s slot, c *change, path []string) error {
	n := s.node
	gone := map[int]bool{}
	names := map[string]bool{}
	for i, el := range n.Elements {
		name := strconv.Itoa(i)
		if el.Key != nil {
			name = el.Key.Value
		}
		names[name] = true
		kid := c.kids[name]
		if kid == nil || el.Key != nil && el.Key.Kind != yamltext.Scalar {
			continue
		}
		if kid.del {
			gone[i] = true
			if el.Value.Shared {
				return fmt.Errorf("%s cannot be deleted: an alias stands for it elsewhere (&%s)", at(append(path, name)), el.Value.Anchor)
			}
			continue
		}
		inner := slot{node: el.Value, start: el.Start, after: el.After, column: s.column, flow: s.flow || n.Flow, inList: el.Key == nil}
		if !n.Flow {
			inner.column = n.Column
		}
		if el.After < 0 {
			return fmt.Errorf("%s has no colon", at(append(path, name)))
		}
		if err := e.node(inner, kid, append(path, name)); err != nil {
			return err
		}
	}
	if len(gone) > 0 {
		e.remove(s, gone)
	}
	added, err := c.missing(n, names, path)
	if err == nil {
		e.add(s, added)
	}
	return err
}

// addition is elements that are to stand behind another.
type addition struct {
	behind  int // index of the element; -1 for the beginning
	members Map
	items   List
}

// missing returns what a collection lacks. Names are those that it has.
func (c *change) missing(n *yamltext.Node, names map[string]bool, path []string) ([]addition, error) {
	last := len(n.Elements) - 1
	if n.Kind == yamltext.Sequence {
		for _, key := range c.keys {
			if kid := c.kids[key]; !names[key] && !kid.del {
				return nil, fmt.Errorf("%s is a sequence without an item %s", at(path), key)
			}
		}
		if len(c.appended) == 0 {
			return nil, nil
		}
		return []addition{{behind: last, items: c.appended}}, nil
	}
	if len(c.appended) > 0 {
		return nil, fmt.Errorf("%s is no sequence", at(path))
	}
	behind := map[int]Map{}
	for _, key := range c.keys {
		v, ok := c.kids[key].made()
		if names[key] || !ok {
			continue
		}
		i := slices.IndexFunc(n.Elements, func(el *yamltext.Element) bool { return slices.Contains(c.kids[key].before, el.Key.Value) })
		if i < 0 {
			i = last + 1
		}
		behind[i-1] = append(behind[i-1], Member{Key: key, Value: v})
	}
	var added []addition
	for i := -1; i <= last; i++ {
		if behind[i] != nil {
			added = append(added, addition{behind: i, members: behind[i]})
		}
	}
	return added, nil
}
