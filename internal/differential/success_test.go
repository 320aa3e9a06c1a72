package differential

import (
	"encoding/json"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// mayBeOf reports whether a Content-Type may be that of an envelope, under 400
// (docs/spec.md#step-1-can-it-be-an-error).
func mayBeOf(env *model.Envelope, contentType string) bool {
	given := mediaType(contentType)
	switch {
	case env.Kind == model.NoBody || given == mediaType(env.MediaType):
		return true
	case env.Kind == model.TextBody:
		return false
	}
	return given == "" || strings.HasSuffix(given, "/json") || strings.HasSuffix(given, "+json")
}

// verdict is what the leaves of a view say of success.
type verdict struct {
	success bool // one has a value that means it
	failure bool // one that may mean it has another value of its type
	differs bool // a constant has another value
	boolean bool // a constant is there that is true or false
	agrees  bool // a constant is there
}

// judged looks at the leaves of a view: those of the item, if it is one.
func (v *view) judged() verdict {
	var d verdict
	headers := v.headersCount()
	for _, p := range v.places() {
		if p.item != v.list {
			continue
		}
		counts := !p.header || headers
		if p.node.Kind == model.ConstNode && p.there && counts && !(p.raw == nil && p.node.Optional) {
			if _, ok := p.value(v.header); !ok {
				d.differs = true
				continue
			}
			d.agrees = true
			d.boolean = d.boolean || p.node.Const.Kind == model.BoolValue
		}
		means, other := p.success(v)
		d.success = d.success || means
		d.failure = d.failure || other
	}
	return d
}

// success reports whether a leaf has a value that means success, or another one
// although it has such values.
func (p place) success(v *view) (means, other bool) {
	if len(p.node.Success) == 0 || !p.there {
		return false, false
	}
	value, ok := p.value(v.header)
	if p.raw == nil {
		value, ok = nil, true
	}
	if !ok {
		return false, false
	}
	for _, s := range p.node.Success {
		if isSuccess(plain(s), value) {
			return true, false
		}
	}
	return false, value != nil
}

// isSuccess compares by value; a code is a text.
func isSuccess(success, value any) bool {
	if equal(success, value) {
		return true
	}
	text, ok := scalar(success)
	got, is := value.(string)
	if n, number := success.(json.Number); number && is {
		if m, ok := parse(got); ok && strings.TrimSpace(got) == got {
			return equal(n, m)
		}
	}
	return ok && is && text == got
}

// counts reports whether a fit counts under 400, and whether something proves the error
// (docs/spec.md#step-2-envelopes-that-fit).
func (f fit) counts() (counts, proven bool) {
	d := f.view.judged()
	if d.differs || d.success {
		return false, false
	}
	proven = f.isProof(d)
	return proven || f.isDeclared(), proven
}

func (f fit) isProof(d verdict) bool {
	v := f.view
	if d.isFailure(v, v.env.Body, v.body) {
		return true
	}
	if v.env.Repeated == nil {
		_, coded := v.code()
		return coded && f.degree == strict
	}
	node := itemNode(v.env.Body)
	for i, item := range v.items() {
		one := v.item1(item, i)
		d := one.judged()
		if !d.differs && !d.success && (isRoot(node, item) && one.holds(node, item, true, false) || d.isFailure(one, node, item)) {
			return true
		}
	}
	return false
}

// isFailure is the first three of what proves an error.
func (d verdict) isFailure(v *view, n *model.Node, value any) bool {
	return d.boolean || d.agrees && (n == nil || hasContainers(n, value)) || d.failure || v.isKnownCode()
}

// hasContainers reports whether the objects and lists are there that are required.
func hasContainers(n *model.Node, value any) bool {
	switch n.Kind {
	case model.RepeatedNode:
		_, is := value.([]any)
		return is
	case model.ObjectNode:
		object, is := value.(map[string]any)
		if !is {
			return false
		}
		for _, m := range n.Members {
			member, there := object[m.Name]
			if m.Optional && !(there && hasContainers(m, member)) && !isForeign(m, member, there) {
				return false
			}
			if !m.Optional && !hasContainers(m, member) {
				return false
			}
		}
	}
	return true
}

// isForeign reports whether an optional object or list is as good as absent.
func isForeign(n *model.Node, value any, there bool) bool {
	switch n.Kind {
	case model.ObjectNode:
		_, is := value.(map[string]any)
		return !there || !is
	case model.RepeatedNode:
		_, is := value.([]any)
		return !there || !is
	}
	return true
}

// isKnownCode reports whether an entry of the envelope has the code.
func (v *view) isKnownCode() bool {
	for _, e := range v.env.Entries {
		if rank, _, ok := rankOf(e, v); ok && rank >= 2 {
			return true
		}
	}
	return false
}

// isDeclared reports whether an entry names a status of 300 to 399 in the envelope.
func (f fit) isDeclared() bool {
	s := f.view.status
	if s < 300 || s > 399 {
		return false
	}
	for _, e := range f.view.env.Entries {
		for _, r := range e.ReadStatus[reads(e, f.view.env)] {
			if r.Lo <= s && s <= r.Hi && r.Lo >= 300 && r.Hi <= 399 {
				return true
			}
		}
	}
	return false
}
