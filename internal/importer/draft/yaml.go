package draft

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
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

// YAML is the draft as the text of a catalog.
func (c *Catalog) YAML() ([]byte, error) {
	var m members
	m.put("errgen", 1)
	m.put("package", c.Package)
	m.text("title", c.Title)
	m.text("docs", c.Docs)
	m.put("sources", yamledit.List{c.source()})
	m.put("envelopes", c.envelopes())
	m.put("defaults", yamledit.Flow{Value: c.defaults()})
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
		errors = append(errors, yamledit.Member{Key: e.Name, Value: c.entry(e), Comment: c.place(e)})
	}
	m.Map = append(m.Map, yamledit.Member{Key: "errors", Value: errors, Comment: c.comment()})
	if len(c.Examples) > 0 {
		m.put("examples", c.examples())
	}
	return yamledit.Apply(nil, yamledit.Edit{Value: m.Map})
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
	for _, e := range c.Entries {
		var full members
		full.Map = c.entry(e)
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
func (c *Catalog) defaults() yamledit.Map {
	var m members
	if env := c.usual(); env != nil {
		m.put("envelope", env.Name)
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
	for _, g := range c.Groups {
		n := 0
		for _, e := range c.Entries {
			if e.Group == g {
				n++
			}
		}
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

func (c *Catalog) envelopes() (all yamledit.Map) {
	for _, env := range c.Envelopes {
		var m members
		m.text("description", env.Description)
		m.text("mediaType", env.MediaType)
		if len(env.Status) > 0 {
			m.put("status", statuses(env.Status))
		}
		if len(env.Headers) > 0 {
			var h yamledit.Map
			for _, n := range env.Headers {
				h = append(h, yamledit.Member{Key: n.Name, Value: n.yaml(false)})
			}
			m.put("headers", h)
		}
		if env.Body != nil {
			m.put("body", env.Body.yaml(true))
		}
		if len(m.Map) == 0 {
			m.put("description", "A response without a body.")
		}
		all = append(all, yamledit.Member{Key: env.Name, Value: m.Map})
	}
	return all
}

// statuses are a status set: numbers as such.
func statuses(set []string) yamledit.Value {
	var list yamledit.List
	for _, s := range set {
		if n, err := strconv.Atoi(s); err == nil {
			list = append(list, n)
		} else {
			list = append(list, s)
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return yamledit.Flow{Value: list}
}

// yaml is the schema of a place.
func (n *Node) yaml(isBody bool) yamledit.Value {
	var m members
	switch {
	case n.Const != nil:
		m.put("const", value(*n.Const))
	case n.Repeated:
		m.put("type", "array")
		m.put("repeated", true)
		m.flag("optional", n.Optional)
		m.put("items", n.Members[0].yaml(true))
		return m.Map
	case len(n.Members) > 0:
		m.text("description", n.Description)
		m.flag("optional", n.Optional)
		var props yamledit.Map
		for _, member := range n.Members {
			props = append(props, yamledit.Member{Key: member.Name, Value: member.yaml(false)})
		}
		m.put("properties", props)
		return m.Map
	case len(n.Types) == 1:
		m.put("type", n.Types[0])
	case len(n.Types) > 1:
		var list yamledit.List
		for _, t := range n.Types {
			list = append(list, t)
		}
		m.put("type", list)
	}
	if n.Field != "" && n.Field != n.Name {
		m.put("field", n.Field)
	}
	m.flag("optional", n.Optional)
	m.flag("exchange", n.Exchange)
	if len(n.Enum) > 0 {
		var list yamledit.List
		for _, v := range n.Enum {
			list = append(list, value(v))
		}
		m.put("enum", list)
	}
	if n.Example != nil && n.Const == nil {
		m.put("example", value(*n.Example))
	}
	m.text("description", n.Description)
	return yamledit.Flow{Value: m.Map}
}

// value is a JSON value as an edit has it.
func value(v model.Value) yamledit.Value {
	switch v.Kind {
	case model.BoolValue:
		return v.Bool
	case model.NumberValue:
		return yamledit.Number(v.Text)
	case model.StringValue:
		return v.Text
	case model.ArrayValue:
		list := yamledit.List{}
		for _, item := range v.Items {
			list = append(list, value(item))
		}
		return list
	case model.ObjectValue:
		m := yamledit.Map{}
		for _, member := range v.Members {
			m = append(m, yamledit.Member{Key: member.Name, Value: value(member.Value)})
		}
		return m
	}
	return nil
}

// entry is the keys of an entry, in the order in which they are read best.
func (c *Catalog) entry(e *Entry) yamledit.Map {
	var m members
	if usual := c.usual(); usual != nil && len(e.Envelopes) > 0 && (len(e.Envelopes) > 1 || e.Envelopes[0] != usual) {
		var list yamledit.List
		for _, env := range e.Envelopes {
			list = append(list, env.Name)
		}
		if len(list) == 1 {
			m.put("envelope", list[0])
		} else {
			m.put("envelope", yamledit.Flow{Value: list})
		}
	} else if len(e.Envelopes) == 0 {
		m.put("envelope", "none")
	}
	if len(e.Status) > 0 {
		m.put("status", statuses(e.Status))
	}
	if e.Code != "" {
		m.put("code", code(e.Code))
	}
	if e.Close != "" {
		m.put("close", yamledit.Number(e.Close))
	}
	if e.Group != nil {
		m.text("group", e.Group.Name)
	}
	if len(e.Fields) > 0 {
		m.put("fields", e.fields())
	}
	if len(e.Params) > 0 {
		var params yamledit.Map
		for _, p := range e.Params {
			params = append(params, yamledit.Member{Key: p.Name, Value: yamledit.Map{{Key: "type", Value: p.Type}}})
		}
		m.put("params", yamledit.Flow{Value: params})
	}
	m.text("text", e.Text)
	m.flag("retryable", e.Retryable)
	m.text("description", e.Description)
	m.text("remedy", e.Remedy)
	m.text("docs", e.Docs)
	if e.Deprecated {
		m.put("deprecated", yamledit.Flow{Value: yamledit.Map{}})
	}
	return m.Map
}

// code is a code: plain digits are a number.
func code(text string) yamledit.Value {
	text = Literal(text)
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return n
	}
	return text
}

// Template is a text in which a page has placeholders in braces, as a template with
// params; names that are taken stand for themselves.
func Template(text string, taken func(name string) bool) (string, []Param) {
	var params []Param
	seen := map[string]bool{}
	ok := !strings.Contains(text, "}{")
	out := Literal(text)
	for _, m := range hole.FindAllStringSubmatch(text, -1) {
		if name := m[1]; ok && !taken(name) && name != "status" && name != "code" {
			out = strings.ReplaceAll(out, "{{"+name+"}}", "{"+name+"}")
			if !seen[name] {
				seen[name] = true
				params = append(params, Param{Name: name, Type: "string"})
			}
		}
	}
	return out, params
}

var hole = regexp.MustCompile(`\{([a-zA-Z][a-zA-Z0-9_]*)\}`)

// Literal is a text as it stands in a template: braces are doubled.
func Literal(text string) string { return braces.Replace(text) }

var braces = strings.NewReplacer("{", "{{", "}", "}}")

func (e *Entry) fields() yamledit.Value {
	var m yamledit.Map
	for _, f := range e.Fields {
		if len(f.Wordings) == 1 {
			m = append(m, yamledit.Member{Key: f.Name, Value: f.Wordings[0]})
			continue
		}
		var list yamledit.List
		for _, w := range f.Wordings {
			list = append(list, w)
		}
		m = append(m, yamledit.Member{Key: f.Name, Value: list})
	}
	return m
}

// headers are headers by their names, those with several lines as lists.
func headers(all []model.SampleHeader) (m yamledit.Map) {
	for _, h := range all {
		i := slices.IndexFunc(m, func(have yamledit.Member) bool { return have.Key == h.Name })
		switch {
		case i < 0:
			m = append(m, yamledit.Member{Key: h.Name, Value: h.Value})
		default:
			if one, ok := m[i].Value.(string); ok {
				m[i].Value = yamledit.List{one}
			}
			m[i].Value = append(m[i].Value.(yamledit.List), h.Value)
		}
	}
	return m
}

func (c *Catalog) examples() (all yamledit.List) {
	for _, x := range c.Examples {
		var m members
		m.put("name", x.Name)
		var list yamledit.List
		for _, e := range x.Entries {
			list = append(list, e.Name)
		}
		switch len(list) {
		case 0:
			m.put("error", "unknown")
		case 1:
			m.put("error", list[0])
		default:
			m.put("error", yamledit.Flow{Value: list})
		}
		if x.Shown {
			m.put("source", c.SourceID)
		}
		if x.Status != 0 {
			m.put("status", x.Status)
		}
		if len(x.Headers) > 0 {
			m.put("headers", yamledit.Flow{Value: headers(x.Headers)})
		}
		if x.HasBody {
			m.put("body", strings.TrimRight(x.Body, "\n")+"\n")
		}
		all = append(all, m.Map)
	}
	return all
}
