package golang

import (
	"bytes"
	"encoding/json"
	"net/http"
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
	of := g.documented()
	if of == nil {
		of = g.lead
	}
	if of == nil {
		return nil
	}
	x := &example{name: "ExampleDecode", doc: "The bytes of a response give the error back."}
	if len(of.params) > 0 {
		x.doc = "The bytes of a response give the error back, with the values in it."
	}
	header := jen.Nil()
	read, ok := g.gives(of, nil)
	if !ok {
		header, read = jen.Id("header"), of.read
		x.add(jen.Id("header").Op(":=").Add(headerValue(of.headers)))
	}
	x.add(
		jen.Id("body").Op(":=").Add(bodyValue(of.body)),
		jen.Err().Op(":=").Add(g.in.name("Decode")).Call(jen.Lit(of.status), header, jen.Index().Byte().Parens(jen.Id("body"))),
	)
	x.print(jen.Err(), read)
	g.match(x, of)
	return x
}

// maxBody is how long a body in an example may be.
const maxBody = 600

// documented is the documented response that shows most: with params, else the
// first; nil if none can be shown.
func (g *gallery) documented() *exhibit {
	var best *exhibit
	for _, doc := range g.catalog.Examples[:min(len(g.catalog.Examples), tries)] {
		simple := doc.HasBody && doc.Status >= 400 && len(doc.Waivers) == 0 && len(doc.Body) <= maxBody
		if !simple || len(doc.Outcomes) != 1 || doc.Outcomes[0].Entry == nil {
			continue
		}
		x := g.received(doc)
		if x == nil || best != nil && len(x.params) == 0 {
			continue
		}
		best = x
		if p := x.entry.TellingParam(); p != nil {
			if _, ok := printedValue(x.params[p], p.Go, p.Schema); ok {
				return x
			}
		}
	}
	return best
}

// received is a documented response, decoded; nil if what is printed of it cannot
// be told.
func (g *gallery) received(doc *model.Example) *exhibit {
	found := g.program.Decode(doc.Status, doc.Headers, doc.Body)
	if len(found) != 1 || found[0].Outcome.Entry == nil || !found[0].Complete || found[0].Outcome.Entry.StatusParam {
		return nil
	}
	x := &exhibit{entry: found[0].Outcome.Entry, params: map[*model.Param]model.Value{}, status: doc.Status, headers: doc.Headers, body: doc.Body}
	for _, p := range x.entry.Params {
		if v, ok := found[0].Params[p.Name]; ok {
			x.params[p] = v
		}
	}
	x.read = found[0].Text
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
	const status, page = 502, "<h1>Bad Gateway</h1>"
	headers := []model.SampleHeader{{Name: "Content-Type", Value: "text/html"}}
	found := g.program.Decode(status, headers, page)
	if len(found) != 1 || found[0].Outcome.Kind != model.UnexpectedOutcome {
		return nil
	}
	x := &example{name: "ExampleDecode_unexpected", doc: "What a proxy answers is an error, too, and what was received is kept."}
	x.add(
		jen.Id("header").Op(":=").Add(headerValue(headers)),
		jen.Err().Op(":=").Add(g.in.name("Decode")).Call(jen.Lit(status), jen.Id("header"), jen.Index().Byte().Parens(text(page))),
	)
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name("ErrUnexpectedResponse")), "true")
	x.print(g.in.name("ResponseOf").Call(jen.Err()).Dot("StatusCode"), "502")
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
	if g.lead == nil {
		return nil
	}
	x := &example{name: "ExampleEncode", doc: "A test of a client makes the response that the client is to understand."}
	raised := g.raise(x, g.lead.entry)
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
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(g.lead.entry.Const)), "true")
	return x
}
