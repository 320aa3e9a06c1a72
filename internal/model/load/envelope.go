package load

var envelopeObject = object[Envelope]{
	what: "an envelope",
	node: func(e *Envelope) *Node { return &e.Node },
	foreign: map[string]string{
		"properties": "put the schema under `body`",
		"type":       "put the schema under `body`",
		"schema":     "put the schema under `body`",
	},
	keys: []key[Envelope]{
		{name: "description", set: text(func(e *Envelope) *Text { return &e.Description })},
		{name: "body", set: func(d *decoder, k Text, v *Value, e *Envelope) { e.Body = bodySchema.read(d, k, v) }},
		{name: "mediaType", set: text(func(e *Envelope) *Text { return &e.MediaType })},
		{name: "status", set: status(func(e *Envelope) *[]StatusTerm { return &e.Status })},
		{name: "headers", set: func(d *decoder, k Text, v *Value, e *Envelope) {
			e.Headers = d.properties(k, v, &bodySchema)
		}},
		{name: "match", set: texts(func(e *Envelope) *[]Text { return &e.Match })},
		{name: "text", set: text(func(e *Envelope) *Text { return &e.Text })},
		{name: "part", set: boolean(func(e *Envelope) *bool { return &e.Part })},
		{name: "allow", set: allow(func(e *Envelope) *[]Allowance { return &e.Allow })},
	},
}

// envelopes reads the mapping of envelopes.
func (d *decoder) envelopes(k Text, v *Value) []*Envelope {
	var es []*Envelope
	d.named(k, v, "of names to envelopes", func(name Text, v *Value) {
		d.parts = 0
		e := envelopeObject.read(d, name, v)
		e.Name = name
		es = append(es, e)
	})
	return es
}
