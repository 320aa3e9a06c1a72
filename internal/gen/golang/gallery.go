package golang

import (
	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A gallery makes the examples of what package proof chose to show.
type gallery struct {
	*model.Usage
	in scope
}

// raise is an expression for an occurrence of an entry; what it needs beforehand
// is added to the example.
func (g *gallery) raise(x *example, e *model.Entry) *jen.Statement {
	return jen.Op(g.print(x, e, (*gocode.Printer).Raise).Inline())
}

// data is an expression for an entry's data with all its params; what it needs
// beforehand is added to the example.
func (g *gallery) data(x *example, e *model.Entry) *jen.Statement {
	return jen.Op(g.print(x, e, (*gocode.Printer).Data).Spread())
}

// print prints an expression, and adds to the example the variables that it needs.
func (g *gallery) print(x *example, e *model.Entry, of func(*gocode.Printer, *model.Entry) gocode.Expr) gocode.Expr {
	x.variables.Reserved = append(exampleNames[:len(exampleNames):len(exampleNames)], string(g.in.Scope))
	known := len(x.variables.Declared)
	expr := of(&gocode.Printer{In: g.in.Scope, Variables: &x.variables}, e)
	for _, v := range x.variables.Declared[known:] {
		x.add(jen.Id(v.Name).Op(":=").Op(v.Value.Inline()))
	}
	return expr
}

// match adds what recognises an occurrence and looks at its data.
//
//	fmt.Println(errors.Is(err, axway.ErrCaseClosed))
//	var data *axway.CaseClosedError
//	if errors.As(err, &data) {
//		fmt.Println(data.Days)
//	}
func (g *gallery) match(x *example, of *model.Shown) {
	e := of.Entry
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(e.Const)), "true")
	if of.Telling == nil {
		return
	}
	inner := &example{}
	inner.print(jen.Id("data").Dot(of.Telling.GoName), of.Printed)
	x.output = append(x.output, inner.output...)
	x.add(
		jen.Var().Id("data").Op("*").Add(g.in.name(e.TypeName)),
		jen.If(jen.Qual("errors", "As").Call(jen.Id("err"), jen.Op("&").Id("data"))).Block(inner.lines...),
	)
}
