package golang

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// cause shows an error with a cause.
//
//	err := axway.NewCaseClosed(45).WithCause(io.ErrUnexpectedEOF)
//	fmt.Println(err)
//	fmt.Println(errors.Is(err, io.ErrUnexpectedEOF))
func (g *gallery) cause() *example {
	if g.lead == nil {
		return nil
	}
	x := &example{name: "ExampleError_WithCause", doc: "A cause is for logs and for errors.Is; it is never written."}
	if g.lead.entry.RaisedByID() {
		x.name = "ExampleID_WithCause"
	}
	raised := g.raise(x, g.lead.entry)
	x.add(jen.Err().Op(":=").Add(raised).Dot("WithCause").Call(jen.Qual("io", "ErrUnexpectedEOF")))
	x.print(jen.Err(), g.lead.text+": unexpected EOF")
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), jen.Qual("io", "ErrUnexpectedEOF")), "true")
	return x
}

// ancestor shows that an error is what its ancestors are.
//
//	err := axway.NewCaseClosed(45)
//	fmt.Println(errors.Is(err, axway.ErrAccessDenied))
//	fmt.Println(err.ID().Parent().Name())
func (g *gallery) ancestor() *example {
	i := slices.IndexFunc(g.ranked, func(e *model.Entry) bool { return e.Parent != nil })
	if i < 0 {
		return nil
	}
	e := g.ranked[i]
	x := &example{name: "ExampleID_Is", doc: "An error is also one of those of which it is a kind."}
	raised := g.raise(x, e)
	x.add(jen.Err().Op(":=").Add(raised))
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(e.Parent.Const)), "true")
	x.print(g.in.name("IDOf").Call(jen.Err()).Dot("Name").Call(), e.Name)
	x.print(g.in.name("IDOf").Call(jen.Err()).Dot("Parent").Call().Dot("Name").Call(), e.Parent.Name)
	return x
}

// switchID shows a switch over errors.
//
//	err := fmt.Errorf("call the API: %w", axway.NewCaseClosed(45))
//	switch axway.IDOf(err) {
//	case axway.ErrCaseClosed:
//		fmt.Println("CaseClosed")
//	…
func (g *gallery) switchID() *example {
	if len(g.ranked) < 2 {
		return nil
	}
	e, other := g.ranked[0], g.ranked[1]
	x := &example{name: "ExampleIDOf", doc: "A switch tells errors apart, however they are wrapped."}
	raised := g.raise(x, e)
	say := func(words string) jen.Code { return jen.Qual("fmt", "Println").Call(jen.Lit(words)) }
	id := func(e *model.Entry) string { return "it is " + e.Name }
	x.add(
		jen.Err().Op(":=").Qual("fmt", "Errorf").Call(jen.Lit("call the API: %w"), raised),
		jen.Switch(g.in.name("IDOf").Call(jen.Err())).Block(
			jen.Case(g.in.name(e.Const)).Block(say(id(e))),
			jen.Case(g.in.name(other.Const)).Block(say(id(other))),
			jen.Case(jen.Lit("")).Block(say("it is no error of this API")),
			jen.Default().Block(say("it is another error of this API")),
		),
	)
	x.output = append(x.output, id(e))
	return x
}

// literal shows data with what a constructor does not take.
//
//	wait := 30 * time.Second
//	err := parcelerr.New(&parcelerr.BusyError{
//		Status: 429,
//		Wait:   &wait,
//	})
//	fmt.Println(err)
func (g *gallery) literal() *example {
	i := slices.IndexFunc(g.ranked[:min(len(g.ranked), tries)], func(e *model.Entry) bool {
		return e.TypeName != "" && e.HasUnset() && !slices.ContainsFunc(e.Params, func(p *model.Param) bool {
			return !canWrite(e.Illustration(p), p.Schema)
		})
	})
	if i < 0 {
		return nil
	}
	e := g.ranked[i]
	x := &example{name: "ExampleNew", doc: "What is optional is set in the data."}
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		params[p] = e.Illustration(p)
	}
	data := g.data(x, e)
	x.add(jen.Err().Op(":=").Add(g.in.name("New")).Call(data))
	x.print(jen.Err(), g.program.EncodeText(e, params))
	return x
}

// closeFrame shows how an error closes a WebSocket.
//
//	code, reason := aui.CloseFrame(aui.ErrInternal)
//	fmt.Printf("%d %q\n", code, reason)
func (g *gallery) closeFrame() *example {
	e, reason := g.closing()
	if e == nil {
		return nil
	}
	x := &example{name: "ExampleCloseFrame", doc: "An error closes a WebSocket with its code and reason."}
	raised := g.raise(x, e)
	x.add(
		jen.List(jen.Id("code"), jen.Id("reason")).Op(":=").Add(g.in.name("CloseFrame")).Call(raised),
		jen.Qual("fmt", "Printf").Call(jen.Lit("%d %q\n"), jen.Id("code"), jen.Id("reason")),
	)
	x.output = append(x.output, strconv.Itoa(e.Close.Code)+" "+strconv.Quote(reason))
	return x
}

// decodeClose shows how a client reads with what a WebSocket was closed.
//
//	err := aui.DecodeClose(1011, "Internal error")
//	fmt.Println(errors.Is(err, aui.ErrInternal))
func (g *gallery) decodeClose() *example {
	e, reason := g.closing()
	if e == nil {
		return nil
	}
	x := &example{name: "ExampleDecodeClose", doc: "The code and the reason with which a WebSocket was closed give the error back."}
	x.add(jen.Err().Op(":=").Add(g.in.name("DecodeClose")).Call(jen.Lit(e.Close.Code), text(reason)))
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(e.Const)), "true")
	return x
}

// closing is an entry that closes a WebSocket and is recognised by it, with the
// reason; nil if there is none.
func (g *gallery) closing() (*model.Entry, string) {
	if !g.catalog.HasClose {
		return nil, ""
	}
	for _, e := range g.ranked {
		if e.Close == nil {
			continue
		}
		reason := g.program.EncodeClose(e, constructed(e))
		if found := g.program.DecodeClose(e.Close.Code, reason); found.Outcome.Entry == e {
			return e, reason
		}
	}
	return nil, ""
}
