package study

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// A mutation changes one thing of a catalog, wherever it applies.
type mutation struct {
	number int // of its kind: what is known to break somebody
	name   string
	// sites are the places where it applies: each changes the tree and reports whether it
	// could.
	sites func(root *node) []func() bool
}

// each makes sites of things, each of which a function changes.
func each[T any](things []T, change func(T) bool) []func() bool {
	var all []func() bool
	for _, thing := range things {
		all = append(all, func() bool { return change(thing) })
	}
	return all
}

// once is one site: the catalog as a whole.
func once(change func() bool) []func() bool { return []func() bool{change} }

// ofEntries are mutations of entries.
func ofEntries(change func(root *node, e member) bool) func(*node) []func() bool {
	return func(root *node) []func() bool {
		return each(entries(root), func(e member) bool { return e.value.Kind == yaml.MappingNode && change(root, e) })
	}
}

// ofTyped are mutations of schemas, be they of envelopes, types or params.
func ofTyped(change func(m member) bool) func(*node) []func() bool {
	return func(root *node) []func() bool { return each(typed(root), change) }
}

// ofSchemas are mutations of the schemas in envelopes.
func ofSchemas(change func(s schema) bool) func(*node) []func() bool {
	return func(root *node) []func() bool {
		return each(schemas(root), func(s schema) bool { return s.value.Kind == yaml.MappingNode && change(s) })
	}
}

// ofEnvelopes are mutations of envelopes.
func ofEnvelopes(change func(root *node, e member) bool) func(*node) []func() bool {
	return func(root *node) []func() bool {
		return each(envelopes(root), func(e member) bool { return e.value.Kind == yaml.MappingNode && change(root, e) })
	}
}

// ofParams are mutations of declared params.
func ofParams(change func(p member) bool) func(*node) []func() bool {
	return func(root *node) []func() bool {
		return each(params(root), func(p member) bool { return p.value.Kind == yaml.MappingNode && change(p) })
	}
}

// ofExamples are mutations of documented responses.
func ofExamples(change func(all, x *node) bool) func(*node) []func() bool {
	return func(root *node) []func() bool {
		all := get(root, "examples")
		if all == nil || all.Kind != yaml.SequenceNode {
			return nil
		}
		return each(slices.Clone(all.Content), func(x *node) bool { return change(all, x) })
	}
}

// added adds an entry: a copy of one, changed.
func added(change func(e *node, of string) bool) func(*node) []func() bool {
	return ofEntries(func(root *node, e member) bool {
		fresh := clone(e.value)
		for _, key := range []string{"go", "close", "deprecated"} {
			del(fresh, key)
		}
		if !change(fresh, e.name()) {
			return false
		}
		put(get(root, "errors"), "BrandNew", fresh)
		return true
	})
}

// reword changes the texts of an entry.
func reword(e *node) bool {
	done := false
	for _, f := range members(get(e, "fields")) {
		if f.value.Kind == yaml.ScalarNode && f.value.Tag == "!!str" && strings.Contains(f.value.Value, " ") {
			f.value.Value, done = reworded(f.value.Value), true
		}
	}
	return done
}

// scalar changes the plain value of a key.
func scalar(n *node, key string, change func(v string) string) bool {
	v := get(n, key)
	if v == nil || v.Kind != yaml.ScalarNode || strings.Contains(v.Value, "{") {
		return false
	}
	now := change(v.Value)
	if now == v.Value {
		return false
	}
	v.Value = now
	return true
}

// addNumber adds to a number, as far as it is one.
func addNumber(by int) func(string) string {
	return func(v string) string {
		n, err := strconv.Atoi(v)
		if err != nil {
			return v
		}
		return strconv.Itoa(n + by)
	}
}

func isType(n *node, kind string) bool {
	t := get(n, "type")
	return t != nil && t.Kind == yaml.ScalarNode && t.Value == kind
}

// retype changes the type of a schema.
func retype(from, to string) func(member) bool {
	return func(m member) bool {
		if !isType(m.value, from) {
			return false
		}
		for _, key := range []string{"enum", "format", "pattern", "minimum", "maximum", "minLength", "maxLength", "example", "default"} {
			del(m.value, key)
		}
		set(m.value, "type", to)
		return true
	}
}

// otherEnvelope is the name of an envelope that is not name's, "" if there is none.
func otherEnvelope(root *node, name string) string {
	for _, e := range envelopes(root) {
		if e.name() != name && get(e.value, "part") == nil {
			return e.name()
		}
	}
	return ""
}

// firstEnvelope is the name of the envelope that an entry is written in.
func firstEnvelope(root, e *node) string {
	for _, n := range []*node{get(e, "envelope"), get(root, "defaults", "envelope")} {
		switch {
		case n != nil && n.Kind == yaml.ScalarNode:
			return n.Value
		case n != nil && len(n.Content) > 0:
			return n.Content[0].Value
		}
	}
	if all := envelopes(root); len(all) > 0 {
		return all[0].name()
	}
	return ""
}

// toggle sets a flag of a mapping, or takes it back.
func toggle(n *node, key string) bool {
	if !del(n, key) {
		set(n, key, "true")
	}
	return true
}

// admitMore makes a schema admit more values.
func admitMore(m member) bool {
	return lengthen(m) || bound(100, "maximum", "maxLength")(m) || del(m.value, "pattern")
}

// lengthen adds a value to an enum.
func lengthen(m member) bool {
	e := get(m.value, "enum")
	if e == nil || len(e.Content) == 0 {
		return false
	}
	v := "brandNew"
	if e.Content[0].Tag == "!!int" {
		v = "98765"
	}
	e.Content = append(e.Content, parse(v))
	return true
}

// bound changes a bound by a part of it.
func bound(by int, keys ...string) func(member) bool {
	return func(m member) bool {
		for _, key := range keys {
			if scalar(m.value, key, addNumber(by)) {
				return true
			}
		}
		return false
	}
}

// examplesChanged is the number of what is about examples, which the others leave out.
const examplesChanged = 107

// mutations are all but those of catalogs as a whole, in the order of their numbers.
var mutations = []mutation{
	{1, "entry added", added(func(e *node, _ string) bool {
		return scalar(e, "code", func(v string) string { return addNumber(7777)(v + strings.Repeat("_NEW", 1)) })
	})},
	{2, "kind of an entry added", ofEntries(func(root *node, e member) bool {
		fields := get(e.value, "fields")
		if fields == nil {
			return false
		}
		child := &node{Kind: yaml.MappingNode}
		set(child, "parent", e.name())
		put(child, "fields", clone(fields))
		if p := get(e.value, "params"); p != nil {
			put(child, "params", clone(p))
		}
		put(get(root, "errors"), "BrandNew", child)
		return reword(child)
	})},
	{3, "entry of the same code added", added(func(e *node, _ string) bool { return get(e, "code") != nil && reword(e) })},
	{4, "entry of the same code and another status added", added(func(e *node, _ string) bool {
		return get(e, "code") != nil && scalar(e, "status", addNumber(5)) && (reword(e) || true)
	})},
	{5, "catch-all added", func(root *node) []func() bool {
		return each([]string{"4XX", "5XX"}, func(status string) bool {
			set(get(root, "errors"), "BrandNew", fmt.Sprintf("{envelope: %s, status: %s, code: '{code}'}", firstEnvelope(root, get(root, "errors")), status))
			return true
		})
	}},
	{6, "entry without a code added", added(func(e *node, _ string) bool { return del(e, "code") && (reword(e) || true) })},
	{7, "entry removed", ofEntries(func(root *node, e member) bool {
		del(e.of, e.name())
		dropName(root, e.name())
		return true
	})},
	{8, "entry removed and retired", ofEntries(func(root *node, e member) bool {
		del(e.of, e.name())
		dropName(root, e.name())
		set(root, "retired", "[{name: "+e.name()+"}]")
		return true
	})},
	{9, "entry renamed", ofEntries(func(root *node, e member) bool {
		replaceName(root, e.name(), "BrandNew")
		return true
	})},
	{10, "entry moved", ofEntries(func(_ *node, e member) bool {
		key, value := *e.key, *e.value
		if !del(e.of, e.name()) {
			return false
		}
		e.of.Content = append(e.of.Content, &key, &value)
		return true
	})},
	{11, "parent removed", ofEntries(func(_ *node, e member) bool { return del(e.value, "parent") })},
	{11, "another parent", ofEntries(func(root *node, e member) bool {
		return scalar(e.value, "parent", func(was string) string {
			for _, other := range entries(root) {
				if get(other.value, "parent") == nil && other.name() != was && other.name() != e.name() {
					return other.name()
				}
			}
			return was
		})
	})},
	{12, "parent added", ofEntries(func(root *node, e member) bool {
		all := entries(root)
		if get(e.value, "parent") != nil || all[0].name() == e.name() {
			return false
		}
		set(e.value, "parent", all[0].name())
		return true
	})},
	{13, "fallback changed", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool { return scalar(root, "fallback", func(string) string { return e.name() }) })
	}},
	{14, "fallback removed", func(root *node) []func() bool { return once(func() bool { return del(root, "fallback") }) }},
	{15, "fallback added", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool {
			if get(root, "fallback") != nil {
				return false
			}
			set(root, "fallback", e.name())
			return true
		})
	}},
	{16, "envelope changed", ofEntries(func(root *node, e member) bool {
		other := otherEnvelope(root, firstEnvelope(root, e.value))
		if other == "" {
			return false
		}
		set(e.value, "envelope", other)
		return true
	})},
	{17, "envelope read as well", ofEntries(func(root *node, e member) bool {
		first := firstEnvelope(root, e.value)
		other := otherEnvelope(root, first)
		if other == "" {
			return false
		}
		set(e.value, "envelope", "["+first+", "+other+"]")
		return true
	})},
	{18, "envelope read no more", ofEntries(func(_ *node, e member) bool {
		list := get(e.value, "envelope")
		if list == nil || len(list.Content) < 2 {
			return false
		}
		list.Content = list.Content[:1]
		return true
	})},
	{19, "no response", ofEntries(func(_ *node, e member) bool {
		for _, key := range []string{"fields", "status", "code", "omit", "headers", "params"} {
			del(e.value, key)
		}
		set(e.value, "envelope", "none")
		set(e.value, "close", "4444")
		set(e.value, "text", "It is over.")
		return true
	})},
	{19, "a response where there was none", ofEntries(func(root *node, e member) bool {
		env := get(e.value, "envelope")
		if env == nil || env.Value != "none" || len(envelopes(root)) == 0 {
			return false
		}
		env.Value = envelopes(root)[0].name()
		set(e.value, "status", "418")
		return true
	})},
	{20, "status changed", ofEntries(func(_ *node, e member) bool { return scalar(e.value, "status", addNumber(3)) })},
	{21, "status of an entry without a code changed", ofEntries(func(_ *node, e member) bool {
		return get(e.value, "code") == nil && scalar(e.value, "status", addNumber(1))
	})},
	{22, "status of an entry changed whose code others share", ofEntries(func(root *node, e member) bool {
		return len(ofCode(root, get(e.value, "code"))) > 1 && scalar(e.value, "status", addNumber(1))
	})},
	{22, "status of an entry changed to that of another of its code", ofEntries(func(root *node, e member) bool {
		for _, other := range ofCode(root, get(e.value, "code")) {
			if s := get(other.value, "status"); s != nil && get(e.value, "status") != nil && text(s) != text(get(e.value, "status")) {
				put(e.value, "status", clone(s))
				return true
			}
		}
		return false
	})},
	{23, "class of the status changed", ofEntries(func(_ *node, e member) bool {
		return scalar(e.value, "status", func(v string) string {
			if strings.HasPrefix(v, "4") {
				return "5" + v[1:]
			}
			return "4" + v[1:]
		})
	})},
	{24, "several statuses", ofEntries(func(_ *node, e member) bool {
		s := get(e.value, "status")
		if s == nil || s.Kind != yaml.ScalarNode {
			return false
		}
		set(e.value, "status", "["+s.Value+", 477]")
		return true
	})},
	{25, "one status of several", ofEntries(func(_ *node, e member) bool {
		s := get(e.value, "status")
		if s == nil || s.Kind != yaml.SequenceNode || len(s.Content) < 2 {
			return false
		}
		set(e.value, "status", s.Content[0].Value)
		return true
	})},
	{26, "another first status", ofEntries(func(_ *node, e member) bool {
		s := get(e.value, "status")
		if s == nil || s.Kind != yaml.SequenceNode || len(s.Content) < 2 {
			return false
		}
		slices.Reverse(s.Content)
		return true
	})},
	{27, "status removed", ofEntries(func(_ *node, e member) bool { return del(e.value, "status") })},
	{28, "code changed", ofEntries(func(_ *node, e member) bool {
		return scalar(e.value, "code", func(v string) string {
			if n := addNumber(7777)(v); n != v {
				return n
			}
			return v + "_X"
		})
	})},
	{28, "letter case of the code changed", ofEntries(func(_ *node, e member) bool {
		return scalar(e.value, "code", func(v string) string {
			if strings.ToLower(v) != v {
				return strings.ToLower(v)
			}
			return strings.ToUpper(v)
		})
	})},
	{29, "code added", ofEntries(func(_ *node, e member) bool {
		if get(e.value, "code") != nil {
			return false
		}
		set(e.value, "code", "'78787'")
		return true
	})},
	{30, "code removed", ofEntries(func(_ *node, e member) bool { return del(e.value, "code") })},
	{31, "template of the code changed", ofEntries(func(_ *node, e member) bool {
		c := get(e.value, "code")
		if c == nil || !strings.Contains(c.Value, "{") {
			return false
		}
		c.Value = "X" + c.Value
		return true
	})},
	{32, "param in the code admits more", ofEntries(func(_ *node, e member) bool {
		code := get(e.value, "code")
		return slices.ContainsFunc(members(get(e.value, "params")), func(p member) bool {
			return code != nil && strings.Contains(code.Value, "{"+p.name()+"}") && admitMore(p)
		})
	})},
	{33, "code a number or a text", ofSchemas(func(s schema) bool {
		return isCode(s) && (retype("string", "[string, integer]")(s.member) || retype("integer", "string")(s.member))
	})},
	{34, "pattern of the code", ofSchemas(func(s schema) bool {
		if !isCode(s) || !isType(s.value, "string") {
			return false
		}
		if !del(s.value, "pattern") {
			set(s.value, "pattern", "'[A-Za-z_.0-9-]{3,}'")
		}
		return true
	})},
	{35, "code moved to a header", func(root *node) []func() bool {
		return each(schemas(root), func(s schema) bool {
			if !isCode(s) || s.object == nil {
				return false
			}
			moved := clone(s.value)
			if get(moved, "field") == nil {
				set(moved, "field", s.name())
			}
			env := get(root, "envelopes", s.envelope)
			if get(env, "headers") == nil {
				set(env, "headers", "{}")
			}
			del(s.of, s.name())
			put(get(env, "headers"), "X-Code", moved)
			return true
		})
	}},
	{36, "optional member added", ofEnvelopes(addMember("{type: string, optional: true}"))},
	{37, "constant member added", ofEnvelopes(addMember("{const: 1}"))},
	{38, "constant changed", ofSchemas(func(s schema) bool {
		return scalar(s.value, "const", func(v string) string {
			return map[string]string{"true": "false", "false": "true", "null": "0"}[v] + map[bool]string{true: "", false: v + "9"}[v == "true" || v == "false" || v == "null"]
		})
	})},
	{39, "constant removed", ofSchemas(func(s schema) bool { return get(s.value, "const") != nil && del(s.of, s.name()) })},
	{40, "required member added", ofEnvelopes(addMember("{type: string}"))},
	{41, "member removed", ofSchemas(func(s schema) bool { return del(s.of, s.name()) })},
	{42, "member of texts removed", func(root *node) []func() bool {
		return each(schemas(root), func(s schema) bool {
			field := s.name()
			if f := get(s.value, "field"); f != nil {
				field = f.Value
			}
			filled := false
			for _, e := range entries(root) {
				if f := get(e.value, "fields"); get(f, field) != nil {
					filled = del(f, field)
					if len(f.Content) == 0 {
						del(e.value, "fields")
					}
				}
			}
			return filled && del(s.of, s.name())
		})
	}},
	{43, "member renamed", ofSchemas(func(s schema) bool {
		if get(s.value, "field") == nil && get(s.value, "const") == nil && get(s.value, "properties") == nil {
			set(s.value, "field", s.name())
		}
		s.key.Value += "2"
		return true
	})},
	{44, "member renamed, alias kept", ofSchemas(func(s schema) bool {
		if get(s.value, "const") != nil || get(s.value, "properties") != nil || get(s.value, "optional") != nil || get(s.value, "alias") != nil {
			return false
		}
		alias := clone(s.value)
		if get(alias, "field") == nil {
			set(alias, "field", s.name())
			set(s.value, "field", s.name())
		}
		set(alias, "alias", "true")
		put(s.of, s.name()+"2", clone(s.value))
		put(s.of, s.name(), alias)
		return true
	})},
	{45, "body wrapped", ofEnvelopes(func(_ *node, e member) bool {
		body := get(e.value, "body")
		if get(body, "properties") == nil {
			return false
		}
		wrapped := parse("{properties: {wrapper: {}}}")
		put(get(wrapped, "properties"), "wrapper", body)
		put(e.value, "body", wrapped)
		return true
	})},
	{46, "order of properties", func(root *node) []func() bool {
		return each(objects(root), func(n *node) bool {
			all := members(get(n, "properties"))
			slices.Reverse(all)
			get(n, "properties").Content = nil
			for _, m := range all {
				get(n, "properties").Content = append(get(n, "properties").Content, m.key, m.value)
			}
			return len(all) > 1
		})
	}},
	{47, "required to optional", ofTyped(func(m member) bool {
		if get(m.value, "optional") != nil || get(m.value, "const") != nil || get(m.value, "default") != nil {
			return false
		}
		set(m.value, "optional", "true")
		return true
	})},
	{48, "optional to required", ofTyped(func(m member) bool { return del(m.value, "optional") })},
	{49, "text to number", ofTyped(retype("string", "integer"))},
	{49, "number to text", ofTyped(retype("integer", "string"))},
	{50, "integer to number", ofTyped(retype("integer", "number"))},
	{51, "number to integer", ofTyped(retype("number", "integer"))},
	{52, "bounds tightened", ofTyped(bound(-1, "maximum", "maxLength"))},
	{52, "lower bounds tightened", ofTyped(bound(1, "minimum", "minLength"))},
	{53, "bounds loosened", ofTyped(bound(100, "maximum", "maxLength"))},
	{53, "pattern removed", ofTyped(func(m member) bool { return del(m.value, "pattern") })},
	{54, "value of an enum added", ofTyped(lengthen)},
	{55, "value of an enum removed", ofTyped(func(m member) bool {
		e := get(m.value, "enum")
		if e == nil || len(e.Content) < 2 {
			return false
		}
		e.Content = e.Content[:len(e.Content)-1]
		return true
	})},
	{56, "enum dropped", ofTyped(func(m member) bool { return isType(m.value, "string") && del(m.value, "enum") })},
	{57, "another format", ofTyped(func(m member) bool {
		return scalar(m.value, "format", func(v string) string {
			return map[string]string{"seconds": "milliseconds", "milliseconds": "seconds", "int32": "int64", "unix-time": "seconds", "byte": "uuid"}[v]
		}) && get(m.value, "format").Value != ""
	})},
	{57, "format removed", ofTyped(func(m member) bool { return del(m.value, "format") })},
	{58, "format added", ofTyped(func(m member) bool {
		if !isType(m.value, "string") || get(m.value, "format") != nil || get(m.value, "pattern") != nil || get(m.value, "enum") != nil {
			return false
		}
		set(m.value, "format", "date-time")
		return true
	})},
	{59, "null admitted", ofTyped(func(m member) bool {
		t := get(m.value, "type")
		if t == nil || t.Kind != yaml.ScalarNode || t.Value == "array" || t.Value == "object" {
			return false
		}
		set(m.value, "type", "["+t.Value+", 'null']")
		return true
	})},
	{60, "null admitted no more", ofTyped(func(m member) bool {
		t := get(m.value, "type")
		if t == nil || t.Kind != yaml.SequenceNode || len(t.Content) != 2 || t.Content[1].Value != "null" {
			return false
		}
		set(m.value, "type", t.Content[0].Value)
		return true
	})},
	{61, "first form changed", ofSchemas(func(s schema) bool {
		if !isType(s.value, "string") {
			return false
		}
		set(s.value, "as", "'urn:new:{}'")
		return true
	})},
	{62, "form removed", ofSchemas(func(s schema) bool {
		as := get(s.value, "as")
		if as == nil || as.Kind != yaml.SequenceNode || len(as.Content) < 2 {
			return false
		}
		as.Content = as.Content[:len(as.Content)-1]
		return true
	})},
	{63, "alias removed", ofSchemas(func(s schema) bool { return get(s.value, "alias") != nil && del(s.of, s.name()) })},
	{64, "further members", func(root *node) []func() bool {
		return each(objects(root), func(n *node) bool {
			if !del(n, "additionalProperties") {
				set(n, "additionalProperties", "{field: further}")
			}
			return true
		})
	}},
	{65, "repeated to single", func(root *node) []func() bool {
		return each(bodies(root), func(n *node) bool {
			items := get(n, "items")
			if get(n, "repeated") == nil || items == nil {
				return false
			}
			*n = *items
			return true
		})
	}},
	{65, "single to repeated", func(root *node) []func() bool {
		return each(bodies(root), func(n *node) bool {
			if get(n, "properties") == nil {
				return false
			}
			item := *n
			*n = *parse("{repeated: true, items: {}}")
			put(n, "items", &item)
			return true
		})
	}},
	{66, "media type", ofEnvelopes(func(_ *node, e member) bool {
		if b := get(e.value, "body"); get(b, "properties") == nil {
			return false
		}
		set(e.value, "mediaType", "application/vnd.new+json")
		return true
	})},
	{67, "JSON to text", ofEnvelopes(func(_ *node, e member) bool {
		if get(e.value, "body") == nil {
			return false
		}
		set(e.value, "mediaType", "text/plain")
		set(e.value, "body", "{type: string, field: message}")
		return true
	})},
	{68, "statuses of the envelope widened", ofEnvelopes(func(_ *node, e member) bool {
		s := get(e.value, "status")
		if s == nil {
			return false
		}
		if s.Kind == yaml.ScalarNode {
			set(e.value, "status", "["+s.Value+", 444]")
		} else {
			s.Content = append(s.Content, parse("444"))
		}
		return true
	})},
	{68, "successes may be errors", ofEnvelopes(func(_ *node, e member) bool {
		set(e.value, "status", "[2XX, 4XX, 5XX]")
		return true
	})},
	{69, "statuses of the envelope narrowed", ofEnvelopes(func(_ *node, e member) bool {
		s := get(e.value, "status")
		if s == nil || s.Kind != yaml.SequenceNode || len(s.Content) < 2 {
			return false
		}
		s.Content = s.Content[:len(s.Content)-1]
		return true
	})},
	{70, "match added to an entry", ofEntries(func(_ *node, e member) bool {
		f := members(get(e.value, "fields"))
		if get(e.value, "match") != nil || len(f) == 0 {
			return false
		}
		set(e.value, "match", "["+f[0].name()+"]")
		return true
	})},
	{70, "match added to an envelope", ofEnvelopes(func(root *node, e member) bool {
		for _, err := range entries(root) {
			if f := members(get(err.value, "fields")); len(f) > 0 && get(e.value, "match") == nil {
				set(e.value, "match", "["+f[0].name()+"]")
				return true
			}
		}
		return false
	})},
	{71, "match removed", ofEntries(func(_ *node, e member) bool { return del(e.value, "match") })},
	{71, "match of an envelope removed", ofEnvelopes(func(_ *node, e member) bool { return del(e.value, "match") })},
	{72, "required header added", ofEnvelopes(func(_ *node, e member) bool {
		if get(e.value, "headers") == nil {
			set(e.value, "headers", "{}")
		}
		set(get(e.value, "headers"), "X-Brand-New", "{type: string, field: brandNew}")
		return true
	})},
	{72, "header of an envelope removed", ofEnvelopes(func(_ *node, e member) bool { return del(e.value, "headers") })},
	{73, "header of an entry changed", ofEntries(func(_ *node, e member) bool {
		for _, h := range members(get(e.value, "headers")) {
			return scalar(h.of, h.name(), func(v string) string { return v + "9" })
		}
		return false
	})},
	{74, "header of an entry removed", ofEntries(func(_ *node, e member) bool { return del(e.value, "headers") })},
	{75, "exchange value added", ofEnvelopes(func(_ *node, e member) bool {
		if get(e.value, "headers") == nil {
			set(e.value, "headers", "{}")
		}
		set(get(e.value, "headers"), "X-Span", "{type: string, exchange: true, optional: true}")
		return true
	})},
	{76, "exchange value removed", ofSchemas(func(s schema) bool { return get(s.value, "exchange") != nil && del(s.of, s.name()) })},
	{77, "field to exchange value", ofSchemas(func(s schema) bool {
		if !isType(s.value, "string") || get(s.value, "exchange") != nil {
			return del(s.value, "exchange")
		}
		set(s.value, "exchange", "true")
		return true
	})},
	{78, "member of errors removed", ofSchemas(func(s schema) bool {
		return (get(s.value, "errorOf") != nil || get(s.value, "items", "errorOf") != nil) && del(s.of, s.name())
	})},
	{79, "default of an envelope changed", ofSchemas(func(s schema) bool {
		return scalar(s.value, "default", func(v string) string {
			if n := addNumber(1)(v); n != v {
				return n
			}
			return v + "x"
		})
	})},
	{80, "envelope renamed", ofEnvelopes(func(root *node, e member) bool {
		replaceName(root, e.name(), "BrandNew")
		return true
	})},
	{81, "text reworded", func(root *node) []func() bool {
		return each(texts(root), func(t *node) bool { t.Value = reworded(t.Value); return true })
	}},
	{82, "text with a param reworded", func(root *node) []func() bool {
		return each(texts(root), func(t *node) bool {
			t.Value = reworded(t.Value)
			return strings.Contains(t.Value, "{")
		})
	}},
	{83, "text of an entry without a code reworded", ofEntries(func(_ *node, e member) bool {
		return get(e.value, "code") == nil && reword(e.value)
	})},
	{84, "wording put first", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool {
			for _, f := range members(get(e.value, "fields")) {
				if f.value.Kind == yaml.ScalarNode && f.value.Tag == "!!str" && strings.Contains(f.value.Value, " ") {
					old := clone(f.value)
					list := &node{Kind: yaml.SequenceNode, Content: []*node{parse(strconv.Quote(reworded(old.Value))), old}}
					put(f.of, f.name(), list)
					return true
				}
			}
			return false
		})
	}},
	{85, "wording removed", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool {
			for _, f := range members(get(e.value, "fields")) {
				if f.value.Kind == yaml.SequenceNode && len(f.value.Content) > 1 {
					f.value.Content = f.value.Content[1:]
					return true
				}
			}
			return false
		})
	}},
	{86, "optional param added", ofEntries(addParam("{type: string, private: true, optional: true}"))},
	{87, "required param added", ofEntries(addParam("{type: string, private: true}"))},
	{88, "param removed", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool {
			for _, p := range members(get(e.value, "params")) {
				del(p.of, p.name())
				replaceText(e.value, "{"+p.name()+"}", "it")
				return true
			}
			return false
		})
	}},
	{89, "param renamed", func(root *node) []func() bool {
		return each(entries(root), func(e member) bool {
			for _, p := range members(get(e.value, "params")) {
				replaceText(e.value, "{"+p.name()+"}", "{brandNew}")
				p.key.Value = "brandNew"
				return true
			}
			return false
		})
	}},
	{90, "params reordered", ofEntries(func(_ *node, e member) bool {
		p := get(e.value, "params")
		all := members(p)
		if len(all) < 2 {
			return false
		}
		slices.Reverse(all)
		p.Content = nil
		for _, m := range all {
			p.Content = append(p.Content, m.key, m.value)
		}
		return true
	})},
	{91, "required param to default", ofParams(func(p member) bool {
		if get(p.value, "optional") != nil || get(p.value, "default") != nil || !isType(p.value, "string") {
			return false
		}
		set(p.value, "default", "x")
		return true
	})},
	{92, "default removed", ofParams(func(p member) bool { return del(p.value, "default") })},
	{93, "default changed", ofParams(func(p member) bool {
		return scalar(p.value, "default", func(v string) string {
			if n := addNumber(1)(v); n != v {
				return n
			}
			return v + "x"
		})
	})},
	{94, "param private", ofEntries(func(_ *node, e member) bool {
		for _, p := range members(get(e.value, "params")) {
			if p.value.Kind == yaml.MappingNode && get(p.value, "private") == nil {
				for _, key := range []string{"fields", "headers", "close"} {
					if n := get(e.value, key); n != nil {
						replaceText(n, "{"+p.name()+"}", "it")
					}
				}
				set(p.value, "private", "true")
				return true
			}
		}
		return false
	})},
	{94, "param private no more", ofEntries(func(_ *node, e member) bool {
		for _, p := range members(get(e.value, "params")) {
			if p.value.Kind == yaml.MappingNode && del(p.value, "private") {
				for _, f := range members(get(e.value, "fields")) {
					f.value.Value += " ({" + p.name() + "})"
					return true
				}
				set(e.value, "headers", "{X-Shown: '{"+p.name()+"}'}")
				return true
			}
		}
		return false
	})},
	{95, "sensitive or not", ofTyped(func(m member) bool { return toggle(m.value, "sensitive") })},
	{96, "text of Error changed", ofEntries(func(_ *node, e member) bool {
		set(e.value, "text", "Now it says this.")
		return true
	})},
	{97, "name in Go changed", ofEntries(func(_ *node, e member) bool {
		set(e.value, "go", "{name: BrandNew}")
		return true
	})},
	{97, "types for data alone", func(root *node) []func() bool {
		return once(func() bool {
			if get(root, "go", "types") != nil {
				return del(root, "go")
			}
			set(root, "go", "{types: data}")
			return true
		})
	}},
	{97, "named type renamed", func(root *node) []func() bool {
		return each(members(get(root, "types")), func(m member) bool {
			replaceName(root, m.name(), "BrandNewType")
			return true
		})
	}},
	{98, "retryable or not", ofEntries(func(_ *node, e member) bool { return toggle(e.value, "retryable") })},
	{99, "close code changed", ofEntries(func(_ *node, e member) bool {
		return scalar(e.value, "close", addNumber(1)) || scalar(get(e.value, "close"), "code", addNumber(1))
	})},
	{100, "close code added or removed", ofEntries(func(_ *node, e member) bool {
		if !del(e.value, "close") {
			set(e.value, "close", "4455")
		}
		return true
	})},
	{101, "close reason changed", ofEntries(func(_ *node, e member) bool {
		return scalar(get(e.value, "close"), "reason", reworded)
	})},
	{102, "operation with another error", func(root *node) []func() bool {
		return each(operations(root), func(list *node) bool {
			for _, e := range entries(root) {
				if !slices.ContainsFunc(list.Content, func(n *node) bool { return n.Value == e.name() }) {
					list.Content = append(list.Content, parse(e.name()))
					return true
				}
			}
			return false
		})
	}},
	{103, "operation with an error less", func(root *node) []func() bool {
		return each(operations(root), func(list *node) bool {
			if len(list.Content) < 2 {
				return false
			}
			list.Content = list.Content[1:]
			return true
		})
	}},
	{104, "operation removed", func(root *node) []func() bool {
		return each(members(get(root, "operations")), func(o member) bool { return del(o.of, o.name()) })
	}},
	{104, "operation renamed", func(root *node) []func() bool {
		return each(members(get(root, "operations")), func(o member) bool {
			o.key.Value = "BrandNew"
			return true
		})
	}},
	{104, "path of an operation changed", func(root *node) []func() bool {
		return each(members(get(root, "operations")), func(o member) bool {
			return scalar(o.value, "path", func(was string) string { return was + "/new" })
		})
	}},
	{105, "sunset earlier", ofEntries(func(_ *node, e member) bool {
		return scalar(get(e.value, "deprecated"), "sunset", func(string) string { return "2027-01-01" })
	})},
	{105, "deprecated or not", ofEntries(func(_ *node, e member) bool {
		if !del(e.value, "deprecated") {
			set(e.value, "deprecated", "{since: '9'}")
		}
		return true
	})},
	{106, "retired no more", func(root *node) []func() bool { return once(func() bool { return del(root, "retired") }) }},
	{examplesChanged, "documented response gone", ofExamples(func(all, x *node) bool {
		all.Content = slices.DeleteFunc(all.Content, func(n *node) bool { return n == x })
		return true
	})},
	{examplesChanged, "documented response waived", ofExamples(func(_, x *node) bool {
		if get(x, "source") == nil || get(x, "waive") != nil || !scalar(x, "status", addNumber(1)) {
			return false
		}
		set(x, "waive", "[{at: status, because: It is another one at times.}]")
		return true
	})},
	{108, "documentation's address", func(root *node) []func() bool {
		return once(func() bool {
			set(root, "docs", "https://new.example/errors/")
			return true
		})
	}},
	{109, "prose", ofEntries(func(_ *node, e member) bool {
		set(e.value, "description", "It is something else.")
		set(e.value, "stability", "beta")
		return true
	})},
	{111, "key moved from defaults", ofEntries(func(root *node, e member) bool {
		d := get(root, "defaults", "envelope")
		if d == nil || get(e.value, "envelope") != nil || get(e.value, "parent") != nil {
			return false
		}
		put(e.value, "envelope", clone(d))
		return true
	})},
	{111, "key moved from a parent", ofEntries(func(root *node, e member) bool {
		parent := get(e.value, "parent")
		if parent == nil {
			return false
		}
		for _, key := range []string{"status", "code", "envelope", "retryable"} {
			if v := get(entry(root, parent.Value), key); v != nil && get(e.value, key) == nil {
				put(e.value, key, clone(v))
				return true
			}
		}
		return false
	})},
}

// ofCode are the entries that have a code.
func ofCode(root, code *node) []member {
	if code == nil {
		return nil
	}
	return slices.DeleteFunc(entries(root), func(e member) bool {
		c := get(e.value, "code")
		return c == nil || text(c) != text(code)
	})
}

// isCode reports whether a schema is the field code.
func isCode(s schema) bool {
	f := get(s.value, "field")
	return f != nil && f.Value == "code" || f == nil && s.name() == "code"
}

// addMember adds a member to an envelope's body.
func addMember(of string) func(*node, member) bool {
	return func(_ *node, e member) bool {
		properties := get(e.value, "body", "properties")
		if properties == nil {
			return false
		}
		set(properties, "brandNew", of)
		return true
	}
}

// addParam adds a param to an entry.
func addParam(of string) func(*node, member) bool {
	return func(_ *node, e member) bool {
		if get(e.value, "params") == nil {
			set(e.value, "params", "{}")
		}
		set(get(e.value, "params"), "brandNew", of)
		return true
	}
}

// replaceText replaces a part of all texts.
func replaceText(n *node, from, to string) {
	if n.Kind == yaml.ScalarNode {
		n.Value = strings.ReplaceAll(n.Value, from, to)
	}
	for _, child := range n.Content {
		replaceText(child, from, to)
	}
}

// bodies are the schemas of envelopes, and what they hold.
func bodies(root *node) []*node {
	var all []*node
	for _, env := range envelopes(root) {
		if b := get(env.value, "body"); b != nil {
			all = append(all, b)
		}
	}
	for _, s := range schemas(root) {
		all = append(all, s.value)
	}
	return all
}

// objects are the schemas of envelopes with properties.
func objects(root *node) []*node {
	var all []*node
	for _, env := range envelopes(root) {
		if b := get(env.value, "body"); get(b, "properties") != nil {
			all = append(all, b)
		}
	}
	for _, s := range schemas(root) {
		if get(s.value, "properties") != nil {
			all = append(all, s.value)
		}
	}
	return all
}

// operations are the lists of errors of operations.
func operations(root *node) []*node {
	var all []*node
	for _, o := range members(get(root, "operations")) {
		if o.value.Kind == yaml.SequenceNode {
			all = append(all, o.value)
		} else if list := get(o.value, "errors"); list != nil {
			all = append(all, list)
		}
	}
	return all
}
