package load

import (
	"bytes"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Form is one kind of mapping in a file of errgen's that is no catalog: a table of its
// keys. What is wrong with such a file is found and said as it is of catalogs.
type Form[T any] = object[T]

// Key is a key of a Form. The functions below make one, by the kind of its value.
type Key[T any] = key[T]

// NewForm returns a form. what is what messages call it, with an article; foreign gives
// remedies for keys that belong elsewhere.
func NewForm[T any](what string, node func(*T) *Node, foreign map[string]string, keys ...Key[T]) *Form[T] {
	return &object[T]{what: what, node: node, foreign: foreign, keys: keys}
}

// Names are the keys of the form, in its order.
func (o *object[T]) Names() []string { return o.names() }

// TextKey is a key whose value is a text.
func TextKey[T any](name string, to func(*T) *Text) Key[T] { return key[T]{name: name, set: text(to)} }

// TextsKey is a key whose value is a list of texts.
func TextsKey[T any](name string, to func(*T) *[]Text) Key[T] {
	return key[T]{name: name, set: texts(to)}
}

// IntegerKey is a key whose value is an integer of at least least.
func IntegerKey[T any](name string, least int64, to func(*T) *Int) Key[T] {
	return key[T]{name: name, set: integer(least, to)}
}

// WordKey is a key whose value is one of some words.
func WordKey[T any](name, remedy string, to func(*T) *Text, words ...string) Key[T] {
	return key[T]{name: name, set: func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.word(k, v, remedy, words...) }}
}

// FormKey is a key whose value is a mapping of another form.
func FormKey[T, U any](name string, of *Form[U], to func(*T) **U) Key[T] {
	return key[T]{name: name, set: func(d *decoder, k Text, v *Value, t *T) { *to(t) = of.read(d, k, v) }}
}

// FormsKey is a key whose value is a list of mappings of another form.
func FormsKey[T, U any](name string, of *Form[U], to func(*T) *[]*U) Key[T] {
	return key[T]{name: name, set: func(d *decoder, k Text, v *Value, t *T) {
		d.items(k, v, func(item *Value) { *to(t) = append(*to(t), of.read(d, k, item)) })
	}}
}

// Pair is a name with a word, each with its place.
type Pair struct{ Name, Value Text }

// WordsKey is a key whose value is a mapping of names to words, of which there are some.
func WordsKey[T any](name, what, remedy string, to func(*T) *[]Pair, words ...string) Key[T] {
	return key[T]{name: name, set: func(d *decoder, k Text, v *Value, t *T) {
		d.named(k, v, what, func(name Text, v *Value) {
			*to(t) = append(*to(t), Pair{name, d.word(name, v, remedy, words...)})
		})
	}}
}

// ReadForm reads a file that is one mapping of a form; an empty file is an empty
// mapping. Every fault is added to l; nil is returned if nothing could be read.
func ReadForm[T any](path string, of *Form[T], l *diag.List) *T {
	data, err := readFile(path)
	if err != nil {
		l.Report(diag.Pos{File: path}, diag.UnreadableFile, "cannot read "+diag.Quote(path)+": "+reason(err), "check the path")
		return nil
	}
	return ParseForm(path, data, of, l)
}

// ParseForm is ReadForm of a text.
func ParseForm[T any](path string, data []byte, of *Form[T], l *diag.List) *T {
	s := newSource(path, data, l)
	if s == nil {
		return nil
	}
	v := &Value{Pos: diag.Pos{File: path, Line: 1, Column: 1}, Kind: Mapping}
	if !isBlank(s.text) {
		v = parse(s, l)
	}
	if v == nil || v.Broken {
		return nil
	}
	if v.Kind != Mapping {
		l.Report(v.Pos, diag.WrongType, of.what+" is a mapping, not "+orText(v.describe()), "write `key: value` for each setting")
		return nil
	}
	return of.read(&decoder{list: l, wrong: map[*Value]bool{}}, Text{}, v)
}

// isBlank reports whether a text has comments and white space alone.
func isBlank(text []byte) bool {
	for line := range bytes.Lines(text) {
		if line = bytes.TrimSpace(line); len(line) > 0 && line[0] != '#' {
			return false
		}
	}
	return true
}
