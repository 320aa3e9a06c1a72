package load

var exampleObject = object[Example]{
	what: "an example",
	node: func(e *Example) *Node { return &e.Node },
	keys: []key[Example]{
		{name: "name", required: true, set: words(func(e *Example) *Text { return &e.Name })},
		{name: "source", set: text(func(e *Example) *Text { return &e.Source })},
		{name: "error", required: true, set: func(d *decoder, k Text, v *Value, e *Example) {
			e.Error, e.List = d.oneOrMore(k, v), v.Kind == Sequence
		}},
		{name: "status", set: integer(0, func(e *Example) *Int { return &e.Status })},
		{name: "headers", set: wire(func(e *Example) *[]Member { return &e.Headers })},
		{name: "body", set: exampleBody},
		{name: "close", set: integer(0, func(e *Example) *Int { return &e.Close })},
		{name: "reason", set: text(func(e *Example) *Text { return &e.Reason })},
		{name: "expect", set: wire(func(e *Example) *[]Member { return &e.Expect })},
		{name: "decodes", set: oneOrMore(func(e *Example) *[]Text { return &e.Decodes })},
		{name: "waive", set: func(d *decoder, k Text, v *Value, e *Example) {
			d.items(k, v, func(item *Value) {
				e.Waive = append(e.Waive, waiverObject.read(d, k, item))
			})
		}},
	},
}

// exampleBody reads a body: text, verbatim.
func exampleBody(d *decoder, k Text, v *Value, e *Example) {
	if v.Kind != Scalar {
		d.wrongType(k, v, "text", "a body is verbatim text: put the JSON into single quotes, or under `body: |-`")
		return
	}
	e.Body = d.text(k, v)
}

var waiverObject = object[Waiver]{
	what: "a waiver",
	node: func(w *Waiver) *Node { return &w.Node },
	keys: []key[Waiver]{
		{name: "at", required: true, set: text(func(w *Waiver) *Text { return &w.At })},
		{name: "because", required: true, set: words(func(w *Waiver) *Text { return &w.Because })},
	},
}
