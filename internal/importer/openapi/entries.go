package openapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
)

// entries makes entries of all alternatives: one for each code that is listed or shown,
// else one for the response.
func (d *drafter) entries() {
	by := map[string]*draft.Entry{}
	for _, g := range d.groups {
		for _, a := range append(slices.Clone(g.all), g.more...) {
			for _, code := range a.codes() {
				d.entry(g, a, code, by)
			}
		}
	}
	for _, a := range d.all {
		for _, x := range append(slices.Clone(a.examples), a.others...) {
			d.example(a, x, by)
		}
	}
}

func (d *drafter) entry(g *group, a *alternative, code string, by map[string]*draft.Entry) {
	key := g.env.Name + "\n" + code + "\n" + a.fills(g)
	if code == "" {
		key += strings.Join(a.status, " ")
	}
	if a.mark.entry != "" {
		key = "entry " + a.mark.entry
	}
	e := by[key]
	if e == nil {
		e = &draft.Entry{Line: a.line, Code: code, Envelopes: []*draft.Envelope{g.env}, Hint: first(a.response, a.description), Description: a.description}
		if a.mark.entry == "" && code == "" && a.response != "" && draft.IsName(a.response) {
			e.Name = a.response
		}
		if a.mark.entry == "" && a.schema != nil && a.schema.own.Title != "" && draft.IsName(a.schema.own.Title) && len(a.codes()) == 1 {
			e.Name = a.schema.own.Title
		}
		for _, l := range a.leaves {
			if l != a.code && l.node.Const == nil && len(l.values) == 1 && l.node.Field != "status" && isIn(g, l) {
				e.Fields = append(e.Fields, draft.Field{Name: l.node.Field, Wordings: []string{draft.Literal(text(l.values[0]))}})
			} else if l.text && len(l.values) == 0 && l.pattern != "" && len(e.Params) == 0 {
				if texts, params := wordings(l.pattern); texts != nil {
					e.Fields, e.Params = append(e.Fields, draft.Field{Name: l.node.Field, Wordings: texts}), params
				}
			}
		}
		if len(a.codes()) > 1 {
			e.Description = ""
		}
		d.markEntry(e, a.mark)
		by[key] = e
		d.c.Entries = append(d.c.Entries, e)
	}
	if !slices.Contains(e.Envelopes, g.env) {
		e.Envelopes = append(e.Envelopes, g.env)
	}
	for _, s := range a.status {
		if !slices.Contains(e.Status, s) {
			e.Status = append(e.Status, s)
		}
	}
	slices.Sort(e.Status)
	for _, o := range a.operations {
		if !slices.Contains(o.Errors, e) {
			o.Errors = append(o.Errors, e)
		}
	}
}

// fills is what an alternative fills, which tells it from others of its code.
func (a *alternative) fills(g *group) string {
	var b strings.Builder
	for _, l := range a.leaves {
		if l != a.code && len(l.values) == 1 && isIn(g, l) {
			fmt.Fprintf(&b, "%s=%s\n", l.path, text(l.values[0]))
		} else if l.text && l.pattern != "" {
			fmt.Fprintf(&b, "%s~%s\n", l.path, l.pattern)
		}
	}
	return b.String()
}

// example adds an example of a response.
func (d *drafter) example(a *alternative, x example, by map[string]*draft.Entry) {
	body, err := json.MarshalIndent(x.body, "", "  ")
	if s, ok := x.body.(string); ok && a.isText {
		body = []byte(s)
	}
	if err != nil {
		return
	}
	g := d.groupOf(a)
	code := ""
	if a.code != nil {
		code = a.codeIn(x.body)
	}
	named := slices.IndexFunc(d.c.Entries, func(e *draft.Entry) bool { return e.Name != "" && e.Name == x.name && e.Code == code })
	i := max(named, slices.IndexFunc(d.c.Entries, func(e *draft.Entry) bool {
		return named < 0 && slices.Contains(e.Envelopes, g.env) && e.Code == code && (code != "" || slices.Equal(e.Status, a.status))
	}))
	if i < 0 {
		d.c.Lose(a.line, "an example of none of the entries: "+x.name)
		return
	}
	ex := &draft.Example{Line: a.line, Entries: []*draft.Entry{d.c.Entries[i]}, Body: string(body), HasBody: true}
	ex.Name = strings.TrimSpace(fmt.Sprintf("%d %s", len(d.c.Examples)+1, x.name))
	if len(a.status) == 1 {
		ex.Status, _ = strconv.Atoi(a.status[0])
	}
	if slices.ContainsFunc(d.c.Examples, func(have *draft.Example) bool { return have.Body == ex.Body && have.Status == ex.Status }) {
		return
	}
	d.c.Examples = append(d.c.Examples, ex)
}

// extension reads the extension x-errors of an operation or response: a list of codes, or
// of objects with a code, a status and texts.
func (d *drafter) extension(all map[string]any, o *draft.Operation, line int) {
	list, ok := all["x-errors"].([]any)
	if !ok {
		return
	}
	for _, one := range list {
		a := &alternative{line: line, media: "application/json", named: true}
		if o != nil {
			a.operations = []*draft.Operation{o}
		}
		code := text(one)
		message := ""
		if m, ok := one.(map[string]any); ok {
			code, message = text(m["code"]), first(text(m["message"]), text(m["title"]))
			a.description = text(m["description"])
			for _, key := range []string{"status", "httpStatus", "http_status", "statusCode"} {
				if s := text(m[key]); isError(s) {
					a.status = statusOf(s)
				}
			}
		}
		if code == "" {
			d.c.Lose(line, "an element of x-errors without a code")
			continue
		}
		codes := &leaf{path: "/code", values: []any{code}, node: &draft.Node{Name: "code", Types: []string{"string"}}}
		texts := &leaf{path: "/message", text: true, node: &draft.Node{Name: "message", Types: []string{"string"}, Optional: message == ""}}
		if message != "" {
			texts.values = []any{message}
		}
		a.node, a.leaves = &draft.Node{Members: []*draft.Node{codes.node, texts.node}}, []*leaf{codes, texts}
		d.all = append(d.all, a)
	}
}

// nodeOf is the draft of a body of which there is only an example.
func nodeOf(v any) *draft.Node {
	switch v := v.(type) {
	case map[string]any:
		n := &draft.Node{}
		for _, name := range slices.Sorted(maps.Keys(v)) {
			m := nodeOf(v[name])
			m.Name = name
			n.Members = append(n.Members, m)
		}
		return n
	case string:
		return &draft.Node{Types: []string{"string"}}
	case bool:
		return &draft.Node{Types: []string{"boolean"}}
	case []any:
		return &draft.Node{Types: []string{"array"}}
	case nil:
		return &draft.Node{}
	}
	if strings.ContainsAny(text(v), ".eE") {
		return &draft.Node{Types: []string{"number"}}
	}
	return &draft.Node{Types: []string{"integer"}}
}

func leavesOf(n *draft.Node, path string) (all []*leaf) {
	if len(n.Members) == 0 {
		return []*leaf{{node: n, path: path, text: shape.IsText(n.Name)}}
	}
	for _, m := range n.Members {
		all = append(all, leavesOf(m, path+"/"+m.Name)...)
	}
	return all
}
