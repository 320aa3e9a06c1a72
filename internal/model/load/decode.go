package load

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// decoder turns Values into syntax and reports what does not have the form that
// docs/spec.md gives it. It goes on after every finding.
type decoder struct {
	list  *diag.List
	wrong map[*Value]bool // values of another kind than their key's
	parts int             // of the type, envelope or entry that is read
}

// partsOfEnvelope are as how many parts an envelope counts in which an entry is read.
const partsOfEnvelope = 10

// admits reports whether a type, envelope or entry may have n more parts: members,
// headers, params, wordings, envelopes in which it is read. What these are together, in
// Go, OpenAPI and responses, takes more than any has time for.
func (d *decoder) admits(k Text, v *Value, n int) bool {
	before := d.parts
	if d.parts += n; d.parts <= MaxParts {
		return true
	}
	if before <= MaxParts {
		d.list.Report(k.Pos, diag.OverLimit, fmt.Sprintf("with this `%s` it has more than %d members, headers, params, wordings and envelopes", k.S, MaxParts),
			"let a map (`additionalProperties`) or a list hold what is alike, or take it apart")
	}
	d.wrong[v] = true
	return false
}

// key is a key of one of the language's objects.
type key[T any] struct {
	name     string
	required bool
	refused  bool // known only to be refused: never suggested
	// set decodes the key's value, which is not broken, into the object.
	set func(d *decoder, k Text, v *Value, t *T)
}

// object describes one kind of object of the language: a table of its keys.
type object[T any] struct {
	what string // with an article, for messages
	keys []key[T]
	node func(*T) *Node
	// foreign gives remedies for keys that other formats have here.
	foreign map[string]string
	// otherwise is the remedy for an unknown key if nothing better is known.
	otherwise string
}

// read is decode into a new T.
func (o *object[T]) read(d *decoder, k Text, v *Value) *T {
	t := new(T)
	o.decode(d, k, v, t)
	return t
}

// decode reads a mapping, which stands under k, into t. Keys x-... are ignored.
func (o *object[T]) decode(d *decoder, k Text, v *Value, t *T) {
	node := o.node(t)
	node.Pos = v.Pos
	if v.Broken || !d.isMapping(k, v, o.what) {
		node.broken = true
		return
	}
	node.Keys = make(map[string]diag.Pos, len(v.Members))
	for _, m := range v.Members {
		if isExtension(m.Key.S) {
			continue
		}
		i := slices.IndexFunc(o.keys, func(k key[T]) bool { return k.name == m.Key.S })
		if i < 0 {
			o.unknown(d, m)
			continue
		}
		node.Keys[m.Key.S] = m.Key.Pos
		if !m.Value.Broken {
			o.keys[i].set(d, m.Key, m.Value, t)
		}
		if m.Value.Broken || d.wrong[m.Value] {
			if node.wrong == nil {
				node.wrong = map[string]bool{}
			}
			node.wrong[m.Key.S] = true
		}
	}
	for _, key := range o.keys {
		if key.required && !node.Has(key.name) {
			d.list.Report(v.Pos, diag.MissingKey, o.what+" without `"+key.name+"`", "add `"+key.name+"`")
		}
	}
}

// unknown reports a key that the object does not have.
func (o *object[T]) unknown(d *decoder, m Member) {
	word := m.Key.S
	if remedy, ok := o.foreign[word]; ok {
		d.list.Report(m.Key.Pos, diag.UnknownKey, "unknown key "+diag.Quote(word)+" in "+o.what, remedy)
		return
	}
	if homes := vocabulary[word]; len(homes) > 0 {
		remedy := "it is a key of " + strings.Join(homes, ", of ")
		if near, ok := diag.Suggest(word, o.names()); ok && strings.HasPrefix(near, word) {
			remedy += "; did you mean " + diag.Quote(near) + "?"
		}
		d.list.Report(m.Key.Pos, diag.MisplacedKey, diag.Quote(word)+" cannot stand in "+o.what, remedy)
		return
	}
	suggestion := diag.DidYouMean(word, o.names(), "")
	if like, ok := unseen(word); ok && !m.Value.bare {
		suggestion = "it holds " + like.message + "; " + like.remedy
	}
	if m.Value.bare && suggestion == "" {
		return // a piece of a text whose quotes were forgotten
	}
	if suggestion == "" {
		suggestion = o.otherwise
	}
	if suggestion == "" {
		suggestion = "its keys are " + strings.Join(o.names(), ", ")
	}
	d.list.Report(m.Key.Pos, diag.UnknownKey, "unknown key "+diag.Quote(word)+" in "+o.what, suggestion)
}

func (o *object[T]) names() []string {
	var names []string
	for _, k := range o.keys {
		if !k.refused {
			names = append(names, k.name)
		}
	}
	return names
}

// isExtension reports whether a key is one that is ignored wherever the keys
// are the language's or name things of the catalog. Where keys are names on the
// wire (properties, fields, headers) x-... is a name like any other.
func isExtension(key string) bool { return strings.HasPrefix(key, "x-") }
