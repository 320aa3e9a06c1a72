package load

import (
	"regexp"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// PolicyKeys are the keys of a policy of what may break, in an object that has one.
func PolicyKeys[T any](of func(*T) *Policy) []Key[T] {
	return []Key[T]{
		WordKey("codes", "write open if new codes break nobody, closed if they do", func(t *T) *Text { return &of(t).Codes }, "open", "closed"),
		WordKey("texts", "write free if texts may be reworded, stable if not", func(t *T) *Text { return &of(t).Texts }, "free", "stable"),
		TextsKey("unstable", func(t *T) *[]Text { return &of(t).Unstable }),
		WordKey("removal", "write retired if an error that goes is to be listed there, sunset if its announced day is to have passed",
			func(t *T) *Text { return &of(t).Removal }, "retired", "sunset"),
	}
}

// AcceptKey is the key under which an object has acceptances.
func AcceptKey[T any](to func(*T) *[]*Acceptance) Key[T] {
	return FormsKey("accept", &acceptanceObject, to)
}

var breakingObject = object[Breaking]{
	what: "the catalog's `breaking`",
	node: func(b *Breaking) *Node { return &b.Node },
	keys: append(PolicyKeys(func(b *Breaking) *Policy { return &b.Policy }),
		AcceptKey(func(b *Breaking) *[]*Acceptance { return &b.Accept })),
}

var acceptanceObject = object[Acceptance]{
	what: "an acceptance",
	node: func(a *Acceptance) *Node { return &a.Node },
	keys: []key[Acceptance]{
		{name: "rule", required: true, set: text(func(a *Acceptance) *Text { return &a.Rule })},
		{name: "of", required: true, set: text(func(a *Acceptance) *Text { return &a.Of })},
		{name: "because", required: true, set: func(d *decoder, k Text, v *Value, a *Acceptance) {
			a.Because = d.text(k, v)
			if a.Because.Given() && strings.TrimSpace(a.Because.S) == "" {
				d.list.Report(v.Pos, diag.NoReason, "a break is accepted without a reason", "say why, for who reads the catalog next")
			}
		}},
		{name: "until", set: spelled("a date", "write the last day that it holds: 2027-01-31", func(a *Acceptance) *Text { return &a.Until }, day.MatchString)},
		{name: "version", set: spelled("a version", "write the version that brings the break: 2.0.0", func(a *Acceptance) *Text { return &a.Version }, isVersion)},
	},
}

var day = regexp.MustCompile(`^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`)

// isVersion reports whether a text is a version (https://semver.org), with or without a v.
func isVersion(s string) bool { return semver.IsValid("v" + strings.TrimPrefix(s, "v")) }

// spelled takes texts that are spelled as something is.
func spelled[T any](what, remedy string, to func(*T) *Text, is func(string) bool) setter[T] {
	return func(d *decoder, k Text, v *Value, t *T) {
		if s := d.text(k, v); !s.Given() || is(s.S) {
			*to(t) = s
		} else {
			d.wrongType(k, v, what, remedy)
		}
	}
}
