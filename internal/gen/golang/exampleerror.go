package golang

import (
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
	if g.Lead == nil {
		return nil
	}
	x := &example{name: "ExampleError_WithCause", doc: "A cause is for logs and for errors.Is; it is never written."}
	if g.Lead.Entry.RaisedByID() {
		x.name = "ExampleID_WithCause"
	}
	raised := g.raise(x, g.Lead.Entry)
	x.add(jen.Err().Op(":=").Add(raised).Dot("WithCause").Call(jen.Qual("io", "ErrUnexpectedEOF")))
	x.print(jen.Err(), g.Lead.Text+": unexpected EOF")
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), jen.Qual("io", "ErrUnexpectedEOF")), "true")
	return x
}

// ancestor shows that an error is what its ancestors are.
//
//	err := axway.NewCaseClosed(45)
//	fmt.Println(errors.Is(err, axway.ErrAccessDenied))
//	fmt.Println(err.ID().Parent().Name())
func (g *gallery) ancestor() *example {
	e := g.Kind
	if e == nil {
		return nil
	}
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
	if g.Told == nil {
		return nil
	}
	e, other := g.Told[0], g.Told[1]
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
	if g.Full == nil {
		return nil
	}
	x := &example{name: "ExampleNew", doc: "What is optional is set in the data."}
	data := g.data(x, g.Full)
	x.add(jen.Err().Op(":=").Add(g.in.name("New")).Call(data))
	x.print(jen.Err(), g.FullText)
	return x
}

// closeFrame shows how an error closes a WebSocket.
//
//	code, reason := aui.CloseFrame(aui.ErrInternal)
//	fmt.Printf("%d %q\n", code, reason)
func (g *gallery) closeFrame() *example {
	if g.Closing == nil {
		return nil
	}
	x := &example{name: "ExampleCloseFrame", doc: "An error closes a WebSocket with its code and reason."}
	raised := g.raise(x, g.Closing)
	x.add(
		jen.List(jen.Id("code"), jen.Id("reason")).Op(":=").Add(g.in.name("CloseFrame")).Call(raised),
		jen.Qual("fmt", "Printf").Call(jen.Lit("%d %q\n"), jen.Id("code"), jen.Id("reason")),
	)
	x.output = append(x.output, strconv.Itoa(g.Closing.Close.Code)+" "+strconv.Quote(g.Reason))
	return x
}

// decodeClose shows how a client reads with what a WebSocket was closed.
//
//	err := aui.DecodeClose(1011, "Internal error")
//	fmt.Println(errors.Is(err, aui.ErrInternal))
func (g *gallery) decodeClose() *example {
	if g.Closing == nil {
		return nil
	}
	x := &example{name: "ExampleDecodeClose", doc: "The code and the reason with which a WebSocket was closed give the error back."}
	x.add(jen.Err().Op(":=").Add(g.in.name("DecodeClose")).Call(jen.Lit(g.Closing.Close.Code), text(g.Reason)))
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(g.Closing.Const)), "true")
	return x
}
