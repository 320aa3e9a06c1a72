package openapi

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	"github.com/seed-1b9d9f04/errgen/internal/importer/shape"
)

// alternative is one form of a response.
type alternative struct {
	status      []string
	line        int
	response    string // the name of the response, if it has one
	ref         string // that of the schema
	description string
	media       string
	isText      bool
	schema      *object // nil: none is said
	examples    []example
	others      []example // of the response, which may be of any of its alternatives
	operations  []*draft.Operation
	named       bool // by an extension, not as a response

	node   *draft.Node
	leaves []*leaf
	code   *leaf
}

// example is a body that a document shows.
type example struct {
	name string
	body any
}

func examplesOf(content *openapi3.MediaType) (all []example) {
	if content.Example != nil {
		all = append(all, example{"", content.Example})
	}
	for _, name := range slices.Sorted(maps.Keys(content.Examples)) {
		if ref := content.Examples[name]; ref != nil && ref.Value != nil && ref.Value.Value != nil {
			all = append(all, example{name, ref.Value.Value})
		}
	}
	return all
}

// group are alternatives of one shape: an envelope.
type group struct {
	signature string
	env       *draft.Envelope
	all       []*alternative
	more      []*alternative // that extensions name
}

// envelopes groups the alternatives by their shape.
func (d *drafter) envelopes() {
	by := map[string]*group{}
	for _, a := range d.all {
		a.look()
	}
	for _, a := range d.all {
		if a.named {
			continue
		}
		signature := a.signature()
		g := by[signature]
		if g == nil {
			g = &group{signature: signature}
			by[signature] = g
			d.groups = append(d.groups, g)
		}
		g.all = append(g.all, a)
	}
	d.extend(by)
	taken := map[string]bool{}
	for _, g := range d.groups {
		g.env = &draft.Envelope{Name: draft.Take(g.name(), taken)}
		a := g.all[0]
		switch {
		case a.node != nil:
			g.constants()
			g.env.Body = a.node
			if a.media != "application/json" && a.media != "*/*" && !strings.HasPrefix(a.media, "application/*") {
				g.env.MediaType = a.media
			}
		case a.isText:
			g.env.MediaType, g.env.Body = a.media, &draft.Node{Types: []string{"string"}, Field: "message"}
			if strings.Contains(a.media, "*") {
				g.env.MediaType = "text/plain"
			}
		}
		d.c.Envelopes = append(d.c.Envelopes, g.env)
	}
}

// extend puts what extensions name into the first group that has a code and a message, or
// into one of their own.
func (d *drafter) extend(by map[string]*group) {
	for _, a := range d.all {
		if !a.named {
			continue
		}
		i := slices.IndexFunc(d.groups, func(g *group) bool { return g.all[0].code != nil && g.all[0].message() != nil })
		if i < 0 {
			g := &group{signature: a.signature(), all: []*alternative{a}}
			by[g.signature] = g
			d.groups = append(d.groups, g)
			continue
		}
		g := d.groups[i]
		first := g.all[0]
		a.code.path, a.message().node.Field, a.message().path = first.code.path, first.message().node.Field, first.message().path
		g.more = append(g.more, a)
	}
}

// message is the leaf of the most telling text.
func (a *alternative) message() *leaf {
	for _, l := range a.leaves {
		if l.text && strings.HasSuffix(strings.ToLower(l.path), "message") {
			return l
		}
	}
	i := slices.IndexFunc(a.leaves, func(l *leaf) bool { return l.text })
	if i < 0 {
		return nil
	}
	return a.leaves[i]
}

// name is the name of the schema that all have, else what they are.
func (g *group) name() string {
	a := g.all[0]
	same := !slices.ContainsFunc(g.all, func(b *alternative) bool { return b.ref != a.ref })
	open := slices.IndexFunc(g.all, func(b *alternative) bool { return b.ref != "" && b.code != nil && len(b.code.values) == 0 })
	switch {
	case open >= 0 && draft.IsName(g.all[open].ref):
		return g.all[open].ref
	case same && a.ref != "" && draft.IsName(a.ref):
		return a.ref
	case a.isText:
		return "Plain"
	case a.node == nil:
		return "Empty"
	}
	return "ErrorResponse"
}

// look finds the leaves of an alternative, and which is the code and which the status.
func (a *alternative) look() {
	switch {
	case a.named: // it has its leaves
	case a.schema == nil:
		if len(a.examples) > 0 && !a.isText {
			a.node = nodeOf(a.examples[0].body)
			a.leaves = leavesOf(a.node, "")
		}
	default:
		a.node, a.leaves = tree(a.schema, nil, "")
		a.repeat()
	}
	best, hasStatus := 0, false
	for _, l := range a.leaves {
		name := l.path[strings.LastIndexByte(l.path, '/')+1:]
		if l.node.Field == "" && !hasStatus && l.isStatus(name) {
			hasStatus = true
			l.node.Field = "status"
			continue
		}
		score := shape.CodeScore(name)
		if len(l.values) > 0 && score > 0 {
			score += 6
		}
		if l.path == "/type" && strings.Contains(a.media, "problem") { // RFC 9457
			score += 20
		}
		if isScalar := len(l.node.Types) == 0 || l.node.Types[0] == "string" || l.node.Types[0] == "integer"; isScalar && score > best {
			best, a.code = score, l
		}
	}
	if a.code != nil && best < 8 && len(a.code.values) == 0 {
		a.code = nil
	}
	if a.code != nil {
		a.code.node.Field = "code"
		a.code.node.Example = nil
	}
	a.nameFields()
	slices.SortStableFunc(a.leaves, func(l, m *leaf) int { return strings.Compare(l.path, m.path) })
}

// nameFields gives the leaves names, those further out first.
func (a *alternative) nameFields() {
	taken := map[string]bool{"status": true, "code": true}
	outer := slices.Clone(a.leaves)
	slices.SortStableFunc(outer, func(l, m *leaf) int { return strings.Count(l.path, "/") - strings.Count(m.path, "/") })
	for _, l := range outer {
		if l.node.Field != "" {
			continue
		}
		steps := strings.Split(strings.ReplaceAll(l.path, "/*", ""), "/")
		name := strings.TrimLeft(steps[len(steps)-1], "@$")
		if name == "" {
			name = "value"
		}
		if taken[name] {
			name = strings.Join(steps[max(1, len(steps)-2):], "_")
		}
		l.node.Field = draft.Take(name, taken)
	}
}

// isStatus reports whether a leaf is the status: an integer that is called so, or one of
// which only statuses are known.
func (l *leaf) isStatus(name string) bool {
	if len(l.node.Types) != 1 || l.node.Types[0] != "integer" {
		return false
	}
	known := 0
	for _, v := range l.values {
		if !isError(text(v)) {
			return false
		}
		known++
	}
	isExample := l.node.Example != nil && isError(l.node.Example.Text)
	return statusMember.MatchString(name) || strings.EqualFold(name, "code") && (known > 0 || isExample)
}

// repeat makes a list of objects at the top, or the only one in an object without texts
// beside it, the list of errors.
func (a *alternative) repeat() {
	node, items := a.node, a.schema.items
	path := ""
	if len(a.schema.properties) > 0 {
		lists := 0
		for i, p := range a.schema.properties {
			if p.schema.Items != nil {
				lists++
				node, items, path = a.node.Members[i], p.schema.Items, "/"+p.name
			} else if shape.IsText(p.name) || shape.CodeScore(p.name) >= 8 {
				return
			}
		}
		if lists != 1 {
			return
		}
	}
	if items == nil || items.Value == nil {
		return
	}
	inner := flatten(items)
	item, leaves := tree(inner, []*openapi3.Schema{a.schema.own}, path+"/*")
	if len(item.Members) == 0 || !slices.ContainsFunc(leaves, func(l *leaf) bool {
		return l.text || shape.CodeScore(l.path[strings.LastIndexByte(l.path, '/')+1:]) > 0
	}) {
		return
	}
	node.Repeated, node.Members, node.Types = true, []*draft.Node{item}, nil
	a.leaves = append(slices.DeleteFunc(a.leaves, func(l *leaf) bool { return l.node == node }), leaves...)
}

// signature is what alternatives of one shape have in common.
func (a *alternative) signature() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %v", a.media, a.isText)
	for _, l := range a.leaves {
		fmt.Fprintf(&b, "\n%s %v %s %v", l.path, l.node.Types, l.node.Field, l.node.Repeated)
	}
	return b.String()
}

// constants makes leaves constant that have the same only value in all alternatives. A
// leaf that one of them may leave out is optional.
func (g *group) constants() {
	for i, l := range g.all[0].leaves {
		if l == g.all[0].code || l.node.Field == "status" {
			continue
		}
		same := len(l.values) == 1 && !l.text
		for _, a := range g.all[1:] {
			other := a.leaves[i]
			same = same && len(other.values) == 1 && text(other.values[0]) == text(l.values[0])
			l.node.Optional = l.node.Optional || other.node.Optional
		}
		if v, ok := value(first1(l.values)); same && ok {
			l.node.Const, l.node.Field = &v, ""
		}
	}
}

func first1(values []any) any {
	if len(values) == 0 {
		return nil
	}
	return values[0]
}

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

// codes are the codes of an alternative: those that it lists, else those of its examples;
// the empty one if there are none.
func (a *alternative) codes() (all []string) {
	add := func(code string) {
		if code != "" && !slices.Contains(all, code) {
			all = append(all, code)
		}
	}
	if a.code != nil {
		for _, v := range a.code.values {
			add(text(v))
		}
		if len(all) == 0 {
			for _, x := range append(slices.Clone(a.examples), a.others...) {
				add(a.codeIn(x.body))
			}
		}
	}
	if len(all) == 0 {
		all = []string{""}
	}
	return all
}

// codeIn is the code in a body.
func (a *alternative) codeIn(body any) string {
	for _, step := range strings.Split(strings.TrimPrefix(a.code.path, "/"), "/") {
		if list, ok := body.([]any); ok && len(list) > 0 {
			body = list[0]
			if step == "*" {
				continue
			}
		}
		m, ok := body.(map[string]any)
		if !ok {
			return ""
		}
		body = m[step]
	}
	return text(body)
}

func (d *drafter) entry(g *group, a *alternative, code string, by map[string]*draft.Entry) {
	key := g.env.Name + "\n" + code + "\n" + a.fills(g)
	if code == "" {
		key += strings.Join(a.status, " ")
	}
	e := by[key]
	if e == nil {
		e = &draft.Entry{Line: a.line, Code: code, Envelopes: []*draft.Envelope{g.env}, Hint: first(a.response, a.description), Description: a.description}
		if code == "" && a.response != "" && draft.IsName(a.response) {
			e.Name = a.response
		}
		if a.schema != nil && a.schema.own.Title != "" && draft.IsName(a.schema.own.Title) && len(a.codes()) == 1 {
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
		by[key] = e
		d.c.Entries = append(d.c.Entries, e)
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

// isIn reports whether a leaf's field is one of the envelope, and no constant of it.
func isIn(g *group, l *leaf) bool {
	for _, of := range g.all[0].leaves {
		if of.path == l.path {
			return of.node.Const == nil && len(l.node.Types) == 1 && l.node.Types[0] == "string"
		}
	}
	return false
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

func (d *drafter) groupOf(a *alternative) *group {
	for _, g := range d.groups {
		if slices.Contains(g.all, a) || slices.Contains(g.more, a) {
			return g
		}
	}
	return nil
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
