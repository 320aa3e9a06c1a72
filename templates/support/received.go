package support

//errgen:if nested

// receivedAs scans the body of a response, and reports whether it fits an envelope
// as an error within another does.
func (t *table) receivedAs(part int, response *Response) (document, bool) {
	if response == nil {
		return document{}, false
	}
	d, ok := scan(response.Body)
	if !ok {
		return document{}, false
	}
	r := &reading{t: t, doc: d, isJSON: true}
	f := r.newFitting(part, nil)
	f.item(&t.envelopes[part].root, 0)
	return d, f.strict || f.loose
}

// appendKnown appends the value of token i as far as a place of an envelope knows
// it: what else was received is not the API's to say (law 3 of docs/spec.md). Nothing
// is copied as it came, so that what is written is JSON.
func (t *table) appendKnown(b []byte, d document, i int, n *node) []byte {
	switch n.kind {
	case constantNode:
		return append(b, n.constant...)
	case objectNode:
		b = append(b, '{')
		for k := range n.members {
			m := &n.members[k]
			if at := d.member(i, m.name); at >= 0 && n.admits(d, m, at) {
				b = append(appendQuoted(b, m.name), ':')
				b = append(t.appendKnown(b, d, at, m), ',')
			}
		}
		return append(trimComma(b), '}')
	case leafNode:
		return t.appendReceived(b, d, i, n.schema)
	}
	return appendAny(b, toAny(d, i), 0)
}

// admits reports whether a member of an object was received in its form: one with a
// value of another type is left out, and what only the exchange knows.
func (*node) admits(d document, m *node, at int) bool {
	switch m.kind {
	case objectNode:
		return d.tokens[at].kind == '{'
	case leafNode:
		return !isForeign(d, m, at)
	}
	return m.kind == constantNode
}

// appendReceived appends the value of token i as far as a schema knows it.
func (t *table) appendReceived(b []byte, d document, i, s int) []byte {
	sc := &t.schemas[s]
	switch {
	case sc.kind == oneOfSchema:
		for _, m := range sc.members {
			if t.parse(d, i, m.schema, nil) {
				return t.appendReceived(b, d, i, m.schema)
			}
		}
	case sc.kind == errorSchema && d.tokens[i].kind == '{':
		return t.appendKnown(b, d, i, &t.envelopes[sc.part].root)
	case sc.kind == arraySchema && d.tokens[i].kind == '[':
		return t.appendReceivedItems(b, d, i, sc.items)
	case (sc.kind == objectSchema || sc.kind == mapSchema) && d.tokens[i].kind == '{':
		return t.appendReceivedMembers(b, d, i, sc)
	}
	return appendAny(b, toAny(d, i), 0)
}

func (t *table) appendReceivedItems(b []byte, d document, i, s int) []byte {
	b = append(b, '[')
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
		if t.typesOf(s)&d.jsonType(k) != 0 {
			b = append(t.appendReceived(b, d, k, s), ',')
		}
	}
	return append(trimComma(b), ']')
}

// appendReceivedMembers appends the members that an object has, and if it is open, or
// a map, the others. Of several of one name, the last counts.
func (t *table) appendReceivedMembers(b []byte, d document, i int, sc *schema) []byte {
	last := map[string]int{}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		last[d.string(k)] = k
	}
	b = append(b, '{')
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		name := d.string(k)
		s := sc.memberSchema(name)
		if s < 0 || last[name] != k || t.typesOf(s)&d.jsonType(k+1) == 0 {
			continue
		}
		b = append(appendQuoted(b, name), ':')
		b = append(t.appendReceived(b, d, k+1, s), ',')
	}
	return append(trimComma(b), '}')
}

// memberSchema is the schema of an object's member, -1 if it has none of that name.
func (s *schema) memberSchema(name string) int {
	for _, m := range s.members {
		if m.name == name {
			return m.schema
		}
	}
	if s.open || s.kind == mapSchema {
		return s.items
	}
	return -1
}

//errgen:end
