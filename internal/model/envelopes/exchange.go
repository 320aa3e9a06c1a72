package envelopes

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
	"github.com/seed-1b9d9f04/errgen/internal/model/schemas"
	"github.com/seed-1b9d9f04/errgen/internal/model/values"
)

// exchange is an exchange value with its first place.
type exchange struct {
	model *model.Exchange
	pos   diag.Pos
	name  load.Text // go.name
}

// exchangeValue finds or makes the exchange value of a place: those of one name
// are one value, in whichever envelope they stand.
func (r *Resolver) exchangeValue(n *load.Schema, member string, node *model.Node) *model.Exchange {
	name := member
	if n.Field.Given() {
		name = n.Field.S
	}
	if name == "" {
		r.Reportf(n.Pos, diag.FieldNeeded, "name the value: `field: trace`", "the value has no name: it needs `field`")
		return nil
	}
	if name == "status" || name == "code" {
		r.Reportf(n.At("exchange"), diag.SpecialLeaf, "leave `exchange` out, or give the value another name with `field`",
			"`%s` is the error's, not the exchange's", name)
	}
	x, ok := r.exchanges.Get(name)
	if !ok {
		x = &exchange{pos: n.Pos, name: n.GoName, model: &model.Exchange{Name: name, Schema: node.Schema}}
		r.exchanges.Add(name, x)
	} else if _, ok := values.MayStand(x.model.Schema, node.Schema); !ok {
		r.ReportfAt(n.Pos, diag.SharedField, diag.Related{Pos: x.pos, Message: "the other place"},
			"give them one type, or one of them another `field`",
			"exchange value %s is %s here and %s elsewhere", diag.Quote(name), values.Describe(node.Schema), values.Describe(x.model.Schema))
	}
	if !x.name.Given() {
		x.name = n.GoName
	}
	x.model.Required = x.model.Required || !node.Optional
	x.model.Sensitive = x.model.Sensitive || node.Sensitive
	return x.model
}

// finishExchange names the exchange values in Go.
func (r *Resolver) finishExchange() {
	fields := names.NewSpace(r.List) // of the struct Exchange
	for _, x := range r.exchanges.All() {
		m := x.model
		m.GoName = x.name.Or(names.Exported(m.Name))
		m.Go = schemas.MayBeAbsent(m.Schema, true)
		fields.Claim(m.GoName, x.pos, "exchange value "+diag.Quote(m.Name))
	}
}
