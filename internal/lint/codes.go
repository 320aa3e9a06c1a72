package lint

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// style is a way to join words.
type style struct {
	name string
	form *regexp.Regexp
}

// styles are the ways to write codes. Short ones can be of several.
var styles = []style{
	{"UPPER_SNAKE", regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$`)},
	{"lower_snake", regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)},
	{"kebab-case", regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)},
	{"UPPER-KEBAB", regexp.MustCompile(`^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$`)},
	{"PascalCase", regexp.MustCompile(`^([A-Z]+[a-z0-9]*)+$`)},
	{"camelCase", regexp.MustCompile(`^[a-z]+[a-z0-9]*([A-Z]+[a-z0-9]*)*$`)},
	{"digits", regexp.MustCompile(`^-?[0-9]+$`)},
}

// coded is an entry with its code.
type coded struct {
	entry *model.Entry
	code  string
}

// coded are the entries of the catalog that have constant codes, each code once.
func (c *catalog) coded() []coded {
	var all []coded
	seen := map[string]bool{}
	for _, e := range c.Entries {
		if code := e.Code.Text(); code != "" && !seen[code] {
			seen[code] = true
			all = append(all, coded{e, code})
		}
	}
	return all
}

// codeStyle reports the few codes that are written in another style than the others.
func codeStyle(c *catalog, f found) {
	all := c.coded()
	var usual style
	most := 0
	for _, s := range styles {
		n := 0
		for _, x := range all {
			if s.form.MatchString(x.code) {
				n++
			}
		}
		if n > most {
			usual, most = s, n
		}
	}
	if most < 5 || most*5 < len(all)*4 {
		return // they have no style
	}
	for _, x := range all {
		if !usual.form.MatchString(x.code) {
			f(c.entry(x.entry, "code"), "its code "+diag.Quote(x.code)+" is no "+usual.name+", as the others are", "write it like the others; where clients know it already, allow it")
		}
	}
}

// codeTwins reports codes that differ in letter case or in what joins their words alone.
func codeTwins(c *catalog, f found) {
	first := map[string]coded{}
	for _, x := range c.coded() {
		plain := plainName(x.code)
		if other, twice := first[plain]; twice {
			f(c.entry(x.entry, "code"), fmt.Sprintf("its code %s differs from %s, of %s, only in how it is written: people take one for the other", diag.Quote(x.code), diag.Quote(other.code), diag.Quote(other.entry.Name)),
				"give it another word", c.related(other.entry))
			continue
		}
		first[plain] = x
	}
}

// generic are codes that say no more than that there is an error.
var generic = setOf("error", "err", "failed", "failure", "fail", "unknown", "unknownerror", "other", "othererror", "generic", "genericerror", "generalerror", "unspecified", "unspecifiederror", "undefined", "misc")

// codeGeneric reports codes that say nothing, those of server faults aside.
func codeGeneric(c *catalog, f found) {
	for _, x := range c.coded() {
		e := x.entry
		if generic[plainName(x.code)] && e != c.Fallback && e.Status.First() < 500 && len(e.Children) == 0 {
			f(c.entry(e, "code"), "its code "+diag.Quote(x.code)+" says no more than that there is an error", "say which")
		}
	}
}

var (
	snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)+$`)
	camel = regexp.MustCompile(`^[a-z][a-z0-9]*([A-Z]+[a-z0-9]*)+$`)
)

// memberStyle reports bodies whose members are written in two styles.
func memberStyle(c *catalog, f found) {
	for _, env := range c.Envelopes {
		var names []string
		env.Body.EachMember(func(m *model.Node) { names = append(names, m.Name) })
		i := slices.IndexFunc(names, snake.MatchString)
		j := slices.IndexFunc(names, camel.MatchString)
		if i >= 0 && j >= 0 {
			f(c.envelope(env, "body"), fmt.Sprintf("members are written in two ways: %s and %s", diag.Quote(names[i]), diag.Quote(names[j])), "write all in the one that the API's other bodies have")
		}
	}
}

// sameText reports entries that people cannot tell apart.
func sameText(c *catalog, f found) {
	first := map[string]*model.Entry{}
	for _, x := range c.coded() {
		e := x.entry
		if len(e.Text) == 0 || !strings.Contains(e.Text[0].String(), " ") {
			continue
		}
		text := e.Text[0].String()
		switch other := first[text]; {
		case other == nil:
			first[text] = e
		case !e.IsA(other) && !other.IsA(e):
			f(c.entry(e, "fields", "text"), "its text is that of "+diag.Quote(other.Name)+": people cannot tell them apart, and one of them is told what does not fit", "say in each what happened and what to do", c.related(other))
		}
	}
}
