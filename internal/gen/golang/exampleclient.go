package golang

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// decode shows a documented response, else a rendered one.
//
//	body := `{"code":"ACCESS_DENIED","message":"The case has been closed for more than 45 days."}`
//	err := axway.Decode(403, nil, []byte(body))
//	fmt.Println(err)
//	…
func (g *gallery) decode() *example {
	of := g.Received
	if of == nil {
		return nil
	}
	x := &example{name: "ExampleDecode", doc: "The bytes of a response give the error back."}
	if len(of.Params) > 0 {
		x.doc = "The bytes of a response give the error back, with the values in it."
	}
	header := jen.Nil()
	if of.Headers != nil {
		header = jen.Id("header")
		x.add(jen.Id("header").Op(":=").Add(headerValue(of.Headers)))
	}
	x.add(
		jen.Id("body").Op(":=").Add(bodyValue(string(of.Body))),
		jen.Err().Op(":=").Add(g.in.name("Decode")).Call(jen.Lit(of.Status), header, jen.Index().Byte().Parens(jen.Id("body"))),
	)
	x.print(jen.Err(), of.Read)
	g.match(x, of)
	return x
}

// headerValue is a literal of header lines, under the names by which net/http
// looks them up.
func headerValue(headers []model.SampleHeader) jen.Code {
	var names []string
	lines := map[string][]jen.Code{}
	for _, h := range headers {
		name := http.CanonicalHeaderKey(h.Name)
		if lines[name] == nil {
			names = append(names, name)
		}
		lines[name] = append(lines[name], text(h.Value))
	}
	var members []jen.Code
	for _, name := range names {
		members = append(members, text(name).Op(":").Values(lines[name]...))
	}
	return jen.Qual("net/http", "Header").Values(members...)
}

// bodyValue is a literal of a body. A long one in JSON has a line for each
// member, which changes nothing of its meaning.
func bodyValue(body string) jen.Code {
	var compact, indented bytes.Buffer
	if json.Compact(&compact, []byte(body)) != nil {
		return text(body)
	}
	if compact.Len() <= longLine || json.Indent(&indented, []byte(body), "", "  ") != nil {
		return text(compact.String())
	}
	for line := range strings.SplitSeq(indented.String(), "\n") {
		if !gocode.IsPrintable(line) || strings.Contains(line, "`") {
			return text(compact.String())
		}
	}
	return jen.Op("`" + indented.String() + "`")
}

// decodePage shows a response that is not the API's.
//
//	header := http.Header{"Content-Type": {"text/html"}}
//	err := axway.Decode(502, header, []byte("<h1>Bad Gateway</h1>"))
//	fmt.Println(errors.Is(err, axway.ErrUnexpectedResponse))
//	fmt.Println(axway.ResponseOf(err).StatusCode)
func (g *gallery) decodePage() *example {
	if g.Page == nil {
		return nil
	}
	page := string(g.Page.Body)
	x := &example{name: "ExampleDecode_unexpected", doc: "What a proxy answers is an error, too, and what was received is kept."}
	x.add(
		jen.Id("header").Op(":=").Add(headerValue(g.Page.Headers)),
		jen.Err().Op(":=").Add(g.in.name("Decode")).Call(jen.Lit(g.Page.Status), jen.Id("header"), jen.Index().Byte().Parens(text(page))),
	)
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name("ErrUnexpectedResponse")), "true")
	x.print(g.in.name("ResponseOf").Call(jen.Err()).Dot("StatusCode"), strconv.Itoa(g.Page.Status))
	x.print(g.in.name("ResponseOf").Call(jen.Err()).Dot("Body"), page)
	return x
}

// encode shows how a test of a client gets a response.
//
//	status, header, body := axway.Encode(axway.NewCaseClosed(45))
//	resp := &http.Response{StatusCode: status, Header: header, Body: io.NopCloser(bytes.NewReader(body))}
//	err := axway.DecodeResponse(resp)
//	fmt.Println(status, errors.Is(err, axway.ErrCaseClosed))
func (g *gallery) encode() *example {
	if g.Lead == nil {
		return nil
	}
	x := &example{name: "ExampleEncode", doc: "A test of a client makes the response that the client is to understand."}
	raised := g.raise(x, g.Lead.Entry)
	x.add(
		jen.List(jen.Id("status"), jen.Id("header"), jen.Id("body")).Op(":=").Add(g.in.name("Encode")).Call(raised),
		jen.Id("resp").Op(":=").Op("&").Qual("net/http", "Response").Custom(
			jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true},
			jen.Id("StatusCode").Op(":").Id("status"),
			jen.Id("Header").Op(":").Id("header"),
			jen.Id("Body").Op(":").Qual("io", "NopCloser").Call(jen.Qual("bytes", "NewReader").Call(jen.Id("body"))),
		),
		jen.Line(),
		jen.Err().Op(":=").Add(g.in.name("DecodeResponse")).Call(jen.Id("resp")),
	)
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(g.Lead.Entry.Const)), "true")
	return x
}
