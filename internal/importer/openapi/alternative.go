package openapi

import (
	"fmt"
	"maps"
	"slices"
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
	schema      *object             // nil: none is said
	item        *openapi3.SchemaRef // of a list of errors, where these are alternatives
	mark        mark
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

// look finds the leaves of an alternative.
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
}

// assign says which of the leaves are the status and the code, and names the others.
func (a *alternative) assign(d *drafter) {
	i := slices.IndexFunc(a.leaves, func(l *leaf) bool { return l.node.Field == "" && l.isStatus(l.name()) })
	if i >= 0 {
		a.leaves[i].node.Field = "status"
	}
	if a.mark.entry != "" {
		a.code = d.markedCode(a)
	} else {
		a.code = a.likelyCode()
	}
	if a.code != nil {
		a.code.node.Field = "code"
		a.code.node.Example = nil
	}
	a.nameFields()
	slices.SortStableFunc(a.leaves, func(l, m *leaf) int { return strings.Compare(l.path, m.path) })
}

// likelyCode is the leaf that is most likely the code, nil if none is.
func (a *alternative) likelyCode() (code *leaf) {
	best := 0
	for _, l := range a.leaves {
		score := shape.CodeScore(l.name())
		if len(l.values) > 0 && score > 0 {
			score += 6
		}
		if l.path == "/type" && strings.Contains(a.media, "problem") { // RFC 9457
			score += 20
		}
		if l.node.Field == "" && l.mayBeCode() && score > best {
			best, code = score, l
		}
	}
	if code != nil && best < 8 && len(code.values) == 0 {
		return nil
	}
	return code
}

// name is the name of the member.
func (l *leaf) name() string { return l.path[strings.LastIndexByte(l.path, '/')+1:] }

// mayBeCode reports whether a leaf can hold codes.
func (l *leaf) mayBeCode() bool {
	return len(l.node.Types) == 0 || l.node.Types[0] == "string" || l.node.Types[0] == "integer"
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
		l.node.Field = draft.TakeField(name, taken)
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
	if a.item != nil {
		items = a.item
	}
	if items == nil || items.Value == nil {
		return
	}
	inner := flatten(items)
	item, leaves := tree(inner, []*openapi3.Schema{a.schema.own}, path+"/*")
	if len(item.Members) == 0 || !slices.ContainsFunc(leaves, func(l *leaf) bool {
		return l.text || shape.CodeScore(l.name()) > 0
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
		if len(all) == 0 && a.mark.entry == "" {
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
