package yamledit

import (
	"fmt"
	"slices"
)

// change is what several edits ask of one place of a document and of those below.
type change struct {
	set, del bool
	value    Value
	before   []string
	keys     []string // of kids, in the order of the edits
	kids     map[string]*change
	appended []Value
}

// add notes an edit whose path has been followed but for its rest.
func (c *change) add(e Edit, rest []string) error {
	if c.set || c.del || len(rest) == 0 && !c.empty() {
		return fmt.Errorf("yamledit: two edits at %s", at(e.Path[:len(e.Path)-len(rest)]))
	}
	switch {
	case len(rest) == 0:
		c.set, c.del, c.value = true, e.Delete, e.Value
		return nil
	case rest[0] == "-" && len(rest) > 1:
		return fmt.Errorf("yamledit: %s leads through what is added", at(e.Path))
	case rest[0] == "-":
		c.appended = append(c.appended, e.Value)
		return nil
	}
	return c.child(rest[0], e.Before).add(e, rest[1:])
}

// empty reports whether nothing is asked for.
func (c *change) empty() bool {
	return !c.set && c.kids == nil && c.appended == nil
}

// child returns what is asked of the place below with a key.
func (c *change) child(key string, before []string) *change {
	if c.kids == nil {
		c.kids = map[string]*change{}
	}
	kid := c.kids[key]
	if kid == nil {
		kid = &change{before: before}
		c.kids[key] = kid
		c.keys = append(c.keys, key)
	}
	return kid
}

// made is what is added where nothing is: a value, or the mappings on the way to it;
// false if there is nothing to add.
func (c *change) made() (Value, bool) {
	if c.set {
		return c.value, !c.del
	}
	if c.appended != nil {
		return List(slices.Clone(c.appended)), true
	}
	var m Map
	for _, key := range c.keys {
		if v, ok := c.kids[key].made(); ok {
			m = append(m, Member{Key: key, Value: v})
		}
	}
	return m, len(m) > 0
}
