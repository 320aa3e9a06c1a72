package apidoc

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// source is a file that a document consists of.
type source struct {
	name string // as findings name it
	path string // the absolute one
	text []byte
	root *yamltext.Node

	lines   *diag.Lines                                     // nil until a place is asked for
	anchors map[string][]*yamltext.Node                     // in the order of the text; nil until an alias is met
	indices map[*yamltext.Node]map[string]*yamltext.Element // of large mappings in which something was looked for
}

// sources are files by their absolute paths, each read once, however many refer to it.
type sources map[string]*source

// open reads a file.
func (all sources) open(name string) (*source, error) {
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	if s := all[path]; s != nil {
		return s, nil
	}
	s := &source{name: name, path: path, indices: map[*yamltext.Node]map[string]*yamltext.Element{}}
	if s.text, err = os.ReadFile(name); err != nil {
		return nil, err
	}
	if s.root, err = yamltext.Parse(s.text); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if key := yamltext.Doubled(s.root); key != nil {
		return nil, fmt.Errorf("%s: the key %s stands twice in one mapping", s.pos(key.Start), diag.Quote(key.Value))
	}
	all[path] = s
	return s, nil
}

// top is all that is in the file.
func (s *source) top() place { return place{in: s, node: s.root, at: s.root.Start} }

// pos is a place in the file by its offset.
func (s *source) pos(at int) diag.Pos {
	if s.lines == nil {
		s.lines = diag.NewLines(s.name, s.text)
	}
	return s.lines.Pos(at)
}

// behind is the node that an alias stands for: the last one before it with the anchor.
func (s *source) behind(alias *yamltext.Node) *yamltext.Node {
	if s.anchors == nil {
		s.anchors = map[string][]*yamltext.Node{}
		s.anchored(s.root)
	}
	for _, n := range slices.Backward(s.anchors[alias.Value]) {
		if n.Start < alias.Start {
			return n
		}
	}
	return alias // yaml.v3 has refused the text
}

func (s *source) anchored(n *yamltext.Node) {
	if n.Anchor != "" {
		s.anchors[n.Anchor] = append(s.anchors[n.Anchor], n)
	}
	for _, e := range n.Elements {
		if e.Key != nil {
			s.anchored(e.Key)
		}
		s.anchored(e.Value)
	}
}
