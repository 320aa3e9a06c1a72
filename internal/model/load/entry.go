package load

import "slices"

var (
	entryObject    = newEntryObject("an entry", entryOwnKeys())
	defaultsObject = newEntryObject("`defaults`", nil)
)

func newEntryObject(what string, own []key[Entry]) object[Entry] {
	return object[Entry]{
		what:      what,
		node:      func(e *Entry) *Node { return &e.Node },
		keys:      slices.Concat(entrySharedKeys(), own, entryDataKeys()),
		otherwise: "fill a field of the envelope under `fields`, name a value that is given later under `params`",
	}
}

// entrySharedKeys are the keys that say what a response looks like.
func entrySharedKeys() []key[Entry] {
	return []key[Entry]{
		{name: "envelope", set: func(d *decoder, k Text, v *Value, e *Entry) {
			if !d.admits(k, v, partsOfEnvelope*len(v.Items)) {
				v = v.Items[0]
			}
			oneOrMore(func(e *Entry) *[]Text { return &e.Envelope })(d, k, v, e)
		}},
		{name: "status", set: status(func(e *Entry) *[]StatusTerm { return &e.Status })},
		{name: "fields", set: entryWire(func(e *Entry) *[]Member { return &e.Fields })},
		{name: "omit", set: texts(func(e *Entry) *[]Text { return &e.Omit })},
		{name: "headers", set: entryWire(func(e *Entry) *[]Member { return &e.Headers })},
		{name: "match", set: texts(func(e *Entry) *[]Text { return &e.Match })},
		{name: "params", set: entryParams},
		{name: "close", set: entryClose},
		{name: "text", set: text(func(e *Entry) *Text { return &e.Text })},
	}
}

// entryOwnKeys are the keys that "defaults" does not have.
func entryOwnKeys() []key[Entry] {
	return []key[Entry]{
		{name: "parent", set: text(func(e *Entry) *Text { return &e.Parent })},
		{name: "code", set: scalar(func(e *Entry) **Value { return &e.Code })},
		{name: "deprecated", set: func(d *decoder, k Text, v *Value, e *Entry) {
			e.Deprecated = deprecatedObject.read(d, k, v)
		}},
	}
}

// entryDataKeys are the keys that tell about an entry.
func entryDataKeys() []key[Entry] {
	return []key[Entry]{
		{name: "group", set: text(func(e *Entry) *Text { return &e.Group })},
		{name: "source", set: text(func(e *Entry) *Text { return &e.Source })},
		{name: "retryable", set: func(d *decoder, k Text, v *Value, e *Entry) {
			if b := d.boolean(k, v); b.Pos.IsValid() {
				e.Retryable = &b
			}
		}},
		{name: "stability", set: text(func(e *Entry) *Text { return &e.Stability })},
		{name: "tags", set: texts(func(e *Entry) *[]Text { return &e.Tags })},
		{name: "description", set: text(func(e *Entry) *Text { return &e.Description })},
		{name: "remedy", set: text(func(e *Entry) *Text { return &e.Remedy })},
		{name: "docs", set: text(func(e *Entry) *Text { return &e.Docs })},
		{name: "go", set: goName(func(e *Entry) *Text { return &e.GoName })},
		{name: "allow", set: allow(func(e *Entry) *[]Allowance { return &e.Allow })},
	}
}

// entryWire reads what an entry fills in, wordings and lines of headers in lists.
func entryWire(to func(*Entry) *[]Member) func(*decoder, Text, *Value, *Entry) {
	return func(d *decoder, k Text, v *Value, e *Entry) {
		parts := len(v.Members)
		for _, m := range v.Members {
			parts += len(m.Value.Items)
		}
		if d.admits(k, v, parts) {
			*to(e) = d.wire(k, v)
		}
	}
}

func entryParams(d *decoder, k Text, v *Value, e *Entry) {
	if !d.admits(k, v, len(v.Members)) {
		return
	}
	d.named(k, v, "of names to params", func(name Text, v *Value) {
		d.identifier("param", name)
		e.Params = append(e.Params, Property{Name: name, Schema: paramSchema.read(d, name, v)})
	})
}

// entryClose reads a WebSocket close code, or {code, reason}.
func entryClose(d *decoder, k Text, v *Value, e *Entry) {
	if v.Kind == Scalar {
		e.Close = &Close{Node: Node{Pos: v.Pos}, Code: d.integer(k, v, 0)}
		return
	}
	e.Close = closeObject.read(d, k, v)
}

var closeObject = object[Close]{
	what: "`close`",
	node: func(c *Close) *Node { return &c.Node },
	keys: []key[Close]{
		{name: "code", required: true, set: integer(0, func(c *Close) *Int { return &c.Code })},
		{name: "reason", set: text(func(c *Close) *Text { return &c.Reason })},
	},
}

var deprecatedObject = object[Deprecated]{
	what: "`deprecated`",
	node: func(x *Deprecated) *Node { return &x.Node },
	keys: []key[Deprecated]{
		{name: "since", set: text(func(x *Deprecated) *Text { return &x.Since })},
		{name: "replacement", set: text(func(x *Deprecated) *Text { return &x.Replacement })},
		{name: "sunset", set: text(func(x *Deprecated) *Text { return &x.Sunset })},
	},
}

// entries reads the mapping of entries.
func (d *decoder) entries(k Text, v *Value) []*Entry {
	var es []*Entry
	d.named(k, v, "of names to entries", func(name Text, v *Value) {
		d.exportedName("entry name", name)
		d.shortEnough("entry name", name)
		d.parts = 0
		e := entryObject.read(d, name, v)
		e.Name = name
		es = append(es, e)
	})
	return es
}
