package stress

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A mutator changes catalogs at the level of their YAML nodes, in ways in which
// nobody would write them.
type mutator struct {
	r     *rand.Rand
	pairs map[string][]*yaml.Node // mappings of all catalogs that have a key
}

// A place is a value in a tree: of a key, or of a list.
type place struct {
	in    *yaml.Node
	value int // index
}

func (p place) node() *yaml.Node { return p.in.Content[p.value] }

// key is the key's node, nil in a list.
func (p place) key() *yaml.Node {
	if p.in.Kind != yaml.MappingNode {
		return nil
	}
	return p.in.Content[p.value-1]
}

func (p place) String() string {
	if key := p.key(); key != nil {
		return fmt.Sprintf("%.40q", key.Value)
	}
	return fmt.Sprintf("[%d]", p.value)
}

// places are all in a tree, a mapping's in pairs.
func places(n *yaml.Node) []place {
	var all []place
	for i, c := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			all = append(append(all, place{n, i}), places(c)...)
		}
	}
	return all
}

// donors indexes the mappings of trees by their keys.
func donors(trees []*yaml.Node) map[string][]*yaml.Node {
	all := map[string][]*yaml.Node{}
	for _, tree := range trees {
		for _, p := range places(tree) {
			if key := p.key(); key != nil {
				all[key.Value] = append(all[key.Value], p.in)
			}
		}
	}
	return all
}

// oddTexts are values as YAML has them: of other types, out of bounds, and words
// that mean something somewhere else.
var oddTexts = []string{
	`""`, `" "`, `0`, `-1`, `-0`, `1.0`, `1e2`, `0.1`, `1e999`, `99999999999999999999`, `9007199254740993`, `-9223372036854775809`, `007`, `0x1f`, `1_000`,
	`"0"`, `"7"`, `null`, `~`, `"null"`, `true`, `"true"`, `False`, `no`, `.inf`, `{}`, `[]`, `[[]]`, `[null]`, `[{}]`, `{a: {}}`, `{'': ''}`, `['', '']`, `[a, a]`,
	`"{"`, `"}"`, `"{}"`, `"{{"`, `"{{}}"`, `"{x}"`, `"{{x}}"`, `"{code}"`, `"{message}"`, `"{status}"`, `"{$status}"`, `"{$code}"`, `"{$name}"`, `"{_}"`, `"a {code} b"`,
	`"{code}{message}"`, `"{0}"`, `"%s %d%!"`, `"${x}"`, `"a\nb"`, `"\r\nX-Evil: 1"`, `"\0"`, `"\x1b[31m"`, `"\u202e"`, `"\ufeff"`, `"\ufffd"`, `"\u00e4"`, `"\U0001f469\u200d\U0001f467"`,
	`"</script>&amp;"`, `"\\"`, `"\""`, `"'"`, "'`'", `"[a-z]+"`, `".*"`, `"("`, `"#"`, `"urn:x:{}"`, `"{_}#{}"`, `"{}"`, `["{}", "x{}"]`,
	`errors`, `error`, `message`, `status`, `detail`, `details`, `code`, `title`, `type`, `name`, `text`, `value`, `items`, `global`, `sources`, `fields`, `params`, `body`, `default`,
	`none`, `any`, `unknown`, `unexpected`, `X-Request-Id`, `Set-Cookie`, `Content-Type`, `Retry-After`, `WWW-Authenticate`, `x-a`, `func`, `string`, `init`, `Error`, `Data`, `ID`, `Code`,
	`100`, `200`, `204`, `304`, `404`, `422`, `500`, `599`, `999`, `1000`, `1006`, `4001`, `2XX`, `4XX`, `5XX`, `[4XX, 503]`, `[400, 400]`,
	`object`, `array`, `integer`, `number`, `boolean`, `[string, 'null']`, `[string, integer]`, `[integer, number, boolean, 'null']`, `date-time`, `uuid`, `byte`, `seconds`, `unix-time`, `uint64`,
	`application/json`, `text/plain`, `text/html`, `application/problem+json`, `application/xml; charset=utf-8`, `https://example.com/`,
	`{type: string}`, `{type: integer}`, `{type: string, optional: true}`, `{const: 0}`, `{enum: [a, 1, null]}`, `{properties: {a: {type: string}}}`, `{type: array, items: {type: string}}`,
	`{additionalProperties: {field: more}}`, `{oneOf: [{type: string}, {type: array}]}`, `{type: string, field: code}`, `{type: integer, field: status}`, `{exchange: true}`,
}

// parseNode parses YAML.
func parseNode(text string) *yaml.Node {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		panic(err)
	}
	return clone(doc.Content[0])
}

// clone copies a tree, in block style and without comments.
func clone(n *yaml.Node) *yaml.Node {
	c := *n
	c.Style &^= yaml.FlowStyle
	c.HeadComment, c.LineComment, c.FootComment, c.Content = "", "", "", nil
	for _, inner := range n.Content {
		c.Content = append(c.Content, clone(inner))
	}
	return &c
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// odd draws an odd value, now and then a very long one.
func (m *mutator) odd() *yaml.Node {
	if m.r.IntN(60) == 0 {
		return &yaml.Node{Kind: yaml.ScalarNode, Value: strings.Repeat("long ", 1500)}
	}
	return parseNode(pick(m.r, oddTexts))
}

// word draws a text that may be a key: an odd one, or one of the tree.
func (m *mutator) word(tree *yaml.Node) string {
	if m.r.IntN(2) == 0 {
		for range 10 {
			if n := m.odd(); n.Kind == yaml.ScalarNode && len(n.Value) < 40 {
				return n.Value
			}
		}
	}
	return pick(m.r, scalars(tree)).Value
}

// mutate changes a tree and says how. It returns "" if nothing came of it.
func (m *mutator) mutate(tree *yaml.Node) string {
	all := places(tree)
	if len(all) == 0 {
		return ""
	}
	p, q := pick(m.r, all), pick(m.r, all)
	switch m.r.IntN(14) {
	case 0, 1:
		return m.remove(p)
	case 2:
		return m.duplicate(p, tree)
	case 3:
		return m.move(tree, p, q)
	case 4:
		return m.copyOver(p, q)
	case 5:
		return m.swap(p, m.like(p, all))
	case 6:
		return m.renameKey(p, tree)
	case 7:
		return m.renameAll(tree)
	case 8:
		return m.retype(p)
	case 9, 10:
		return m.replace(p)
	case 11:
		return m.tweak(p)
	}
	return m.add(p)
}

// like draws a place with the same key if there is one.
func (m *mutator) like(p place, all []place) place {
	same := slices.DeleteFunc(slices.Clone(all), func(q place) bool {
		return q == p || p.key() == nil || q.key() == nil || q.key().Value != p.key().Value
	})
	if len(same) == 0 {
		return pick(m.r, all)
	}
	return pick(m.r, same)
}

func (m *mutator) remove(p place) string {
	did := "delete " + p.String()
	first := p.value
	if p.key() != nil {
		first--
	}
	p.in.Content = slices.Delete(p.in.Content, first, p.value+1)
	return did
}

// put adds a value to a mapping or list.
func put(n *yaml.Node, key string, value *yaml.Node) bool {
	switch n.Kind {
	case yaml.MappingNode:
		if hasKey(n, key) {
			return false
		}
		n.Content = append(n.Content, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, value)
	case yaml.SequenceNode:
		n.Content = append(n.Content, value)
	default:
		return false
	}
	return true
}

func (m *mutator) duplicate(p place, tree *yaml.Node) string {
	key := m.word(tree)
	if p.key() != nil && m.r.IntN(2) == 0 {
		key = p.key().Value + pick(m.r, []string{"2", "Error", "_", "x"})
	}
	if !put(p.in, key, clone(p.node())) {
		return ""
	}
	return fmt.Sprintf("duplicate %v as %.40q", p, key)
}

// move takes a value from its place and puts it into another one's mapping or list.
func (m *mutator) move(tree *yaml.Node, p, q place) string {
	key, value, to := m.word(tree), p.node(), q.node()
	if p.key() != nil {
		key = p.key().Value
	}
	if to.Kind == yaml.ScalarNode {
		to = q.in
	}
	if slices.Contains(nodes(value), to) || to == p.in {
		return ""
	}
	did := fmt.Sprintf("move %v beside %v", p, q)
	if !put(to, key, value) {
		return ""
	}
	m.remove(p)
	return did
}

// nodes are all of a tree.
func nodes(n *yaml.Node) []*yaml.Node {
	all := []*yaml.Node{n}
	for _, c := range n.Content {
		all = append(all, nodes(c)...)
	}
	return all
}

func (m *mutator) copyOver(p, q place) string {
	p.in.Content[p.value] = clone(q.node())
	return fmt.Sprintf("copy %v over %v", q, p)
}

func (m *mutator) swap(p, q place) string {
	a, b := p.node(), q.node()
	if slices.Contains(nodes(a), b) || slices.Contains(nodes(b), a) {
		return ""
	}
	p.in.Content[p.value], q.in.Content[q.value] = b, a
	return fmt.Sprintf("swap two of %v and %v", p, q)
}

func (m *mutator) renameKey(p place, tree *yaml.Node) string {
	key, to := p.key(), m.word(tree)
	if key == nil || hasKey(p.in, to) {
		return ""
	}
	did := fmt.Sprintf("rename the key %v to %.40q", p, to)
	key.Value, key.Tag, key.Style = to, "!!str", 0
	return did
}

// renameAll gives a text another one's place wherever it stands, in templates too.
func (m *mutator) renameAll(tree *yaml.Node) string {
	from, to := pick(m.r, scalars(tree)).Value, m.word(tree)
	if from == "" {
		return ""
	}
	for _, n := range scalars(tree) {
		if n.Value == from {
			n.Value, n.Tag = to, "!!str"
			continue
		}
		n.Value = strings.ReplaceAll(n.Value, "{"+from+"}", "{"+to+"}")
	}
	return fmt.Sprintf("rename all %.40q to %.40q", from, to)
}

// retype makes another kind of node of a value.
func (m *mutator) retype(p place) string {
	n, was := p.node(), p.String()
	made := &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n}}
	switch {
	case n.Kind == yaml.ScalarNode && m.r.IntN(3) == 0:
		made = clone(n)
		if made.Style, made.Tag = 0, ""; n.Style == 0 {
			made.Style, made.Tag = yaml.DoubleQuotedStyle, "!!str"
		}
	case n.Kind != yaml.ScalarNode && len(n.Content) > 0 && m.r.IntN(2) == 0:
		made = n.Content[len(n.Content)-1]
	case m.r.IntN(2) == 0:
		made = &yaml.Node{Kind: yaml.MappingNode}
		put(made, pick(m.r, []string{"code", "type", "name", "errors", "default", "const", "items", "oneOf"}), n)
	}
	p.in.Content[p.value] = made
	return "retype " + was
}

func (m *mutator) replace(p place) string {
	value := m.odd()
	p.in.Content[p.value] = value
	shown, _ := yaml.Marshal(value)
	return fmt.Sprintf("replace %v by %.60s", p, strings.TrimSpace(string(shown)))
}

// tweak changes a text a little.
func (m *mutator) tweak(p place) string {
	n := p.node()
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		return ""
	}
	runes := []rune(n.Value)
	i := m.r.IntN(len(runes))
	to := pick(m.r, []string{
		n.Value + n.Value, string(runes[:i]), string(runes[:i]) + "{x}" + string(runes[i:]), strings.ToUpper(n.Value), strings.ToLower(n.Value), " " + n.Value,
		n.Value + "\n", n.Value + "0", "-" + n.Value, string(runes[:i]) + "\u00e9" + string(runes[i:]),
	})
	did := fmt.Sprintf("tweak %v: %.40q to %.40q", p, n.Value, to)
	n.Value = to
	return did
}

// add puts a pair of another mapping that shares a key with this one into it.
func (m *mutator) add(p place) string {
	n := p.node()
	if n.Kind != yaml.MappingNode {
		n = p.in
	}
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return ""
	}
	shared := n.Content[2*m.r.IntN(len(n.Content)/2)].Value
	if len(m.pairs[shared]) == 0 {
		return ""
	}
	donor := pick(m.r, m.pairs[shared])
	i := 2 * m.r.IntN(len(donor.Content)/2)
	key, value := donor.Content[i].Value, clone(donor.Content[i+1])
	did := fmt.Sprintf("add %.40q beside %.40q", key, shared)
	if !put(n, key, value) {
		k := slices.IndexFunc(n.Content, func(c *yaml.Node) bool { return c.Value == key })
		if k%2 == 1 {
			return ""
		}
		n.Content[k+1] = value
	}
	return did
}
