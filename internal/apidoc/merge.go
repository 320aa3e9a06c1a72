package apidoc

import (
	"bytes"
	"fmt"
	"maps"
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
func Merge(documents []*Document, fragments []Fragment) ([]Rewritten, []Unmerged) {
	type responses struct {
		node *yamltext.Node
		of   *model.Operation
	}
	changes, merged := map[*source][]change{}, map[responses]bool{} // two documents may refer to one file
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
					in, edits := found.edits(f, f.Responses[o])
					changes[in] = append(changes[in], change{Unmerged{Document: d.File, Operation: o}, edits})
				}
			}
		}
	}
	files, refused := rewrite(changes)
	return files, append(left, refused...)
}

// rewrite makes changes in files. Those that cannot be made at first may be behind the
// others, which may have replaced an alias.
func rewrite(changes map[*source][]change) (files []Rewritten, left []Unmerged) {
	for _, in := range slices.SortedFunc(maps.Keys(changes), func(a, b *source) int { return strings.Compare(a.name, b.name) }) {
		text, refused := makeChanges(in.text, changes[in])
		for before := 0; len(refused) > 0 && len(refused) != before; {
			before = len(refused)
			text, refused = makeChanges(text, refused)
		}
		for _, r := range refused {
			left = append(left, r.of)
		}
		if !bytes.Equal(text, in.text) {
			files = append(files, Rewritten{in.name, in.text, text})
		}
	}
	return files, left
}

// change is what merging changes of one operation in a file.
type change struct {
	of    Unmerged // if it cannot be made
	edits []yamledit.Edit
}

// makeChanges makes changes in a text, and returns those that cannot be made: an alias
// stands for what they would change.
func makeChanges(text []byte, all []change) ([]byte, []change) {
	var edits []yamledit.Edit
	for _, c := range all {
		edits = append(edits, c.edits...)
	}
	changed, err := yamledit.Apply(text, edits...)
	switch half := len(all) / 2; {
	case err == nil:
		return changed, nil
	case half == 0:
		all[0].of.Because = err.Error()
		return text, all
	default:
		text, refused := makeChanges(text, all[:half])
		text, more := makeChanges(text, all[half:])
		return text, slices.Concat(refused, more)
	}
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
