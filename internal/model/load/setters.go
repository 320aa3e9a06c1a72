package load

import "strings"

// The functions of this file make the set functions of key tables, for keys
// whose value goes into one member of the object.

type setter[T any] = func(d *decoder, k Text, v *Value, t *T)

func text[T any](to func(*T) *Text) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.text(k, v) }
}

// words reads a text that has to say something.
func words[T any](to func(*T) *Text) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) {
		s := d.text(k, v)
		if s.Given() && strings.TrimSpace(s.S) == "" {
			d.wrongType(k, v, "a text that says something", "write it, or leave out what needs it")
			return
		}
		*to(t) = s
	}
}

func integer[T any](least int64, to func(*T) *Int) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.integer(k, v, least) }
}

func boolean[T any](to func(*T) *bool) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.boolean(k, v).B }
}

func number[T any](to func(*T) **Value) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.number(k, v) }
}

func scalar[T any](to func(*T) **Value) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.scalar(k, v) }
}

// value takes any value: a schema or the reader of it decides.
func value[T any](to func(*T) **Value) setter[T] {
	return func(_ *decoder, _ Text, v *Value, t *T) { *to(t) = v }
}

func texts[T any](to func(*T) *[]Text) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.texts(k, v) }
}

func oneOrMore[T any](to func(*T) *[]Text) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.oneOrMore(k, v) }
}

func wire[T any](to func(*T) *[]Member) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.wire(k, v) }
}

func status[T any](to func(*T) *[]StatusTerm) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) { *to(t) = d.status(k, v) }
}

func goName[T any](to func(*T) *Text) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) {
		*to(t) = goNameObject.read(d, k, v).name
	}
}
