package differential

import (
	"encoding/json"
	"hash/fnv"
	"maps"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// mutator makes of one response of a catalog another one. What it does depends on the
// catalog's name and two numbers alone.
type mutator struct {
	*rand.Rand
	s    *subject
	base response
}

func newMutator(s *subject, response, mutation int) *mutator {
	h := fnv.New64a()
	h.Write([]byte(s.name))
	seed := h.Sum64()
	m := &mutator{Rand: rand.New(rand.NewPCG(seed, uint64(response)<<32|uint64(mutation))), s: s}
	if response < len(s.responses) {
		m.base = s.responses[response]
	}
	return m
}

// mutated is the base, changed at one to three places.
func (m *mutator) mutated() response {
	r := m.base
	r.header = r.header.Clone()
	if r.header == nil {
		r.header = http.Header{}
	}
	for range 1 + m.IntN(3) {
		switch n := m.IntN(10); {
		case n < 2:
			r.status = m.status()
		case n < 4:
			m.mutateHeader(r.header)
		default:
			r.body = m.mutateBody(r.body)
		}
	}
	if r.head = m.IntN(12) == 0; r.head {
		r.body = ""
	}
	return r
}

// frame is a close frame of the catalog: as it is, or changed.
func (m *mutator) frame(i, mutation int) closeFrame {
	f := m.s.closes[i]
	if mutation == 0 {
		return f
	}
	if m.IntN(4) == 0 {
		f.code = []int{1000, 1001, 1005, 1006, 1011, 4001, m.s.closes[m.IntN(len(m.s.closes))].code}[m.IntN(7)]
	}
	switch m.IntN(3) {
	case 0:
		f.reason = m.reworded(f.reason)
	case 1:
		f.reason = m.s.closes[m.IntN(len(m.s.closes))].reason
	}
	return f
}

var statuses = []int{0, 0, 99, 100, 200, 201, 202, 204, 302, 304, 399, 400, 401, 403, 404, 409, 418, 422, 429, 499, 500, 502, 503, 599, 600, 999}

func (m *mutator) status() int {
	if m.IntN(2) == 0 {
		return statuses[m.IntN(len(statuses))]
	}
	return m.other().status
}

// other is any response of the catalog.
func (m *mutator) other() response { return m.s.responses[m.IntN(len(m.s.responses))] }

// headers that stand in a catalog, and some that mean something in HTTP.
func (m *mutator) headerName() string {
	names := []string{"Content-Type", "Date", "Retry-After", "X-Other"}
	for _, env := range m.s.catalog.Envelopes {
		for _, n := range env.Headers {
			names = append(names, n.Name, n.Name)
		}
	}
	for _, e := range m.s.catalog.Entries {
		for _, h := range e.Headers {
			names = append(names, h.Name)
		}
	}
	return names[m.IntN(len(names))]
}

var headerValues = []string{"", "7", "-1", "x", "text/html", "text/plain; charset=utf-8", "application/json", "true", "1e3", "Wed, 21 Oct 2015 07:28:00 GMT", `Bearer realm="a \"b\""`}

func (m *mutator) mutateHeader(h http.Header) {
	names := slices.Sorted(maps.Keys(h))
	switch m.IntN(6) {
	case 0, 1:
		h[m.headerName()] = []string{headerValues[m.IntN(len(headerValues))]}
	case 2:
		for name, values := range m.other().header {
			h[name] = values
		}
	default:
		if len(names) == 0 {
			return
		}
		name := names[m.IntN(len(names))]
		m.mutateLines(h, name)
	}
}

func (m *mutator) mutateLines(h http.Header, name string) {
	values := slices.Clone(h[name])
	switch m.IntN(5) {
	case 0:
		delete(h, name)
		return
	case 1:
		delete(h, name)
		h[m.headerName()] = values
		return
	case 2:
		values = append(values, headerValues[m.IntN(len(headerValues))])
	case 3:
		slices.Reverse(values)
	default:
		i := m.IntN(len(values))
		values[i] = strings.TrimSpace(m.reworded(values[i]))
	}
	h[name] = values
}

// mutateBody changes a body: its text, or a place of it.
func (m *mutator) mutateBody(body string) string {
	v, ok := parse(body)
	if m.IntN(20) == 0 {
		return m.other().body
	}
	if !ok {
		return m.reworded(body)
	}
	if m.IntN(30) == 0 {
		return []string{"\ufeff" + body, " " + body + "\r\n", body + "x", "[" + body + "]", ""}[m.IntN(5)]
	}
	places := m.places(v)
	b, err := json.Marshal(m.at(v, places[m.IntN(len(places))]))
	if err != nil {
		return body
	}
	return string(b)
}

// places are the paths to all values within a value.
func (m *mutator) places(v any) [][]any {
	all := [][]any{nil}
	add := func(step, in any) {
		for _, p := range m.places(in) {
			all = append(all, append([]any{step}, p...))
		}
	}
	switch v := v.(type) {
	case []any:
		for i, item := range v {
			add(i, item)
		}
	case map[string]any:
		for _, name := range slices.Sorted(maps.Keys(v)) {
			add(name, v[name])
		}
	}
	return all
}

// at is a value with another one at a place of it.
func (m *mutator) at(v any, path []any) any {
	if len(path) == 0 {
		return m.value(v)
	}
	switch v := v.(type) {
	case []any:
		v = slices.Clone(v)
		v[path[0].(int)] = m.at(v[path[0].(int)], path[1:])
		return v
	case map[string]any:
		v = maps.Clone(v)
		name := path[0].(string)
		if len(path) == 1 && m.IntN(4) == 0 {
			delete(v, name)
			if m.IntN(2) == 0 {
				v[m.memberName()] = m.scalar()
			}
			return v
		}
		v[name] = m.at(v[name], path[1:])
		return v
	}
	return v
}

// value is another value in the place of one.
func (m *mutator) value(v any) any {
	if m.IntN(6) == 0 {
		return m.scalar()
	}
	switch v := v.(type) {
	case string:
		return m.reworded(v)
	case []any:
		return m.list(v)
	case map[string]any:
		return m.object(v)
	}
	return m.scalar()
}

var texts = []string{"", "x", "7", "-12", "1.50", "true", "null", "error", "NEW_CODE", "2024-05-02", "Not found.", "a b c", "é", "<b>&amp;</b>", "400", "404", "Wait 5 s."}

func (m *mutator) scalar() any {
	switch m.IntN(10) {
	case 0:
		return nil
	case 1:
		return m.IntN(2) == 0
	case 2, 3:
		return json.Number([]string{"0", "1", "-1", "7", "5.5", "1.0", "1e2", "404", "99999999999999999999", "2147483648"}[m.IntN(10)])
	case 4:
		return []any{}
	case 5:
		return map[string]any{}
	case 6:
		return m.anyValue()
	}
	return texts[m.IntN(len(texts))]
}

// anyValue is a value that stands somewhere in a response of the catalog.
func (m *mutator) anyValue() any {
	if len(m.s.responses) == 0 {
		return texts[m.IntN(len(texts))]
	}
	v, ok := parse(m.other().body)
	if !ok {
		return m.other().body
	}
	places := m.places(v)
	for _, step := range places[m.IntN(len(places))] {
		switch at := v.(type) {
		case []any:
			v = at[step.(int)]
		case map[string]any:
			v = at[step.(string)]
		}
	}
	return v
}

// reworded is another text.
func (m *mutator) reworded(s string) string {
	switch m.IntN(9) {
	case 0:
		return s + "x"
	case 1:
		return " " + s + "\r\n"
	case 2:
		return strings.ToUpper(s)
	case 3:
		if s != "" {
			i := m.IntN(len(s))
			return strings.ToValidUTF8(s[:i], "")
		}
	case 4:
		words := strings.Fields(s)
		m.Shuffle(len(words), func(i, k int) { words[i], words[k] = words[k], words[i] })
		return strings.Join(words, " ")
	case 5:
		return strings.Map(func(c rune) rune {
			if c >= '0' && c <= '9' {
				return '0' + rune(m.IntN(10))
			}
			return c
		}, s)
	case 6:
		if other, ok := m.anyValue().(string); ok {
			return other
		}
	case 7:
		words := strings.Split(s, " ")
		words[m.IntN(len(words))] = texts[m.IntN(len(texts))]
		return strings.Join(words, " ")
	}
	return texts[m.IntN(len(texts))]
}

func (m *mutator) list(v []any) any {
	v = slices.Clone(v)
	switch m.IntN(6) {
	case 0:
		if len(v) > 0 {
			return slices.Delete(v, 0, 1)
		}
	case 1:
		m.Shuffle(len(v), func(i, k int) { v[i], v[k] = v[k], v[i] })
	case 2:
		return append(v, v...)
	case 3:
		return append(v, m.otherItems()...)
	case 4:
		return append(m.otherItems(), v...)
	}
	return append(v, m.scalar())
}

// otherItems are the items of some list of some response.
func (m *mutator) otherItems() []any {
	v, _ := parse(m.other().body)
	for _, path := range m.places(v) {
		at := v
		for _, step := range path {
			switch in := at.(type) {
			case []any:
				at = in[step.(int)]
			case map[string]any:
				at = in[step.(string)]
			}
		}
		if list, ok := at.([]any); ok {
			return list
		}
	}
	return nil
}

func (m *mutator) object(v map[string]any) any {
	v = maps.Clone(v)
	names := slices.Sorted(maps.Keys(v))
	switch m.IntN(6) {
	case 0:
		v[m.memberName()] = m.anyValue()
	case 1:
		if other, ok := m.anyValue().(map[string]any); ok {
			maps.Copy(v, other)
		}
	case 2:
		v[m.memberName()] = m.scalar()
	case 3:
		if len(names) > 1 {
			a, b := names[m.IntN(len(names))], names[m.IntN(len(names))]
			v[a], v[b] = v[b], v[a]
		}
	case 4:
		v[m.memberName()] = maps.Clone(v)
	default:
		if len(names) > 0 {
			delete(v, names[m.IntN(len(names))])
		}
	}
	return v
}

// memberName is a member of some envelope, or none.
func (m *mutator) memberName() string {
	names := []string{"other"}
	for _, env := range m.s.catalog.Envelopes {
		names = append(names, memberNames(env.Body)...)
	}
	return names[m.IntN(len(names))]
}

func memberNames(n *model.Node) []string {
	if n == nil {
		return nil
	}
	names := memberNames(n.Item)
	for _, member := range n.Members {
		names = append(append(names, member.Name), memberNames(member)...)
	}
	return names
}

// minimised is a response that still shows a difference, with as little in it as is
// easy.
func (s *subject) minimised(r response) response {
	for range 200 {
		smaller, ok := s.smaller(r)
		if !ok {
			break
		}
		r = smaller
	}
	return r
}

func (s *subject) smaller(r response) (response, bool) {
	for name := range r.header {
		one := r
		one.header = r.header.Clone()
		delete(one.header, name)
		if s.difference(one) != "" {
			return one, true
		}
	}
	v, ok := parse(r.body)
	if !ok {
		return r, false
	}
	m := &mutator{}
	for _, path := range m.places(v)[1:] {
		b, _ := json.Marshal(without(v, path))
		one := r
		one.body = string(b)
		if s.difference(one) != "" {
			return one, true
		}
	}
	return r, false
}

// without is a value without what stands at a place of it.
func without(v any, path []any) any {
	switch v := v.(type) {
	case []any:
		i := path[0].(int)
		if len(path) == 1 {
			return slices.Delete(slices.Clone(v), i, i+1)
		}
		v = slices.Clone(v)
		v[i] = without(v[i], path[1:])
		return v
	case map[string]any:
		v = maps.Clone(v)
		name := path[0].(string)
		if len(path) == 1 {
			delete(v, name)
		} else {
			v[name] = without(v[name], path[1:])
		}
		return v
	}
	return v
}
