package yamledit

import (
	"strings"
	"testing"
)

func set(path string, v Value) Edit { return Edit{Path: strings.Split(path, "."), Value: v} }
func del(path string) Edit          { return Edit{Path: strings.Split(path, "."), Delete: true} }
func setBefore(path string, v Value, before ...string) Edit {
	return Edit{Path: strings.Split(path, "."), Value: v, Before: before}
}

const shop = `# a catalog
errgen: 1   # version

errors:
  # the first
  Gone: {status: 410, code: GONE}   # short

  Lost:
    status: 404   # long
    fields:
      message: |-
        one
        two
    # the end of Lost
  # the end

# last
fallback: Gone # so
`

func TestApply(t *testing.T) {
	for _, c := range []struct {
		name, text string
		edits      []Edit
		want       string
	}{
		{"a key into a flow mapping", shop, []Edit{set("errors.Gone.lint", Map{{Key: "allow", Value: Map{{Key: "x", Value: "it: is"}}}})},
			strings.Replace(shop, "code: GONE}", "code: GONE, lint: {allow: {x: 'it: is'}}}", 1)},
		{"parents that are missing", shop, []Edit{set("errors.Lost.lint.allow.shared-code", "because"), set("errors.Lost.lint.allow.other", "so")},
			strings.Replace(shop, "    # the end of Lost\n", "    # the end of Lost\n    lint:\n      allow:\n        shared-code: because\n        other: so\n", 1)},
		{"before a key", shop, []Edit{setBefore("errors.Lost.code", "LOST", "fields", "params")},
			strings.Replace(shop, "# long\n", "# long\n    code: LOST\n", 1)},
		{"before the first", shop, []Edit{setBefore("package", "p", "errgen"), setBefore("errors.Lost.parent", "Gone", "status")},
			strings.Replace(strings.Replace(shop, "errgen", "package: p\n\nerrgen", 1), "status: 404", "parent: Gone\n    status: 404", 1)},
		{"an entry among spaced ones", shop, []Edit{set("errors.New", Flow{Map{{Key: "status", Value: 400}}})},
			strings.Replace(shop, "  # the end\n", "  # the end\n\n  New: {status: 400}\n", 1)},
		{"a scalar", shop, []Edit{set("fallback", "Lost"), set("errors.Lost.status", 405)},
			strings.Replace(strings.Replace(shop, "fallback: Gone", "fallback: Lost", 1), "404", "405", 1)},
		{"a scalar for lines", shop, []Edit{set("errors.Lost.fields.message", "x")}, strings.Replace(shop, "|-\n        one\n        two", "x", 1)},
		{"lines for a scalar", shop, []Edit{set("fallback", "a\nb\n")}, strings.Replace(shop, "Gone # so", "| # so\n  a\n  b", 1)},
		{"a scalar for a mapping", shop, []Edit{set("errors.Lost", nil)}, strings.Replace(shop, "Lost:"+strings.Split(strings.Split(shop, "Lost:")[1], "\n    # the end of")[0], "Lost: null", 1)},
		{"a mapping for a scalar", shop, []Edit{set("fallback", Map{{Key: "a", Value: 1, Comment: "why\nand how"}})}, strings.Replace(shop, "fallback: Gone # so", "fallback: # so\n  # why\n  # and how\n  a: 1", 1)},
		{"a mapping for a mapping", shop, []Edit{set("errors.Lost.fields", Map{{Key: "m", Value: List{"a"}}})}, strings.Replace(shop, "message: |-\n        one\n        two", "m:\n        - a", 1)},
		{"delete", shop, []Edit{del("errors.Gone"), del("errors.Lost.status"), del("nothing.here")},
			strings.Replace(strings.Replace(shop, "  Gone: {status: 410, code: GONE}   # short\n", "", 1), "    status: 404   # long\n", "", 1)},
		{"delete the only one", shop, []Edit{del("errors.Lost.fields.message")}, strings.Replace(shop, "\n      message: |-\n        one\n        two", " {}", 1)},
		{"quotes as there are most", "a: {\"200\": \"x\", 'b': \"404\"}\n", []Edit{set("a.500", "it: is"), set("a.c", "plain")},
			"a: {\"200\": \"x\", 'b': \"404\", \"500\": \"it: is\", c: plain}\n"},
		{"quotes as are usual", "a: {\"200\": \"x\", '300': 'y'}\n", []Edit{set("a.500", 1)}, "a: {\"200\": \"x\", '300': 'y', '500': 1}\n"},
		{"delete and add", "a: 1\nb: 2\n", []Edit{del("b"), set("c", 3)}, "a: 1\nc: 3\n"},
		{"delete all", "a: 1\nb: 2\n", []Edit{del("a"), del("b")}, "{}\n"},
		{"what is so already", shop, []Edit{set("errors.Gone.status", 410), set("fallback", "Gone"), del("x")}, shop},
		{"nothing", "", []Edit{set("a.b", 1)}, "a:\n  b: 1\n"},
		{"comments alone", "# c", []Edit{set("a", List{})}, "# c\na: []\n"},
		{"an empty mapping and null", "a: {} # c\nb:\nc: null\nd: []", []Edit{set("a.x", 1), set("b.y", 2), set("c.z", 3), set("d.-", 4)},
			"a: # c\n  x: 1\nb:\n  y: 2\nc:\n  z: 3\nd:\n  - 4"},
		{"without a line end", "a: 1", []Edit{set("b", 2)}, "a: 1\nb: 2"},
		{"CRLF and a byte order mark", "\ufeffa: 1\r\nb: |\r\n  x\r\n", []Edit{set("b", "y\nz\n"), set("c", 1), setBefore("0", 0, "a")},
			"\ufeff'0': 0\r\na: 1\r\nb: |\r\n  y\r\n  z\r\nc: 1\r\n"},
		{"sequences", "a:\n- x: 1\n  y: 2\n-\n- z\n", []Edit{set("a.0.x", 3), set("a.1", Map{{Key: "k", Value: List{1, List{2, 3}}}}), set("a.-", Map{{Key: "n", Value: 1}, {Key: "o", Value: 2}})},
			"a:\n- x: 3\n  y: 2\n-\n  k:\n  - 1\n  - - 2\n    - 3\n- z\n- n: 1\n  o: 2\n"},
		{"items of a sequence", "- a: 1\n  b: 2\n- c: 1\n  # about d\n  d: 2\n- - 1\n  - 2\n", []Edit{del("0.a"), del("1.c"), del("2.0")}, "- b: 2\n- \n  # about d\n  d: 2\n- - 2\n"},
		{"quotes", "a: 'x'\nb: \"y\"\nc: z\n", []Edit{set("a", "it's"), set("b", "new"), set("c", "on"), set("d", "yes: no"), set("e", "\x01"), set("f", "1.0"), set("g", "a#b, c")},
			"a: 'it''s'\nb: \"new\"\nc: 'on'\nd: 'yes: no'\ne: \"\\u0001\"\nf: '1.0'\ng: a#b, c\n"},
		{"flow", "{a: 1, b: [1, 2], c: {}, } # c", []Edit{set("a", 2), set("b.-", 3), set("c.d", "x, y"), set("e", nil)}, "{a: 2, b: [1, 2, 3], c: {d: 'x, y'}, e: null, } # c"},
		{"flow in lines", "a: {\n  x: 1, # one\n  y: 2 # two\n}\n", []Edit{set("a.z", Map{{Key: "k", Value: 1}}), del("a.x")}, "a: {\n  y: 2, # two\n  z: {\n    k: 1\n  }\n}\n"},
		{"delete in flow", "{a: 1, b: 2, c: 3}", []Edit{del("b"), del("c")}, "{a: 1}"},
		{"delete in flow in lines", "{\n  a: 1, # one\n  b: 2 # two\n}", []Edit{del("b")}, "{\n  a: 1 # one\n}"},
		{"JSON", "{\n\t\"a\": \"\\/\",\n\t\"b\": {}\n}\n", []Edit{set("b.200", Map{{Key: "d", Value: List{"x", 1}}}), set("c", "é\n"), setBefore("0", true, "a")},
			"{\n\t\"0\": true,\n\t\"a\": \"\\/\",\n\t\"b\": {\n\t\t\"200\": {\n\t\t\t\"d\": [\n\t\t\t\t\"x\",\n\t\t\t\t1\n\t\t\t]\n\t\t}\n\t},\n\t\"c\": \"é\\n\"\n}\n"},
		{"JSON in one line", `{"a":1,"b":["x"]}`, []Edit{set("b.-", "y"), del("a")}, `{"b":["x", "y"]}`},
		{"no document", "{}", []Edit{set("a", "b")}, "{\n  \"a\": \"b\"\n}"},
		{"two documents", "a: 1\n---\nb: 2\n", []Edit{set("c", 3)}, "a: 1\nc: 3\n---\nb: 2\n"},
		{"lines that are kept", "a: |+\n  x\n\nb: 1\n", []Edit{setBefore("c", 1, "b")}, "a: |+\n  x\n\nc: 1\nb: 1\n"},
		{"an anchor of its own", "a: &x {b: 1}\nc: *x\nd: &y 1\n", []Edit{set("d", 2), set("e", 1)}, "a: &x {b: 1}\nc: *x\nd: 2\ne: 1\n"},
		{"an explicit key", "? a\n: b\n", []Edit{set("a", 1), set("c", 2)}, "? a\n: 1\nc: 2\n"},
		{"a tag", "a: !!str 1\nb: !x\n  c: 1\n", []Edit{set("b.d", 2)}, "a: !!str 1\nb: !x\n  c: 1\n  d: 2\n"},
	} {
		got, err := Apply([]byte(c.text), c.edits...)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\n got %q\nwant %q", c.name, err, got, c.want)
			continue
		}
		if again, err := Apply(got, c.edits...); (err != nil || string(again) != c.want) && !shifts(c.edits) {
			t.Errorf("%s, again: %v\n got %q\nwant %q", c.name, err, again, c.want)
		}
	}
}

// shifts reports whether an edit adds or deletes an item each time that it is made.
func shifts(edits []Edit) bool {
	for _, e := range edits {
		if len(e.Path) == 0 {
			continue
		}
		if last := e.Path[len(e.Path)-1]; last == "-" || last == "0" && e.Delete {
			return true
		}
	}
	return false
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		text string
		edit Edit
		want string
	}{
		{"a: [", set("a", 1), "yaml: line 1"},
		{"a: &x {b: 1}\nc: *x\n", set("a.b", 2), "a cannot be changed alone: an alias stands for it elsewhere (&x)"},
		{"a: &x {b: 1}\nc: *x\n", set("c.b", 2), "c is an alias, *x"},
		{"a: &x {b: 1}\nc: *x\n", del("a"), "a cannot be deleted: an alias"},
		{"a: {b: &x 1}\nc: *x\n", set("a", 2), "does not say what it should"},
		{"a: text\n", set("a.b", 2), "a is no mapping"},
		{"a: [1]\n", set("a.b", 2), "a is a sequence without an item b"},
		{"a: {b: 1}\n", set("a.-", 2), "a is no sequence"},
		{"a: 1\n", set("b.-.c", 2), "b.-.c leads through what is added"},
		{"{a}\n", set("a.b", 2), "a has no colon"},
	} {
		got, err := Apply([]byte(c.text), c.edit)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %q, %v; want %s", c.text, got, err, c.want)
		}
	}
	if _, err := Apply(nil, set("a", 1), set("a.b", 1)); err == nil {
		t.Error("two edits at one place")
	}
}
