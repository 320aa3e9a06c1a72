package golang

import (
	"slices"
	"strconv"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/model"
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
	if g.lead == nil {
		return nil
	}
	x := &example{name: "Example", doc: "A server returns an error from a handler, and a client recognises it in the response."}
	raised := &example{}
	raised.add(jen.Return(g.raise(raised, g.lead.entry)))
	x.add(
		jen.Id("server").Op(":=").Qual("net/http/httptest", "NewServer").Call(g.in.name("Handler").Call(handlerFunc(raised.lines))),
		jen.Defer().Id("server").Dot("Close").Call(),
		jen.Line(),
		jen.List(jen.Id("resp"), jen.Err()).Op(":=").Qual("net/http", "Get").Call(jen.Id("server").Dot("URL")),
		jen.If(jen.Err().Op("!=").Nil()).Block(jen.Qual("fmt", "Println").Call(jen.Err()), jen.Return()),
		jen.Defer().Id("resp").Dot("Body").Dot("Close").Call(),
		jen.Err().Op("=").Add(g.in.name("DecodeResponse")).Call(jen.Id("resp")),
	)
	x.print(jen.Err(), g.lead.read)
	g.match(x, g.lead)
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
	if g.lead == nil {
		return nil
	}
	x := &example{name: "ExampleWriteError", doc: "The response is the documented one."}
	raised := g.raise(x, g.lead.entry)
	x.add(recorder(), g.in.name("WriteError").Call(jen.Id("w"), raised))
	x.print(jen.Id("w").Dot("Code"), strconv.Itoa(g.lead.status))
	for _, h := range g.lead.headers[:min(len(g.lead.headers), 1)] {
		x.print(jen.Id("w").Dot("Header").Call().Dot("Get").Call(jen.Lit(h.Name)), h.Value)
	}
	if g.lead.body != "" && g.lead.hasOneOrder() && !g.suppliesExamples() {
		x.print(jen.Id("w").Dot("Body"), g.lead.body)
	}
	return x
}

// hasOneOrder reports whether Go writes the members of the values in the engine's
// order: a map of several is written in the order of its keys.
func (x *exhibit) hasOneOrder() bool {
	for _, v := range x.params {
		if hasSeveralMembers(v) {
			return false
		}
	}
	return true
}

func hasSeveralMembers(v model.Value) bool {
	return len(v.Members) > 1 || slices.ContainsFunc(v.Items, hasSeveralMembers) ||
		slices.ContainsFunc(v.Members, func(m model.Member) bool { return hasSeveralMembers(m.Value) })
}

// suppliesExamples reports whether the engine fills in exchange values that a
// writer without a hook leaves out.
func (g *gallery) suppliesExamples() bool {
	for _, v := range g.catalog.Exchanges() {
		if v.Schema.Example != nil && g.lead.entry.Envelope.Body.HoldsExchange(v) {
			return true
		}
	}
	return false
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
	if g.lead == nil {
		return nil
	}
	x := &example{name: "ExampleResponder", doc: "A hook is told each error with its cause, which the client never sees."}
	logged := g.lead.text + ": " + cause
	request := func() *jen.Statement { return jen.Op("*").Qual("net/http", "Request") }
	hooks := []jen.Code{jen.Id("OnError").Op(":").Func().
		Params(jen.Id("r").Add(request()), jen.Err().Error(), jen.Id("written").Add(g.in.name("ID"))).
		Block(printAfter("log:", jen.Err(), logged))}
	x.output = append(x.output, labelled("log:", logged))
	supplied := g.supplied()
	if supplied != nil {
		x.doc += " Another supplies what belongs to the request."
		hooks = append(hooks, jen.Id("Exchange").Op(":").Func().
			Params(jen.Id("r").Add(request()), jen.Id("x").Op("*").Add(g.in.name("Exchange"))).
			Block(
				jen.Id("id").Op(":=").Id("r").Dot("Header").Dot("Get").Call(jen.Lit("X-Request-Id")),
				jen.Id("x").Dot(supplied.GoName).Op("=").Op("&").Id("id"),
			))
	}
	raised := &example{}
	raised.add(jen.Return(g.raise(raised, g.lead.entry).Dot("WithCause").Call(jen.Qual("errors", "New").Call(jen.Lit(cause)))))
	x.add(
		jen.Id("responder").Op(":=").Add(g.in.name("Responder")).Custom(jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}, hooks...),
		jen.Id("handler").Op(":=").Id("responder").Dot("Handler").Call(handlerFunc(raised.lines)),
		jen.Line(),
		recorder(),
		jen.Id("request").Op(":=").Qual("net/http/httptest", "NewRequest").Call(jen.Qual("net/http", "MethodGet"), jen.Lit("/"), jen.Nil()),
	)
	if supplied != nil {
		x.add(jen.Id("request").Dot("Header").Dot("Set").Call(jen.Lit("X-Request-Id"), jen.Lit(requestID)))
	}
	x.add(jen.Id("handler").Dot("ServeHTTP").Call(jen.Id("w"), jen.Id("request")))
	x.printAfter("client:", g.recorded(), g.lead.read)
	if supplied != nil {
		x.printAfter("id:", jen.Qual("strings", "Contains").Call(g.lead.suppliedAt(supplied), jen.Lit(requestID)), "true")
	}
	return x
}

// supplied is an exchange value of the lead's response that can be any text; nil if
// there is none.
func (g *gallery) supplied() *model.Exchange {
	for _, v := range g.catalog.Exchanges() {
		if v.Go.Kind == model.GoString && v.Go.Pointers == 1 && g.lead.suppliedAt(v) != nil {
			return v
		}
	}
	return nil
}

// suppliedAt is an expression for the text in which a recorded response has an
// exchange value: a header or the body; nil if it has it nowhere.
func (x *exhibit) suppliedAt(v *model.Exchange) *jen.Statement {
	env := x.entry.Envelope
	for _, h := range env.Headers {
		if h.Exchange == v && !h.Alias {
			return jen.Id("w").Dot("Header").Call().Dot("Get").Call(jen.Lit(h.Name))
		}
	}
	if env.Body.HoldsExchange(v) {
		return jen.Id("w").Dot("Body").Dot("String").Call()
	}
	return nil
}

// several shows errors that share a response.
//
//	w := httptest.NewRecorder()
//	avalara.WriteError(w, errors.Join(avalara.ErrA, avalara.ErrB))
//	err := avalara.Decode(w.Code, w.Header(), w.Body.Bytes())
//	fmt.Println(errors.Is(err, avalara.ErrA))
//	fmt.Println(errors.Is(err, avalara.ErrB))
func (g *gallery) several() *example {
	all := g.together()
	if len(all) < 2 {
		return nil
	}
	x := &example{name: "ExampleWriteError_several", doc: "Several errors make one response, and are found in it again."}
	var raised, tests []jen.Code
	for _, e := range all {
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

// together are two entries that one response holds.
func (g *gallery) together() []*model.Entry {
	var first *exhibit
	second := g.first(func(next *exhibit) bool {
		switch env := next.entry.Envelope; {
		case env.Repeated == nil || first != nil && first.entry.Envelope != env:
			return false
		case first == nil:
			first = next
			return false
		}
		all := []*model.Entry{first.entry, next.entry}
		body := g.program.EncodeList(all, first.entry.Envelope, []map[*model.Param]model.Value{first.params, next.params})
		found := g.program.Decode(first.status, first.headers, string(body))
		return len(found) == 2 && found[0].Outcome.Entry == first.entry && found[1].Outcome.Entry == next.entry
	})
	if second == nil {
		return nil
	}
	return []*model.Entry{first.entry, second.entry}
}
