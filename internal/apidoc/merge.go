package apidoc

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// Response is the response component of an operation under a key.
type Response struct{ Key, Component string }

// Fragment is what is merged into a document: the responses of the operations of a
// catalog, and the file in which they are.
type Fragment struct {
	Operations []*model.Operation
	Responses  map[*model.Operation][]Response
	File       string // the generated openapi.yaml
}

// Merged is what merging makes.
type Merged struct {
	Old, New []byte
	Absent   []*model.Operation // with a path, and not in the document
	Outside  []string           // operations of which the path or its responses stand in another file
}

// Merge refers from the operations of a document to their responses in fragments. Those
// that the service has under other keys stay, but for references to one of these files
// that no operation has any more. What is already so is not touched.
func Merge(d *Document, fragments []Fragment) (Merged, error) {
	m := Merged{Old: d.text}
	var edits []yamledit.Edit
	for _, f := range fragments {
		file := f.relative(d)
		for _, o := range f.Operations {
			found := find([]*Document{d}, o)
			switch {
			case found == nil && d.elsewhere(o.Path):
				m.Outside = append(m.Outside, o.Method+" "+o.Path)
			case found == nil && o.Path != "":
				m.Absent = append(m.Absent, o)
			case found == nil:
			case found.node() == nil:
				m.Outside = append(m.Outside, found.name())
			default:
				edits = append(edits, found.edits(file, f.Responses[o])...)
			}
		}
	}
	var err error
	m.New, err = yamledit.Apply(d.text, edits...)
	return m, err
}

// elsewhere reports whether a path of a document stands in another file.
func (d *Document) elsewhere(path string) bool {
	return slices.ContainsFunc(d.paths(), func(e *yamltext.Element) bool {
		return samePath(e.Key.Value, path) && e.Value.Kind == yamltext.Mapping && e.Value.Get("$ref") != nil
	})
}

// relative is the reference from a document to the fragment's file.
func (f Fragment) relative(d *Document) string {
	from, err := filepath.Abs(filepath.Dir(d.File))
	if err != nil {
		return filepath.ToSlash(f.File)
	}
	to, err := filepath.Abs(f.File)
	if err != nil {
		return filepath.ToSlash(f.File)
	}
	rel, err := filepath.Rel(from, to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// node is the operation in the text, nil if it stands in another file.
func (o *operation) node() *yamltext.Node {
	node := o.document.root
	for _, key := range []string{"paths", o.path, o.method} {
		e := node.Get(key)
		if e == nil || e.Value.Kind != yamltext.Mapping {
			return nil
		}
		node = e.Value
	}
	if e := node.Get("responses"); e != nil && (e.Value.Kind != yamltext.Mapping || e.Value.Get("$ref") != nil) {
		return nil
	}
	return node
}

// edits are what makes an operation refer to its responses.
func (o *operation) edits(file string, responses []Response) []yamledit.Edit {
	path := []string{"paths", o.path, o.method, "responses"}
	var there []string
	refs := map[string]string{}
	if e := o.node().Get("responses"); e != nil {
		for _, r := range e.Value.Elements {
			there = append(there, r.Key.Value)
			if ref := r.Value.Get("$ref"); ref != nil && r.Value.Kind == yamltext.Mapping {
				refs[r.Key.Value] = ref.Value.Value
			}
		}
	}
	var edits []yamledit.Edit
	var kept []string
	for _, r := range responses {
		kept = append(kept, r.Key)
		ref := file + "#/components/responses/" + r.Component
		if refs[r.Key] == ref {
			continue
		}
		behind := slices.DeleteFunc(slices.Clone(there), func(key string) bool { return order(key) <= order(r.Key) })
		edits = append(edits, yamledit.Edit{
			Path: append(slices.Clone(path), r.Key), Before: behind,
			Value: yamledit.Map{{Key: "$ref", Value: ref}},
		})
	}
	for _, key := range there {
		if strings.HasPrefix(refs[key], file+"#/components/responses/") && !slices.Contains(kept, key) {
			edits = append(edits, yamledit.Edit{Path: append(slices.Clone(path), key), Delete: true})
		}
	}
	return edits
}

// order sorts a class behind its statuses, and the default last.
func order(key string) string {
	if key == other {
		return "~"
	}
	return key
}
