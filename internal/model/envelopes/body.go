package envelopes

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/templates"
)

// walker makes the nodes of an envelope.
type walker struct {
	r      *Resolver
	env    *Envelope
	goName string // prefix of Go types that leaves need
	what   string
	header bool
	hidden bool // within an object that is sensitive
}

// root resolves a body, or an item of the repeated array: what is always there, unless it is
// a text, which may be empty.
func (w *walker) root(n *load.Schema) *model.Node {
	if n.Optional && w.env.Model.Kind != model.TextBody {
		w.r.Reportf(n.At("optional"), diag.MisplacedKeyword, "leave it out; a list may be empty, and a value null if its schema says so",
			"`optional` has no meaning here: %s is always there", w.site(n, "", nil).What)
	}
	return w.node(n, "", false)
}

// node resolves a place of the body: a leaf, an object to look into, or the
// repeated array (docs/spec.md#several-errors-in-one-response). name is the
// member's, "" for the root and for items; optional says that an object around it
// may be absent. The list of errors is never absent, nor are objects around it.
func (w *walker) node(n *load.Schema, name string, optional bool) *model.Node {
	optional = optional || n.Optional && !holdsList(n)
	switch {
	case n.Const != nil:
		return w.constant(n, name)
	case n.Exchange:
		return w.exchange(n, name)
	case n.Repeated:
		return w.repeated(n, name)
	case isLeaf(n):
		return w.leaf(n, name, optional)
	}
	return w.object(n, name, optional)
}

// holdsList reports whether the repeated array is at a place or within it.
func holdsList(n *load.Schema) bool {
	return n.Repeated || !isLeaf(n) && slices.ContainsFunc(n.Properties, func(p load.Property) bool { return holdsList(p.Schema) })
}

// isLeaf reports whether a schema without const or exchange is one value.
func isLeaf(n *load.Schema) bool {
	if n.IsBroken("properties", "additionalProperties") || n.Has("enum") || n.Field.Given() || n.Ref.Given() || n.Has("oneOf") || n.ErrorOf.Given() {
		return true
	}
	return !n.Has("properties") && (n.AdditionalProperties == nil || !n.AdditionalProperties.Field.Given())
}

func (w *walker) site(n *load.Schema, name string, keys schemas.Keys) schemas.Site {
	what := "the body of " + w.what
	switch {
	case w.header:
		what = "header " + diag.Quote(name) + " of " + w.what
	case name != "":
		what = "member " + diag.Quote(name) + " of " + w.what
	}
	suffix := names.Exported(name)
	if f := n.Field.S; f != "" {
		suffix = names.Exported(f)
	}
	return schemas.Site{GoName: w.goName + suffix, What: what, Keys: keys, Errors: !w.header}
}

func (w *walker) constant(n *load.Schema, name string) *model.Node {
	at := w.site(n, name, schemas.MemberKeys)
	at.Mute = true
	s := w.r.Schema(n, at)
	w.env.Fixed[name] = "a constant"
	return &model.Node{Kind: model.ConstNode, Name: name, Optional: n.Optional, Schema: s, Const: s.Const, Sensitive: s.Sensitive}
}

// exchangeKeys have a meaning at an exchange value.
var exchangeKeys = schemas.Keys{"optional", "exchange", "field"}

func (w *walker) exchange(n *load.Schema, name string) *model.Node {
	s := w.r.Schema(n, w.site(n, name, exchangeKeys))
	if n.Field.Given() {
		w.env.Fixed[n.Field.S] = "an exchange value"
	}
	w.env.Fixed[name] = "an exchange value"
	node := &model.Node{Kind: model.ExchangeNode, Name: name, Optional: n.Optional, Schema: s, Sensitive: s.Sensitive}
	node.Exchange = w.r.exchangeValue(n, name, node)
	return node
}

// checkInner reports keywords that have no meaning at what is looked into: a Go name and
// an example, too, are the leaves'.
func (w *walker) checkInner(n *load.Schema, at schemas.Site) {
	w.r.CheckPlace(n, at)
	w.r.RefuseGoName(n, at.What)
	if n.Example != nil {
		w.r.Reportf(n.At("example"), diag.MisplacedKeyword, "give what is in it examples, or say `field` to make it one value",
			"`example` has no meaning here (%s)", at.What)
	}
}

// repeatedKeys have a meaning at the repeated array.
var repeatedKeys = schemas.Keys{"optional", "repeated"}

func (w *walker) repeated(n *load.Schema, name string) *model.Node {
	r := w.r
	node := &model.Node{Kind: model.RepeatedNode, Name: name, Optional: n.Optional}
	at := w.site(n, name, repeatedKeys)
	w.checkInner(n, at)
	node.Schema = r.RepeatedList(n, at)
	if w.env.Model.Repeated != nil {
		r.Reportf(n.At("repeated"), diag.BadRepeated, "leave one `repeated` out", "envelope %s has a repeated array already", diag.Quote(w.env.Model.Name))
		return node
	}
	w.env.Model.Repeated = node
	if n.Items == nil {
		r.Reportf(n.At("repeated"), diag.BadRepeated, "describe one error under `items`", "a repeated array needs `items`")
		return node
	}
	inner := *w
	inner.goName, inner.what = at.GoName, "the items of "+w.what
	node.Item = inner.root(n.Items)
	return node
}

// objectKeys have a meaning at an object that is looked into.
var objectKeys = schemas.Keys{"optional"}

func (w *walker) object(n *load.Schema, name string, optional bool) *model.Node {
	r := w.r
	at := w.site(n, name, objectKeys)
	w.checkInner(n, at)
	if t := n.Type; len(t) > 0 && (len(t) != 1 || t[0].S != "object") {
		r.Reportf(n.At("type"), diag.KeywordNotApplicable, "leave `type` out, or say `field` to make the object one value", "an object whose members are leaves has the type `object` alone")
	}
	node := &model.Node{Kind: model.ObjectNode, Name: name, Optional: n.Optional,
		Schema: &model.Schema{Kind: model.ObjectKind, Description: n.Description.S}}
	defer func(hidden bool) { w.hidden = hidden }(w.hidden)
	w.hidden = w.hidden || n.Sensitive
	node.Sensitive = w.hidden
	for _, p := range n.Properties {
		node.Members = append(node.Members, w.node(p.Schema, p.Name.S, optional))
	}
	if more := n.AdditionalProperties; more != nil {
		if more.Field.Given() {
			node.Additional = w.additional(n, at)
		} else {
			inner := at.Inner("Value", "a further member", schemas.NoKeys)
			inner.Mute = true
			node.Schema.Additional = r.Schema(more, inner)
		}
	}
	return node
}

// additional makes the field of an object's further members: a map, always
// optional.
func (w *walker) additional(n *load.Schema, at schemas.Site) *model.Node {
	more := n.AdditionalProperties
	at.GoName = w.goName + names.Exported(more.Field.S)
	inner := at.Inner("Value", "a further member", schemas.AdditionalKeys)
	elem := w.r.Schema(more, inner)
	s := &model.Schema{Kind: model.MapKind, Additional: elem, Description: elem.Description, Sensitive: elem.Sensitive}
	s.Go = schemas.GoTypeOf(s)
	node := &model.Node{Kind: model.FieldNode, Optional: true, Schema: s, Sensitive: s.Sensitive || w.hidden}
	p := &Place{Node: node, Syntax: more, Pos: more.Pos, optional: true, explicit: true}
	if more.Field.S == "status" || more.Field.S == "code" {
		w.r.Reportf(more.Field.Pos, diag.SpecialLeaf, "give them another name", "the further members of an object cannot be the %s", more.Field.S)
		return nil
	}
	f := w.take(more.Field.S, p)
	if len(f.Places) > 1 {
		w.r.ReportfAt(more.Field.Pos, diag.SharedField, diag.Related{Pos: f.First().Pos, Message: "the other place"},
			"give the further members a `field` of their own", "the further members of an object cannot share the field %s", diag.Quote(f.Model.Name))
	}
	f.Model.Map = true
	for _, p := range n.Properties {
		f.Beside = append(f.Beside, p.Name.S)
	}
	return node
}

// leaf makes a place of a field, of the status or of the code.
func (w *walker) leaf(n *load.Schema, name string, optional bool) *model.Node {
	r := w.r
	field := name
	if n.Field.Given() {
		field = n.Field.S
	}
	at := w.site(n, name, schemas.LeafKeys)
	at.IsCode = field == "code"
	if field == "status" {
		r.RefuseGoName(n, at.What)
	}
	s := r.Schema(n, at)
	node := &model.Node{Kind: model.FieldNode, Name: name, Optional: n.Optional, Schema: s, Alias: n.Alias, Sensitive: s.Sensitive || w.hidden}
	node.As = templates.AsForms(r.Reporter, n, s)
	if !at.IsCode && !n.Alias { // a code is checked where it is given
		templates.CheckExact(r.Reporter, n, s, node.As)
	}
	node.Success = w.success(n, s)
	if n.IsBroken("properties", "additionalProperties") {
		w.env.unclear = true
	}
	if field == "" && w.env.unclear {
		return node
	}
	if field == "" {
		r.Reportf(n.Pos, diag.FieldNeeded, "name the value: `field: text`", "the body is one value without a name: it needs `field`")
		return node
	}
	p := &Place{Node: node, Syntax: n, Pos: n.Pos, optional: optional, explicit: n.Field.Given(), Header: w.header}
	w.take(field, p)
	return node
}
