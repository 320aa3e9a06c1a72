package differential

import (
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// view is what of a response is looked at in an envelope: all of it, one item of its
// list, or an error within it.
type view struct {
	env    *model.Envelope
	header http.Header
	status int
	body   any // nil and not there: no body
	there  bool
	empty  bool // there is no body
	head   bool // nothing is known of it: the request was HEAD

	list  bool // one item of the list
	item  any
	first bool // leaves outside the list count, too
}

// place is a leaf of an envelope with what stands there.
type place struct {
	node   *model.Node
	raw    any
	there  bool
	header bool
	text   bool // it is a body that is a text
	markup bool
	item   bool // within the item of a list
}

// places are all leaves of the envelope, those of the body first.
func (v *view) places() []place {
	var all []place
	v.walk(v.env.Body, v.body, v.there, false, &all)
	for i := range all {
		all[i].markup, all[i].text = v.env.Markup, v.env.Kind == model.TextBody
	}
	for _, n := range v.env.Headers {
		lines := v.header.Values(n.Name)
		line := strings.Join(lines, ", ")
		all = append(all, place{node: n, raw: line, there: len(lines) > 0, header: true})
	}
	return all
}

func (v *view) walk(n *model.Node, raw any, there, item bool, all *[]place) {
	if n == nil {
		return
	}
	switch n.Kind {
	case model.ObjectNode:
		object, _ := raw.(map[string]any)
		for _, m := range n.Members {
			member, ok := object[m.Name]
			v.walk(m, member, ok && there, item, all)
		}
		if n.Additional != nil {
			more := further(n, object)
			*all = append(*all, place{node: n.Additional, raw: more, there: there && len(more) > 0, item: item})
		}
	case model.RepeatedNode:
		v.walk(n.Item, v.item, v.list, true, all)
	default:
		*all = append(*all, place{node: n, raw: raw, there: there, item: item})
	}
}

// further are the members that an object does not name.
func further(n *model.Node, object map[string]any) map[string]any {
	more := map[string]any{}
	for name, member := range object {
		if !slices.ContainsFunc(n.Members, func(m *model.Node) bool { return m.Name == name }) {
			more[name] = member
		}
	}
	return more
}

// value is what a leaf holds: out of its text form, of its type.
func (p place) value(h http.Header) (any, bool) {
	if !p.there {
		return nil, false
	}
	raw := p.raw
	if p.header || len(p.node.As) > 0 {
		text, ok := raw.(string)
		if !ok {
			return nil, false
		}
		if raw, ok = p.fromText(text, h); !ok {
			return nil, false
		}
	}
	switch p.node.Kind {
	case model.ConstNode:
		return raw, equal(plain(*p.node.Const), raw)
	case model.CodeNode:
		return p.code(raw)
	}
	return raw, isShallow(p.node.Schema, raw)
}

// code is a code: a text, an integer, or another scalar that the leaf admits. In markup
// it is escaped.
func (p place) code(raw any) (any, bool) {
	if !isKind(model.StringKind, "", raw) && !isKind(model.IntegerKind, anySize, raw) && !isShallow(p.node.Schema, raw) {
		return nil, false
	}
	text, ok := scalar(raw)
	if p.markup {
		return unescaped(text), ok && !strings.Contains(text, "<")
	}
	return text, ok
}

// fromText is what a header or a text form holds.
func (p place) fromText(text string, h http.Header) (any, bool) {
	for _, form := range mostLiteral(p.node.As) {
		for _, whole := range p.untrimmed(text) {
			inner, ok := form.value(whole)
			if !ok {
				continue
			}
			if v, ok := p.scalar(inner, h); ok {
				return v, true
			}
			break
		}
	}
	if len(p.node.As) > 0 {
		return nil, false
	}
	return p.scalar(text, h)
}

// untrimmed are the texts that may have been there: at the ends of headers and of text
// bodies a space beside a value without text is lost.
func (p place) untrimmed(text string) []string {
	if p.header || p.text {
		return []string{text, text + " ", " " + text, " " + text + " "}
	}
	return []string{text}
}

func (p place) scalar(text string, h http.Header) (any, bool) {
	if p.node.Const != nil && p.node.Schema == nil {
		v := plain(*p.node.Const)
		s, ok := scalar(v)
		return v, ok && s == text
	}
	if v, ok := typed(p.node.Schema, text); ok {
		return v, true
	}
	if p.header {
		return untilDate(p.node.Schema, text, h)
	}
	return nil, false
}

// untilDate reads an HTTP date as the seconds until then (docs/spec.md#formats).
func untilDate(s *model.Schema, text string, h http.Header) (any, bool) {
	at, err := http.ParseTime(text)
	if s.Resolved().Format != "seconds" || err != nil {
		return nil, false
	}
	now, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		now = time.Now()
	}
	return json.Number(strconv.Itoa(int(max(0, at.Sub(now)) / time.Second))), true
}

// asForm is a text form of a leaf.
type asForm model.AsForm

// mostLiteral orders forms as they are read.
func mostLiteral(forms []model.AsForm) []asForm {
	var all []asForm
	for _, f := range forms {
		all = append(all, asForm(f))
	}
	sort.SliceStable(all, func(i, k int) bool { return all[i].literals() > all[k].literals() })
	return all
}

func (f asForm) literals() (n int) {
	for _, p := range f.Parts {
		n += len([]rune(p.Literal))
	}
	return n
}

// value is what stands in the form's place of the value.
func (f asForm) value(text string) (string, bool) {
	var b strings.Builder
	b.WriteString(`(?s)\A`)
	for _, p := range f.Parts {
		switch {
		case p.Value:
			b.WriteString(`(.*?)`)
		case p.Any:
			b.WriteString(`.*?`)
		default:
			b.WriteString(regexp.QuoteMeta(p.Literal))
		}
	}
	b.WriteString(`\z`)
	groups := compiled(b.String()).FindStringSubmatch(text)
	if groups == nil {
		return "", false
	}
	return groups[1], true
}

// find is the value at the last of some places that has one; at one in a header only if
// none in the body has one, and at an alias only if no other has one.
func (v *view) find(is func(*model.Node) bool) (any, bool) {
	_, value, ok := v.findPlace(is)
	return value, ok
}

// findPlace is find with the place.
func (v *view) findPlace(is func(*model.Node) bool) (place, any, bool) {
	for _, alias := range []bool{false, true} {
		for _, header := range []bool{false, true} {
			all := v.places()
			slices.Reverse(all)
			for _, p := range all {
				if is(p.node) && p.node.Alias == alias && p.header == header {
					if value, ok := p.value(v.header); ok {
						return p, value, true
					}
				}
			}
		}
	}
	return place{}, nil, false
}

// field is the value of a field.
func (v *view) field(f *model.Field) (any, bool) { return v.find(isOf(f)) }

func isOf(f *model.Field) func(*model.Node) bool {
	return func(n *model.Node) bool { return n.Kind == model.FieldNode && n.Field == f }
}

// medium is what the value of a field stands in.
func (v *view) medium(f *model.Field) medium {
	if p, _, ok := v.findPlace(isOf(f)); ok && p.header {
		return headerText
	}
	return bodyMedium(v.env)
}

// isOthers reports whether a field is not this item's: it has nothing of it, and what
// stands outside the list is the first item's. Nor is one that would stand in the body
// of a response to HEAD.
func (v *view) isOthers(f *model.Field) bool {
	if v.head {
		_, ok := v.field(f)
		return !ok && v.env.Body.Holds(f)
	}
	if !v.list || v.first {
		return false
	}
	inside, outside := false, false
	for _, p := range v.places() {
		if p.node.Kind == model.FieldNode && p.node.Field == f {
			_, ok := p.value(v.header)
			if p.item && ok {
				return false
			}
			inside = inside || p.item
			outside = outside || ok
		}
	}
	return outside || !inside
}

// hasList reports whether the repeated list is there.
func (v *view) hasList() bool {
	_, ok := listIn(v.env.Body, v.body).([]any)
	return ok
}

// code is the error's code.
func (v *view) code() (string, bool) {
	value, ok := v.find(func(n *model.Node) bool { return n.Kind == model.CodeNode })
	text, _ := value.(string)
	return text, ok
}

// itemStatus is the status that the item, or the error within another, has.
func (v *view) itemStatus() int {
	for _, p := range v.places() {
		if p.node.Kind == model.StatusNode && p.item {
			value, ok := p.value(v.header)
			text, _ := scalar(value)
			if n, err := strconv.Atoi(text); ok && err == nil {
				return n
			}
		}
	}
	return v.status
}
