package apidoc

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
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

// Rewritten is a file that merging changes.
type Rewritten struct {
	File     string
	Old, New []byte
}

// Unmerged is an operation of a catalog whose responses were not merged into a document.
type Unmerged struct {
	Document  string
	Operation *model.Operation
	Because   string // "" if the document has no such operation
}

// Merge refers from the operations of documents to their responses in fragments, in the
// files where the operations stand. Responses that the service has under other keys stay,
// but for references to one of these files that no operation has any more. What is
// already so is not touched.
func Merge(documents []*Document, fragments []Fragment) ([]Rewritten, []Unmerged, error) {
	type responses struct {
		node *yamltext.Node
		of   *model.Operation
	}
	edits, merged := map[*source][]yamledit.Edit{}, map[responses]bool{} // two documents may refer to one file
	var left []Unmerged
	for _, d := range documents {
		for _, f := range fragments {
			for _, o := range f.Operations {
				found := find([]*Document{d}, o)
				if found == nil {
					if why := d.elsewhere(o.Path); o.Path != "" {
						left = append(left, Unmerged{d.File, o, why})
					}
					continue
				}
				if why := found.shared(); why != "" {
					left = append(left, Unmerged{d.File, o, why})
					continue
				}
				if at := (responses{found.place().node, o}); !merged[at] {
					merged[at] = true
					in, changes := found.edits(f, f.Responses[o])
					edits[in] = append(edits[in], changes...)
				}
			}
		}
	}
	files, err := rewrite(edits)
	return files, left, err
}

// rewrite makes edits in files.
func rewrite(edits map[*source][]yamledit.Edit) ([]Rewritten, error) {
	var all []Rewritten
	for s, changes := range edits {
		text, err := yamledit.Apply(s.text, changes...)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.name, err)
		}
		if !bytes.Equal(text, s.text) {
			all = append(all, Rewritten{s.name, s.text, text})
		}
	}
	slices.SortFunc(all, func(a, b Rewritten) int { return strings.Compare(a.File, b.File) })
	return all, nil
}

// elsewhere is why it is not known what a path of a document has, "" if it is.
func (d *Document) elsewhere(path string) string {
	for _, u := range d.unread {
		if u.path == "" || samePath(u.path, path) {
			return u.err.Error()
		}
	}
	return ""
}

// shared is why the responses of an operation cannot be changed by themselves, "" if they
// can: other operations have them, too.
func (o *operation) shared() string {
	for _, other := range o.document.operations {
		if other != o && other.place().node == o.place().node {
			return fmt.Sprintf("%s: what stands there is of %s as well: give each its own responses", o.place().pos(), diag.Quote(other.name()))
		}
	}
	return ""
}

// place is where the responses of an operation stand, or the operation, if it has none.
func (o *operation) place() place {
	if o.answers.node != nil {
		return o.answers
	}
	return o.at
}

// relative is the reference from a file to the fragment's.
func (f Fragment) relative(from *source) string {
	to, err := filepath.Abs(f.File)
	if err != nil {
		return filepath.ToSlash(f.File)
	}
	rel, err := filepath.Rel(filepath.Dir(from.path), to)
	if err != nil {
		return filepath.ToSlash(to)
	}
	return filepath.ToSlash(rel)
}

// edits are what makes an operation refer to its responses, and the file to change.
func (o *operation) edits(f Fragment, responses []Response) (*source, []yamledit.Edit) {
	at := o.place()
	path := at.keys()
	if o.answers.node == nil {
		path = append(path, "responses")
	}
	file := f.relative(at.in)
	var there []string
	refs := map[string]string{}
	for key, r := range o.answers.members() {
		there = append(there, key)
		refs[key] = r.member("$ref").text()
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
	return at.in, edits
}

// order sorts a class behind its statuses, and the default last.
func order(key string) string {
	if key == other {
		return "~"
	}
	return key
}
