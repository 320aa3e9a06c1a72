// Package yamledit changes YAML and JSON documents in their text: what an edit does
// not name stays as it is, byte for byte, with its comments, layout, quotes and line
// ends.
package yamledit

import (
	"errors"
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Edit is one change of a document.
type Edit struct {
	// Path leads to what is changed, from the top: keys, and in sequences indices, of
	// which "-" is the one behind the last. Mappings that are missing on the way are
	// made; a sequence, where "-" follows.
	Path []string
	// Value takes the place of what is there, or is added.
	Value Value
	// Delete removes what is there, if anything is, instead. Comments above it stay.
	Delete bool
	// Before are keys behind what is added, if something is: it comes to stand before
	// the first of them that is there, else at the end.
	Before []string
}

// Apply makes edits in the first document of a text. It returns an error, and changes
// nothing, if the text is not YAML, a path leads through something that is no
// mapping or sequence, something would change elsewhere because an alias stands for it
// there, or two edits contradict each other. What is already so is left alone: to
// apply edits twice is to apply them once.
func Apply(text []byte, edits ...Edit) ([]byte, error) {
	for _, deleting := range []bool{false, true} { // what is added has its place before anything is gone
		changes := new(change)
		for _, e := range edits {
			if e.Delete != deleting {
				continue
			}
			if err := changes.add(e, e.Path); err != nil {
				return nil, err
			}
		}
		if changes.empty() {
			continue
		}
		var err error
		if text, err = apply(text, changes); err != nil {
			return nil, err
		}
	}
	return text, nil
}

var errOther = errors.New("yamledit: the edited text does not say what it should")

// apply makes changes all of which add, or all of which delete. What comes out is read
// again: text that does not say just what was asked for is never handed out.
func apply(text []byte, c *change) ([]byte, error) {
	root, err := yamltext.Parse(text)
	if err != nil {
		return nil, err
	}
	e := &editor{text: text, style: styleOf(text, root)}
	if err := e.node(slot{node: root, column: -1, root: true}, c, nil); err != nil {
		return nil, err
	}
	if len(e.splices) == 0 {
		return text, nil
	}
	out, ok := e.spliced()
	if !ok {
		return nil, errOther
	}
	after, err := yamltext.Parse(out)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errOther, err)
	}
	if !equal(meaning(after), c.on(meaning(root))) {
		return nil, errOther
	}
	return out, nil
}

// at says where a path leads.
func at(path []string) string {
	if len(path) == 0 {
		return "the document"
	}
	return strings.Join(path, ".")
}
