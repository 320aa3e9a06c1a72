package draft

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// members collects the members of a mapping, leaving out what is not said.
type members struct{ yamledit.Map }

func (m *members) text(key, text string) {
	if text != "" {
		m.Map = append(m.Map, yamledit.Member{Key: key, Value: text})
	}
}

func (m *members) flag(key string, is bool) {
	if is {
		m.Map = append(m.Map, yamledit.Member{Key: key, Value: true})
	}
}

func (m *members) put(key string, v yamledit.Value) {
	m.Map = append(m.Map, yamledit.Member{Key: key, Value: v})
}

// Value is the draft as what a catalog says.
func (c *Catalog) Value() yamledit.Map {
	usual := c.usual()
	var m members
	m.put("errgen", 1)
	m.put("package", c.Package)
	m.text("title", c.Title)
	m.text("docs", c.Docs)
	m.put("sources", yamledit.List{c.source()})
	m.put("envelopes", c.envelopes())
	m.put("defaults", yamledit.Flow{Value: c.defaults(usual)})
	if len(c.Groups) > 0 {
		m.put("groups", c.groups())
	}
	if len(c.Operations) > 0 {
		m.put("operations", c.operations())
	}
	if len(c.Groups) > 0 {
		m.put("count", len(c.Entries))
	}
	var errors yamledit.Map
	for _, e := range c.Entries {
		errors = append(errors, yamledit.Member{Key: e.Name, Value: e.yaml(usual), Comment: c.place(e)})
	}
	m.Map = append(m.Map, yamledit.Member{Key: "errors", Value: errors, Comment: c.comment()})
	if len(c.Examples) > 0 {
		m.put("examples", c.examples())
	}
	return m.Map
}

// Edits are the changes that add the draft's entries, and what these need, to a catalog
// that has others.
func (c *Catalog) Edits() (edits []yamledit.Edit) {
	edits = append(edits, yamledit.Edit{Path: []string{"sources", "-"}, Value: c.source()})
	for _, env := range c.envelopes() {
		edits = append(edits, yamledit.Edit{Path: []string{"envelopes", env.Key}, Value: env.Value})
	}
	for _, g := range c.groups() {
		edits = append(edits, yamledit.Edit{Path: []string{"groups", g.Key}, Value: g.Value})
	}
	for _, o := range c.operations() {
		edits = append(edits, yamledit.Edit{Path: []string{"operations", o.Key}, Value: o.Value})
	}
	usual := c.usual()
	for _, e := range c.Entries {
		var full members
		full.Map = e.yaml(usual)
		if !slices.ContainsFunc(full.Map, func(m yamledit.Member) bool { return m.Key == "envelope" }) {
			full.Map = append(yamledit.Map{{Key: "envelope", Value: e.Envelopes[0].Name}}, full.Map...)
		}
		full.text("source", c.SourceID)
		edits = append(edits, yamledit.Edit{Path: []string{"errors", e.Name}, Value: full.Map})
	}
	return edits
}

func (c *Catalog) source() yamledit.Value {
	var m members
	m.put("id", c.SourceID)
	if strings.HasPrefix(c.File, "http://") || strings.HasPrefix(c.File, "https://") {
		m.put("url", c.File)
	} else {
		m.put("file", filepath.ToSlash(c.File))
	}
	title := c.Title
	if title == "" {
		title = filepath.Base(c.File)
	}
	m.put("title", title)
	return yamledit.Flow{Value: m.Map}
}

// defaults are what most entries have in common.
func (c *Catalog) defaults(usual *Envelope) yamledit.Map {
	var m members
	if usual != nil {
		m.put("envelope", usual.Name)
	}
	m.put("source", c.SourceID)
	return m.Map
}

// usual is the envelope that most entries have alone, nil where there is just one.
func (c *Catalog) usual() (most *Envelope) {
	if len(c.Envelopes) < 2 {
		return nil
	}
	count := map[*Envelope]int{}
	for _, e := range c.Entries {
		if len(e.Envelopes) == 1 {
			count[e.Envelopes[0]]++
		}
	}
	for _, env := range c.Envelopes {
		if most == nil || count[env] > count[most] {
			most = env
		}
	}
	return most
}

// comment says what did not fit.
func (c *Catalog) comment() string {
	var lines []string
	for _, n := range c.Notes {
		lines = append(lines, "import: "+n.at(c.File)+strings.Join(strings.Fields(n.Text), " "))
	}
	return strings.Join(lines, "\n")
}

func (n Note) at(file string) string {
	if n.Line == 0 {
		return ""
	}
	return fmt.Sprintf("%s:%d: ", filepath.ToSlash(file), n.Line)
}

// place says where an entry is from.
func (c *Catalog) place(e *Entry) string {
	if e.Line == 0 {
		return ""
	}
	text := fmt.Sprintf("%s:%d", filepath.ToSlash(c.File), e.Line)
	for i, line := range e.Also {
		if i == 5 {
			return text + fmt.Sprintf(" and %d more", len(e.Also)-i)
		}
		text += ", " + strconv.Itoa(line)
	}
	return text
}

func (c *Catalog) groups() (all yamledit.Map) {
	count := map[*Group]int{}
	for _, e := range c.Entries {
		count[e.Group]++
	}
	for _, g := range c.Groups {
		n := count[g]
		var m members
		if g.Title != g.Name {
			m.text("title", g.Title)
		}
		m.put("count", n)
		if n > 0 {
			all = append(all, yamledit.Member{Key: g.Name, Value: yamledit.Flow{Value: m.Map}})
		}
	}
	return all
}

func (c *Catalog) operations() (all yamledit.Map) {
	for _, o := range c.Operations {
		var m members
		m.text("description", o.Description)
		m.text("method", o.Method)
		m.text("path", o.Path)
		var list yamledit.List
		for _, e := range o.Errors {
			list = append(list, e.Name)
		}
		m.put("errors", yamledit.Flow{Value: list})
		all = append(all, yamledit.Member{Key: o.Name, Value: m.Map})
	}
	return all
}
