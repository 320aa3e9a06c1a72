package typescript

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// tableWriter writes a table as the engine's Table.
type tableWriter struct {
	t     *errgen.Table
	c     *model.Catalog
	uses  *uses
	reads []string // lists of them, each once
	index map[string]int
	docs  string // what all addresses begin with
}

// table is the literal of a catalog's table, an entry on a line.
func table(t *errgen.Table, c *model.Catalog, u *uses) string {
	w := &tableWriter{t: t, c: c, uses: u, index: map[string]int{}, docs: commonDocs(t)}
	var b strings.Builder
	b.WriteString("{\n")
	entries := make([]string, len(t.Entries))
	for i := range t.Entries {
		entries[i] = w.entry(i)
	}
	section := func(name string, items []string) {
		if len(items) > 0 {
			b.WriteString("  " + name + ": [\n    " + strings.Join(items, ",\n    ") + ",\n  ],\n")
		}
	}
	var envelopes, schemas []string
	for i := range t.Envelopes {
		envelopes = append(envelopes, w.envelope(i))
	}
	if u.schemas {
		for i := range t.Schemas {
			schemas = append(schemas, schema(&t.Schemas[i]))
		}
	}
	section("v", envelopes)
	b.WriteString("  e: [\n    " + strings.Join(entries, ",\n    ") + ",\n  ],\n")
	b.WriteString("  r: [\n")
	for _, all := range w.reads {
		b.WriteString("    " + all + ",\n")
	}
	b.WriteString("  ],\n")
	section("s", schemas)
	if w.docs != "" {
		b.WriteString("  d: " + tscode.Text(w.docs) + ",\n")
	}
	b.WriteString("  u: " + u.literal() + ",\n}")
	return b.String()
}

// commonDocs is what all addresses of documentation begin with.
func commonDocs(t *errgen.Table) string {
	var common string
	first := true
	for i := range t.Entries {
		url := t.Entries[i].DocURL
		switch {
		case url == "":
			continue
		case first:
			common, first = url, false
		}
		for !strings.HasPrefix(url, common) {
			common = common[:len(common)-1]
		}
	}
	return strings.ToValidUTF8(common, "")
}

// entry is one entry.
func (w *tableWriter) entry(i int) string {
	e, m := &w.t.Entries[i], w.c.Entries[i]
	var o object
	o.text("n", e.Name)
	o.text("c", e.Code)
	if e.Parent != 0 {
		o.add("p", strconv.Itoa(int(e.Parent-errgen.First)))
	}
	o.add("s", spans(e.Status))
	o.add("t", template(e.Text))
	if w.uses.params {
		o.add("m", w.params(e, m))
	}
	if len(e.Reads) > 0 {
		o.add("r", strconv.Itoa(w.readsOf(e)))
	}
	if e.DocURL != "" {
		o.add("d", tscode.Text(strings.TrimPrefix(e.DocURL, w.docs)))
	}
	o.text("y", strings.TrimSpace(m.Remedy))
	o.flag("a", e.Traits&errgen.IsRetryable != 0)
	o.flag("v", e.Traits&errgen.HasStatus != 0)
	o.number("w", int(e.Close))
	o.add("q", template(e.Reason))
	return o.String()
}

// params are the params of an entry, with what stands for those that are not given.
func (w *tableWriter) params(e *errgen.Entry, m *model.Entry) string {
	first := len(e.Params) - len(m.Params)
	i := -1
	return listOf(e.Params, func(p errgen.Param) string {
		if i++; i < first {
			return param(p, nil)
		}
		return param(p, m.Params[i-first].Default)
	})
}

// param is a param, with its default.
func param(p errgen.Param, preset *model.Value) string {
	parts := []string{tscode.Text(p.Name), strconv.Itoa(p.Schema)}
	if p.Flags != 0 {
		parts = append(parts, strconv.Itoa(int(p.Flags)))
	}
	if preset != nil {
		parts = append(parts, string(preset.AppendJSON(nil)))
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// readsOf is the place of an entry's reads among those of the table.
func (w *tableWriter) readsOf(e *errgen.Entry) int {
	all := list(e.Reads, w.read)
	i, ok := w.index[all]
	if !ok {
		i = len(w.reads)
		w.index[all] = i
		w.reads = append(w.reads, all)
	}
	return i
}

func (w *tableWriter) read(r errgen.Read) string {
	var o object
	o.number("e", r.Envelope)
	o.add("c", template(r.Code))
	o.number("k", int(r.Rank))
	o.add("s", spans(r.Status))
	o.add("f", listOf(r.Facts, fact))
	o.add("m", listOf(r.Match, strconv.Itoa))
	o.flag("b", r.ByText)
	o.number("t", r.Text)
	return o.String()
}

func fact(f errgen.Fact) string {
	var o object
	o.add("s", strconv.Itoa(f.Slot))
	o.text("h", strings.ToLower(f.Header))
	o.add("p", listOf(f.Path, func(s errgen.Step) string {
		if s.Name == "" {
			return strconv.Itoa(s.Index)
		}
		return tscode.Text(strings.TrimPrefix(s.Name, "."))
	}))
	switch f.Kind {
	case errgen.TextFact:
		o.add("w", template(f.Want))
	case errgen.ValueFact:
		o.text("v", f.Value)
	case errgen.ParamFact:
		o.add("a", strconv.Itoa(f.Param))
	case errgen.SizeFact:
		o.add("n", f.Value)
	}
	o.flag("o", f.Proof)
	o.flag("u", f.Markup)
	return o.String()
}

func (w *tableWriter) envelope(i int) string {
	env := &w.t.Envelopes[i]
	var o object
	o.add("k", strconv.Itoa(int(env.Kind)))
	o.text("m", env.Media)
	o.add("s", cmpOr(spans(env.Status), "[]"))
	if env.Kind != errgen.EmptyBody {
		o.add("r", node(env.Root))
	}
	o.add("h", listOf(env.Headers, header))
	o.number("z", env.Slots)
	o.flag("p", env.Part)
	o.flag("l", env.List)
	o.flag("n", env.Nests)
	o.add("c", w.codes(i))
	o.add("o", listOf(env.Others, func(r errgen.Row) string { return strconv.Itoa(int(r - errgen.First)) }))
	o.add("t", listOf(env.Texts, func(s errgen.TextSlot) string { return "[" + tscode.Text(s.Name) + "," + strconv.Itoa(s.Slot) + "]" }))
	return o.String()
}

// codes are the entries of an envelope by their codes, "" where these are what the entries
// themselves say.
func (w *tableWriter) codes(i int) string {
	env := &w.t.Envelopes[i]
	rows, plain := map[string][]int{}, true
	n := 0
	for _, c := range env.Codes {
		rows[c.Code] = append(rows[c.Code], int(c.Row-errgen.First))
		plain = plain && w.t.Entries[c.Row-errgen.First].Code == c.Code
	}
	for k := range w.t.Entries {
		e := &w.t.Entries[k]
		isRead := slices.ContainsFunc(e.Reads, func(r errgen.Read) bool { return r.Envelope == i })
		if e.Code != "" && isRead && !slices.Contains(env.Others, errgen.First+errgen.Row(k)) {
			n++
		}
	}
	if plain && n == len(env.Codes) {
		return ""
	}
	var o object
	for _, code := range slices.Sorted(maps.Keys(rows)) {
		o.add("["+tscode.Text(code)+"]", list(rows[code], strconv.Itoa))
	}
	return o.String()
}

func cmpOr(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// header is a header of an envelope.
func header(n errgen.Node) string {
	n.Name = strings.ToLower(n.Name)
	return node(n)
}

func node(n errgen.Node) string {
	var o object
	o.number("k", int(n.Kind))
	o.text("n", n.Name)
	o.flag("o", n.Optional)
	o.flag("a", n.Alias)
	if n.Kind == errgen.LeafNode {
		o.number("t", int(n.Types))
		o.number("i", int(n.Items))
		o.number("s", n.Slot)
		o.number("h", n.Schema)
	}
	if n.Kind == errgen.ConstantNode {
		o.add("c", tscode.Text(n.Constant))
	}
	o.add("y", listOf(n.Success, tscode.Text))
	o.add("f", listOf(n.Forms, func(p errgen.Program) string { return cmpOr(template(p), `""`) }))
	o.add("m", listOf(n.Members, node))
	o.number("r", n.More)
	return o.String()
}

func schema(s *errgen.Schema) string {
	var o object
	o.add("k", strconv.Itoa(int(s.Kind)))
	o.flag("n", s.Null)
	o.number("t", int(s.Types))
	switch s.Kind {
	case errgen.ArraySchema, errgen.MapSchema:
		o.add("i", strconv.Itoa(s.Items))
	case errgen.ObjectSchema:
		if s.Open {
			o.add("i", strconv.Itoa(s.Items))
		}
	case errgen.ErrorSchema:
		o.add("p", strconv.Itoa(s.Part))
	}
	o.add("m", listOf(s.Members, func(m errgen.Member) string {
		if m.Optional {
			return "[" + tscode.Text(m.Name) + "," + strconv.Itoa(m.Schema) + ",1]"
		}
		return "[" + tscode.Text(m.Name) + "," + strconv.Itoa(m.Schema) + "]"
	}))
	o.flag("o", s.Open)
	o.add("e", listOf(s.Enum, tscode.Text))
	if s.Min+s.Max+s.Above+s.Below != "" {
		o.add("b", list([]string{s.Min, s.Max, s.Above, s.Below}, tscode.Text))
	}
	if s.MinLen > 0 || s.MaxLen > 0 {
		o.add("l", "["+strconv.Itoa(s.MinLen)+","+strconv.Itoa(s.MaxLen)+"]")
	}
	if s.Pattern != "" {
		plain, within := pattern(s.Pattern, false), pattern(s.Pattern, true)
		if plain == within {
			o.add("x", "["+tscode.Text(plain)+"]")
		} else {
			o.add("x", "["+tscode.Text(plain)+","+tscode.Text(within)+"]")
		}
	}
	o.text("f", s.Format)
	return o.String()
}
