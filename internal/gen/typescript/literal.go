package typescript

import (
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// object is an object literal in the making.
type object struct{ members []string }

// add adds a member with a value that is written already; "" is none.
func (o *object) add(name, value string) {
	if value != "" {
		o.members = append(o.members, name+":"+value)
	}
}

// text adds a member that is a text, unless it is empty.
func (o *object) text(name, value string) {
	if value != "" {
		o.add(name, tscode.Text(value))
	}
}

// number adds a member that is a number, unless it is 0.
func (o *object) number(name string, value int) {
	if value != 0 {
		o.add(name, strconv.Itoa(value))
	}
}

// flag adds a member that says yes.
func (o *object) flag(name string, is bool) {
	if is {
		o.add(name, "1")
	}
}

func (o *object) String() string { return "{" + strings.Join(o.members, ",") + "}" }

// list is an array literal.
func list[T any](all []T, item func(T) string) string {
	items := make([]string, len(all))
	for i, one := range all {
		items[i] = item(one)
	}
	return "[" + strings.Join(items, ",") + "]"
}

// listOf is list, "" for no items.
func listOf[T any](all []T, item func(T) string) string {
	if len(all) == 0 {
		return ""
	}
	return list(all, item)
}

// spans is a set of statuses.
func spans(s errgen.Spans) string {
	return listOf(s, func(s errgen.StatusSpan) string {
		if s.Lo == s.Hi {
			return strconv.Itoa(int(s.Lo))
		}
		return "[" + strconv.Itoa(int(s.Lo)) + "," + strconv.Itoa(int(s.Hi)) + "]"
	})
}
