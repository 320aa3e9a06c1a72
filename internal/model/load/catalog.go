package load

var sourceObject = object[Source]{
	what: "a source",
	node: func(s *Source) *Node { return &s.Node },
	keys: []key[Source]{
		{name: "id", required: true, set: words(func(s *Source) *Text { return &s.ID })},
		{name: "title", required: true, set: words(func(s *Source) *Text { return &s.Title })},
		{name: "file", set: text(func(s *Source) *Text { return &s.File })},
		{name: "url", set: text(func(s *Source) *Text { return &s.URL })},
		{name: "date", set: text(func(s *Source) *Text { return &s.Date })},
		{name: "description", set: text(func(s *Source) *Text { return &s.Description })},
	},
}

func fileSources(d *decoder, k Text, v *Value, f *File) {
	d.items(k, v, func(item *Value) {
		f.Sources = append(f.Sources, sourceObject.read(d, k, item))
	})
}

var groupObject = object[Group]{
	what: "a group",
	node: func(g *Group) *Node { return &g.Node },
	keys: []key[Group]{
		{name: "title", set: text(func(g *Group) *Text { return &g.Title })},
		{name: "description", set: text(func(g *Group) *Text { return &g.Description })},
		{name: "count", set: integer(0, func(g *Group) *Int { return &g.Count })},
		{name: "source", set: text(func(g *Group) *Text { return &g.Source })},
	},
}

func fileGroups(d *decoder, k Text, v *Value, f *File) {
	d.named(k, v, "of names to groups", func(name Text, v *Value) {
		g := groupObject.read(d, name, v)
		g.Name = name
		f.Groups = append(f.Groups, g)
	})
}

var operationObject = object[Operation]{
	what: "an operation",
	node: func(o *Operation) *Node { return &o.Node },
	keys: []key[Operation]{
		{name: "errors", required: true, set: texts(func(o *Operation) *[]Text { return &o.Errors })},
		{name: "description", set: text(func(o *Operation) *Text { return &o.Description })},
		{name: "method", set: text(func(o *Operation) *Text { return &o.Method })},
		{name: "path", set: text(func(o *Operation) *Text { return &o.Path })},
		{name: "allow", set: allow(func(o *Operation) *[]Allowance { return &o.Allow })},
		{name: "go", set: goName(func(o *Operation) *Text { return &o.GoName })},
		{name: "operationId", set: text(func(o *Operation) *Text { return &o.OperationID })},
	},
}

// fileOperations reads operations: a list of entries each, or an object.
func fileOperations(d *decoder, k Text, v *Value, f *File) {
	d.named(k, v, "of names to operations", func(name Text, v *Value) {
		o := &Operation{Node: Node{Pos: v.Pos}}
		if v.Kind == Sequence {
			o.Errors = d.texts(name, v)
		} else {
			o = operationObject.read(d, name, v)
		}
		o.Name = name
		f.Operations = append(f.Operations, o)
	})
}

var retiredObject = object[Retired]{
	what: "a retired error",
	node: func(r *Retired) *Node { return &r.Node },
	keys: []key[Retired]{
		{name: "code", set: text(func(r *Retired) *Text { return &r.Code })},
		{name: "name", set: text(func(r *Retired) *Text { return &r.Name })},
		{name: "since", set: text(func(r *Retired) *Text { return &r.Since })},
		{name: "replacement", set: text(func(r *Retired) *Text { return &r.Replacement })},
		{name: "reason", set: text(func(r *Retired) *Text { return &r.Reason })},
	},
}

func fileRetired(d *decoder, k Text, v *Value, f *File) {
	d.items(k, v, func(item *Value) {
		f.Retired = append(f.Retired, retiredObject.read(d, k, item))
	})
}
