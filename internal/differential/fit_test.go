package differential

import (
	"mime"
	"net/http"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// degree says how an envelope fits a response (docs/spec.md#step-2-envelopes-that-fit).
type degree int

const (
	none degree = iota
	loose
	strict
)

// fit is an envelope that fits, and how.
type fit struct {
	view   *view
	degree degree
	size   int

	success bool // a leaf means success
	proven  bool // under 400: something proves the error
}

// response is what is decoded.
type response struct {
	status int
	header http.Header
	body   string
	head   bool // to a HEAD request: without a body
}

// fits are the envelopes of a catalog that fit a response, in their order.
func fits(c *model.Catalog, r response) []fit {
	var all []fit
	parsed, isJSON := parse(strings.TrimPrefix(r.body, "\ufeff"))
	for _, env := range c.Envelopes {
		under := r.status > 0 && r.status < 400
		if env.Part || r.status != 0 && !env.Status.Contains(r.status) || under && !mayBeOf(env, r.header.Get("Content-Type")) {
			continue
		}
		v := &view{env: env, header: r.header, status: r.status}
		v.head = r.head
		f := fit{view: v}
		switch kind := env.Kind; {
		case r.head:
			f.degree, f.size = v.fitHeaders()
		case kind == model.JSONBody:
			v.body, v.there = parsed, isJSON
			v.empty = r.body == ""
			f.degree, f.size = v.fitJSON()
		case kind == model.TextBody:
			v.body = strings.ReplaceAll(strings.TrimSpace(r.body), "\r\n", "\n")
			v.there = v.body != ""
			f.degree, f.size = v.fitText()
		case kind == model.NoBody:
			if r.body == "" {
				f.degree, f.size = v.fitHeaders()
			}
		}
		f.success = v.judged().success
		counts := true
		if under {
			counts, f.proven = f.counts()
		}
		if f.degree != none && counts {
			all = append(all, f)
		}
	}
	return all
}

// fitJSON is the first row of the table.
func (v *view) fitJSON() (degree, int) {
	if v.empty && v.headersCount() {
		return loose, v.headerSize()
	}
	if !v.there || !isRoot(v.env.Body, v.body) {
		return none, 0
	}
	size := v.size(v.env.Body, v.body)
	good := v.holds(v.env.Body, v.body, true, false) && v.itemHolds()
	if v.headersCount() {
		for _, p := range v.places() {
			if p.header {
				good = good && v.holdsLeaf(p)
			}
		}
		size += v.headerSize()
	}
	if good {
		return strict, size
	}
	if v.proves() {
		return loose, size
	}
	return none, 0
}

func (v *view) headerSize() (size int) {
	for _, p := range v.places() {
		if p.header {
			size += v.sizeOf(p)
		}
	}
	return size
}

// itemHolds reports whether some item fits strictly, if there are items.
func (v *view) itemHolds() bool {
	items := v.items()
	for i, item := range items {
		if node := itemNode(v.env.Body); isRoot(node, item) && v.item1(item, i).holds(node, item, true, false) {
			return true
		}
	}
	return len(items) == 0
}

// headersCount: the code stands in one and not in the body, or there is no body.
func (v *view) headersCount() bool {
	in := false
	for _, p := range v.places() {
		if _, ok := p.value(v.header); ok && p.node.Kind == model.CodeNode {
			if !p.header {
				return false
			}
			in = true
		}
	}
	return in || v.env.Kind == model.NoBody
}

// holds reports whether every constant is equal and every required member is there. What
// holds no list is optional in an optional object, but for what is no field.
func (v *view) holds(n *model.Node, raw any, there, within bool) bool {
	switch n.Kind {
	case model.ObjectNode:
		object, is := raw.(map[string]any)
		within = (n.Optional || within) && !n.HoldsList()
		if !is || !there {
			return n.Optional || within
		}
		for _, m := range n.Members {
			member, ok := object[m.Name]
			if !v.holds(m, member, ok, within) {
				return false
			}
		}
		return true
	case model.RepeatedNode:
		_, is := raw.([]any)
		return is || n.Optional
	}
	return v.holdsLeaf(place{node: n, raw: raw, there: there})
}

func (v *view) holdsLeaf(p place) bool {
	if _, ok := p.value(v.header); ok && p.isTyped() || p.node.Alias {
		return true
	} else if ok {
		return false // a code of another type than its leaf's
	}
	switch p.node.Kind {
	case model.ExchangeNode:
		return p.there || p.node.Optional
	case model.ConstNode:
		return (!p.there || p.raw == nil) && p.node.Optional
	case model.CodeNode:
		_, elsewhere := v.code()
		return p.node.Optional || elsewhere
	case model.FieldNode:
		_, elsewhere := v.field(p.node.Field)
		return p.node.Optional || p.node.Field.Optional || elsewhere
	}
	return p.node.Optional
}

// isTyped reports whether a code has a type that its leaf may have.
func (p place) isTyped() bool {
	if p.node.Kind != model.CodeNode || p.header || len(p.node.As) > 0 {
		return true
	}
	return isShallow(p.node.Schema, p.raw)
}

// proves: the code, a constant, or an element of the repeated list is there.
func (v *view) proves() bool {
	if _, ok := v.code(); ok {
		return true
	}
	if v.constant() {
		return true
	}
	return len(v.items()) > 0
}

func (v *view) constant() bool {
	for _, p := range v.places() {
		if p.node.Kind == model.ConstNode && (!p.header || v.headersCount()) {
			if _, ok := p.value(v.header); ok {
				return true
			}
		}
	}
	return false
}

// items are the elements of the repeated list.
func (v *view) items() []any {
	if v.env.Repeated == nil {
		return nil
	}
	list, _ := listIn(v.env.Body, v.body).([]any)
	return list
}

func listIn(n *model.Node, raw any) any {
	if n.Kind == model.RepeatedNode {
		return raw
	}
	object, _ := raw.(map[string]any)
	for _, m := range n.Members {
		if list := listIn(m, object[m.Name]); list != nil && (m.Kind == model.RepeatedNode || m.Kind == model.ObjectNode) {
			return list
		}
	}
	return nil
}

// size is the number of places that were found, the body itself among them, where
// constants count twice.
func (v *view) size(n *model.Node, raw any) int {
	object, _ := raw.(map[string]any)
	if n.Kind != model.ObjectNode {
		return v.sizeOf(place{node: n, raw: raw, there: true})
	}
	if object == nil {
		return 0
	}
	total := 1
	for _, m := range n.Members {
		member, ok := object[m.Name]
		switch {
		case !ok:
		case m.Kind == model.ObjectNode:
			total += v.size(m, member)
		default:
			total += v.sizeOf(place{node: m, raw: member, there: true})
		}
	}
	return total
}

func (v *view) sizeOf(p place) int {
	if p.node.Kind == model.RepeatedNode {
		if _, ok := p.raw.([]any); ok {
			return 1
		}
		return 0
	}
	if p.node.Kind == model.ExchangeNode {
		return count(p.there && (p.raw != nil || !p.node.Optional))
	}
	if _, ok := p.value(v.header); !ok {
		return 0
	}
	if p.node.Kind == model.ConstNode {
		return 2
	}
	return 1
}

// fitText is the second row of the table.
func (v *view) fitText() (degree, int) {
	if !v.there {
		return none, 0
	}
	p := v.places()[0]
	if _, ok := p.value(v.header); !ok {
		return none, 0
	}
	given := v.header.Get("Content-Type")
	if given == "" || mediaType(given) == mediaType(v.env.MediaType) {
		return strict, v.sizeOf(p)
	}
	return loose, v.sizeOf(p)
}

func mediaType(s string) string {
	t, _, err := mime.ParseMediaType(s)
	if err != nil {
		t, _, _ = strings.Cut(s, ";")
	}
	return strings.ToLower(strings.TrimSpace(t))
}

// fitHeaders is the third row.
func (v *view) fitHeaders() (degree, int) {
	size := 0
	for _, p := range v.places() {
		if p.header && !v.holdsLeaf(p) {
			return none, 0
		}
		size += v.sizeOf(p)
	}
	return strict, size
}
