package openapi

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Names are the keys of a catalog's components. Each begins with the package, if no
// other prefix is asked for, so that the components of several catalogs fit into one
// document. All differ,
// also from each other's kind and in any letter case: some tools make one Go
// type of a schema and of a response, or one file of each.
type Names struct {
	prefix    string
	taken     map[string]bool // in lower case
	envelopes map[*model.Envelope]string
	lists     map[*model.Envelope]string
	types     map[*model.Type]string
	entries   map[*model.Entry]string
	items     map[pair]string
	others    map[pair]string
	responses map[*model.Entry]string
}

// pair is an entry in one of its envelopes.
type pair struct {
	entry    *model.Entry
	envelope *model.Envelope
}

// ComponentNames returns the names of a catalog's components. Those that a
// writer of OpenAPI refers to (envelopes, types, entries, responses) are claimed
// first, so that a helper component never takes one from them.
func ComponentNames(c *model.Catalog, o Options) *Names {
	prefix := c.Package
	if p := c.OpenAPI.Or(o.OpenAPI).Prefix; p != nil {
		prefix = *p
	}
	n := &Names{
		prefix:    exported(prefix),
		taken:     make(map[string]bool, 2*len(c.Entries)),
		envelopes: map[*model.Envelope]string{},
		lists:     map[*model.Envelope]string{},
		types:     map[*model.Type]string{},
		entries:   make(map[*model.Entry]string, len(c.Entries)),
		items:     map[pair]string{},
		others:    map[pair]string{},
		responses: make(map[*model.Entry]string, len(c.Entries)),
	}
	for _, e := range c.Envelopes {
		n.envelopes[e] = n.claim(e.Name)
	}
	for _, t := range c.Types {
		if t.Name != "" {
			n.types[t] = n.claim(t.Name)
		}
	}
	for _, e := range c.Entries {
		n.entries[e] = n.claim(withSuffix(e.Name, "Error"))
		n.responses[e] = n.claim(e.Name + "Response")
	}
	for _, e := range c.Envelopes {
		if e.Repeated != nil {
			n.lists[e] = n.claim(e.Name + "List")
		}
	}
	for _, e := range c.Entries {
		n.claimReads(e)
	}
	return n
}

// claimReads names what an entry has for each envelope.
func (n *Names) claimReads(e *model.Entry) {
	for i, env := range e.Reads {
		in := e.Name
		if i > 0 {
			in += exported(env.Name)
			n.others[pair{e, env}] = n.claim(withSuffix(in, "Error"))
		}
		if env.Repeated != nil {
			n.items[pair{e, env}] = n.claim(in + "Item")
		}
	}
}

// Envelope is the schema of any body of an envelope.
func (n *Names) Envelope(e *model.Envelope) string { return n.envelopes[e] }

// Entry is the schema of an entry's body in one of the envelopes it reads.
func (n *Names) Entry(e *model.Entry, env *model.Envelope) string {
	if name, ok := n.others[pair{e, env}]; ok {
		return name
	}
	return n.entries[e]
}

// List is the schema of a body with several errors of a repeated envelope; ""
// if it is not repeated.
func (n *Names) List(e *model.Envelope) string { return n.lists[e] }

// Response is an entry's response.
func (n *Names) Response(e *model.Entry) string { return n.responses[e] }

// claim returns a component name that nothing else has: the prefix and a name.
func (n *Names) claim(name string) string { return n.claimWhole(n.prefix + exported(name)) }

// claimWhole is claim for a name that begins with the prefix already.
func (n *Names) claimWhole(name string) string {
	base := identifier(name)
	name = base
	for i := 2; n.taken[strings.ToLower(name)]; i++ {
		name = base + strconv.Itoa(i)
	}
	n.taken[strings.ToLower(name)] = true
	return name
}

// withSuffix adds a suffix that is not there yet.
func withSuffix(name, suffix string) string {
	if strings.HasSuffix(name, suffix) {
		return name
	}
	return name + suffix
}

// exported returns the name with its first letter in upper case.
func exported(name string) string {
	if name == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToUpper(r)) + name[size:]
}

// identifier returns the name with what a component name may not hold
// (OpenAPI 3.0.3, Components Object: letters, digits, ".", "-", "_") written
// as its code point.
func identifier(name string) string {
	isForeign := func(r rune) bool {
		return !(r < utf8.RuneSelf && (isLetter(byte(r)) || '0' <= r && r <= '9' || r == '_' || r == '.' || r == '-'))
	}
	if !strings.ContainsFunc(name, isForeign) {
		return name
	}
	var b strings.Builder
	for _, r := range name {
		if isForeign(r) {
			fmt.Fprintf(&b, "u%04X", r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
