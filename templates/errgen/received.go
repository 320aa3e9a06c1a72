package errgen

// receivedAs scans the body of the response in which an error was received, and reports
// whether it can stand in an envelope: as one that was read in it, or fits it as an error
// within another does.
func (t *Table) receivedAs(part int, o *Occurrence) (Document, bool) {
	if o.several {
		return Document{}, false
	}
	d, ok := Scan(o.Response.Body)
	root := &t.Envelopes[part].Root
	if !ok || !isRoot(d, root, 0) {
		return Document{}, false
	}
	if int(o.Envelope) == part+1 {
		return d, true
	}
	r := &reading{t: t, doc: d, isJSON: true}
	f := r.newFitting(part, nil)
	f.item(root, 0)
	return d, f.strict || f.loose
}

// appendKnown appends the value of token i as far as a place of an envelope knows
// it: what else was received is not the API's to say (law 3 of docs/spec.md). Nothing
// is copied as it came, so that what is written is JSON.
func (t *Table) appendKnown(b []byte, d Document, i int, n *Node) []byte {
	switch n.Kind {
	case ConstantNode:
		return append(b, n.Constant...)
	case ObjectNode:
		b = append(b, '{')
		for k := range n.Members {
			m := &n.Members[k]
			if at := d.member(i, m.Name); at >= 0 && isKnown(d, m, at) {
				b = append(AppendQuoted(b, m.Name), ':')
				b = append(t.appendKnown(b, d, at, m), ',')
			}
		}
		return append(trimComma(b), '}')
	case LeafNode:
		return t.appendReceived(b, d, i, n.Schema)
	}
	return appendAny(b, toAny(d, i), 0)
}

// isKnown reports whether a member of an object goes out: not one with a value of
// another type, nor what only the exchange knows.
func isKnown(d Document, m *Node, at int) bool {
	return m.Kind == ConstantNode || (m.Kind == ObjectNode || m.Kind == LeafNode) && !isForeign(d, m, at)
}

// appendReceived appends the value of token i as far as a schema knows it.
func (t *Table) appendReceived(b []byte, d Document, i, s int) []byte {
	sc := &t.Schemas[s]
	switch {
	case sc.Kind == OneOfSchema:
		for _, m := range sc.Members {
			if t.TypesOf(m.Schema)&d.jsonType(i) != 0 {
				return t.appendReceived(b, d, i, m.Schema)
			}
		}
	case sc.Kind == ErrorSchema && d.tokens[i].kind == '{':
		return t.appendKnown(b, d, i, &t.Envelopes[sc.Part].Root)
	case sc.Kind == ArraySchema && d.tokens[i].kind == '[':
		return t.appendReceivedItems(b, d, i, sc.Items)
	case (sc.Kind == ObjectSchema || sc.Kind == MapSchema) && d.tokens[i].kind == '{':
		return t.appendReceivedMembers(b, d, i, sc)
	}
	return appendAny(b, toAny(d, i), 0)
}

func (t *Table) appendReceivedItems(b []byte, d Document, i, s int) []byte {
	b = append(b, '[')
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k].next {
		if t.TypesOf(s)&d.jsonType(k) != 0 {
			b = append(t.appendReceived(b, d, k, s), ',')
		}
	}
	return append(trimComma(b), ']')
}

// appendReceivedMembers appends the members that an object has, and if it is open, or
// a map, the others. Of several of one name, the last counts.
func (t *Table) appendReceivedMembers(b []byte, d Document, i int, sc *Schema) []byte {
	last := map[string]int{}
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		last[d.String(k)] = k
	}
	b = append(b, '{')
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		name := d.String(k)
		s := sc.memberSchema(name)
		if s < 0 || last[name] != k || t.TypesOf(s)&d.jsonType(k+1) == 0 {
			continue
		}
		b = append(AppendQuoted(b, name), ':')
		b = append(t.appendReceived(b, d, k+1, s), ',')
	}
	return append(trimComma(b), '}')
}

// memberSchema is the schema of an object's member, -1 if it has none of that name.
func (s *Schema) memberSchema(name string) int {
	switch i := s.member(name); {
	case i >= 0:
		return s.Members[i].Schema
	case s.Open || s.Kind == MapSchema:
		return s.Items
	}
	return -1
}
