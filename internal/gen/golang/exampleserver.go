package golang

import (
	"strconv"

	"github.com/dave/jennifer/jen"
)

// exchangeOfErrors shows the whole: a server that raises an error and a client
// that recognises it.
//
//	func Example() {
//		server := httptest.NewServer(axway.Handler(func(w http.ResponseWriter, r *http.Request) error {
//			return axway.NewCaseClosed(45)
//		}))
//		defer server.Close()
//
//		resp, err := http.Get(server.URL)
//		if err != nil {
//			fmt.Println(err)
//			return
//		}
//		defer resp.Body.Close()
//		err = axway.DecodeResponse(resp)
//		fmt.Println(err)
//		…
func (g *gallery) exchangeOfErrors() *example {
	if g.Lead == nil {
		return nil
	}
	x := &example{name: "Example", doc: "A server returns an error from a handler, and a client recognises it in the response."}
	raised := &example{}
	raised.add(jen.Return(g.raise(raised, g.Lead.Entry)))
	x.add(
		jen.Id("server").Op(":=").Qual("net/http/httptest", "NewServer").Call(g.in.name("Handler").Call(handlerFunc(raised.lines))),
		jen.Defer().Id("server").Dot("Close").Call(),
		jen.Line(),
		jen.List(jen.Id("resp"), jen.Err()).Op(":=").Qual("net/http", "Get").Call(jen.Id("server").Dot("URL")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Qual("fmt", "Println").Call(jen.Err()), jen.Return()),
		jen.Defer().Id("resp").Dot("Body").Dot("Close").Call(),
		jen.Err().Op("=").Add(g.in.name("DecodeResponse")).Call(jen.Id("resp")),
	)
	x.print(jen.Err(), g.Lead.Read)
	g.match(x, g.Lead)
	return x
}

// handlerFunc is the function that Handler takes.
func handlerFunc(lines []jen.Code) *jen.Statement {
	return jen.Func().Params(jen.Id("w").Qual("net/http", "ResponseWriter"), jen.Id("r").Op("*").Qual("net/http", "Request")).
		Error().Block(lines...)
}

// recorder declares a response in memory.
func recorder() jen.Code {
	return jen.Id("w").Op(":=").Qual("net/http/httptest", "NewRecorder").Call()
}

// recorded is the recorder's response, decoded.
func (g *gallery) recorded() *jen.Statement {
	w := func() *jen.Statement { return jen.Id("w") }
	return g.in.name("Decode").Call(w().Dot("Code"), w().Dot("Header").Call(), w().Dot("Body").Dot("Bytes").Call())
}

// writeError shows what is on the wire.
//
//	w := httptest.NewRecorder()
//	axway.WriteError(w, axway.NewCaseClosed(45))
//	fmt.Println(w.Code)
//	fmt.Println(w.Body)
func (g *gallery) writeError() *example {
	if g.Lead == nil {
		return nil
	}
	x := &example{name: "ExampleWriteError", doc: "The response is the documented one."}
	raised := g.raise(x, g.Lead.Entry)
	x.add(recorder(), g.in.name("WriteError").Call(jen.Id("w"), raised))
	x.print(jen.Id("w").Dot("Code"), strconv.Itoa(g.Lead.Status))
	for _, h := range g.Lead.Headers[:min(len(g.Lead.Headers), 1)] {
		x.print(jen.Id("w").Dot("Header").Call().Dot("Get").Call(jen.Lit(h.Name)), h.Value)
	}
	if len(g.Lead.Body) > 0 && g.Lead.Settled {
		x.print(jen.Id("w").Dot("Body"), string(g.Lead.Body))
	}
	return x
}

// responder shows the hooks.
//
//	responder := axway.Responder{
//		OnError: func(r *http.Request, err error, written axway.ID) {
//			fmt.Println("log:", err)
//		},
//	}
//	handler := responder.Handler(func(w http.ResponseWriter, r *http.Request) error {
//		return axway.NewCaseClosed(45).WithCause(errors.New("the database is down"))
//	})
//	w := httptest.NewRecorder()
//	handler.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
//	fmt.Println("client:", axway.Decode(w.Code, w.Header(), w.Body.Bytes()))
func (g *gallery) responder() *example {
	const cause, requestID = "the database is down", "7f3a"
	if g.Lead == nil {
		return nil
	}
	x := &example{name: "ExampleResponder", doc: "A hook is told each error with its cause, which the client never sees."}
	logged := g.Lead.Text + ": " + cause
	request := func() *jen.Statement { return jen.Op("*").Qual("net/http", "Request") }
	hooks := []jen.Code{jen.Id("OnError").Op(":").Func().
		Params(jen.Id("r").Add(request()), jen.Err().Error(), jen.Id("written").Add(g.in.name("ID"))).
		Block(printAfter("log:", jen.Err(), logged))}
	x.output = append(x.output, labelled("log:", logged))
	if g.Supplied != nil {
		x.doc += " Another supplies what belongs to the request."
		hooks = append(hooks, jen.Id("Exchange").Op(":").Func().
			Params(jen.Id("r").Add(request()), jen.Id("x").Op("*").Add(g.in.name("Exchange"))).
			Block(
				jen.Id("id").Op(":=").Id("r").Dot("Header").Dot("Get").Call(jen.Lit("X-Request-Id")),
				jen.Id("x").Dot(g.Supplied.GoName).Op("=").Op("&").Id("id"),
			))
	}
	raised := &example{}
	raised.add(jen.Return(g.raise(raised, g.Lead.Entry).Dot("WithCause").Call(jen.Qual("errors", "New").Call(jen.Lit(cause)))))
	x.add(
		jen.Id("responder").Op(":=").Add(g.in.name("Responder")).Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, hooks...),
		jen.Id("handler").Op(":=").Id("responder").Dot("Handler").Call(handlerFunc(raised.lines)),
		jen.Line(),
		recorder(),
		jen.Id("request").Op(":=").Qual("net/http/httptest", "NewRequest").Call(jen.Qual("net/http", "MethodGet"), jen.Lit("/"), jen.Nil()),
	)
	if g.Supplied != nil {
		x.add(jen.Id("request").Dot("Header").Dot("Set").Call(jen.Lit("X-Request-Id"), jen.Lit(requestID)))
	}
	x.add(jen.Id("handler").Dot("ServeHTTP").Call(jen.Id("w"), jen.Id("request")))
	x.printAfter("client:", g.recorded(), g.Lead.Read)
	if g.Supplied != nil {
		x.printAfter("id:", jen.Qual("strings", "Contains").Call(g.supplied(), jen.Lit(requestID)), "true")
	}
	return x
}

// supplied is an expression for the text in which a recorded response has the value
// that was supplied: a header or the body.
func (g *gallery) supplied() *jen.Statement {
	if h := g.Lead.Envelope.HeaderOf(g.Supplied); h != nil {
		return jen.Id("w").Dot("Header").Call().Dot("Get").Call(jen.Lit(h.Name))
	}
	return jen.Id("w").Dot("Body").Dot("String").Call()
}

// several shows errors that share a response.
//
//	w := httptest.NewRecorder()
//	avalara.WriteError(w, errors.Join(avalara.ErrA, avalara.ErrB))
//	err := avalara.Decode(w.Code, w.Header(), w.Body.Bytes())
//	fmt.Println(errors.Is(err, avalara.ErrA))
//	fmt.Println(errors.Is(err, avalara.ErrB))
func (g *gallery) several() *example {
	if g.Together == nil {
		return nil
	}
	x := &example{name: "ExampleWriteError_several", doc: "Several errors make one response, and are found in it again."}
	var raised, tests []jen.Code
	for _, e := range g.Together {
		raised = append(raised, g.raise(x, e))
		tests = append(tests, jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(e.Const)))
	}
	x.add(
		recorder(),
		g.in.name("WriteError").Call(jen.Id("w"), jen.Qual("errors", "Join").Call(raised...)),
		jen.Err().Op(":=").Add(g.recorded()),
	)
	for _, test := range tests {
		x.print(test, "true")
	}
	return x
}
