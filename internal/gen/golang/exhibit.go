package golang

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// A gallery has the occurrences that examples show.
type gallery struct {
	catalog *model.Catalog
	program *replay.Program
	in      scope
	ranked  []*model.Entry // that can be raised, the one that shows most first
	lead    *exhibit       // is written and read back; nil if there is none
}

// An exhibit is an occurrence: an entry, the values that its constructor takes
// and presets, and how it is written and printed.
type exhibit struct {
	entry   *model.Entry
	params  map[*model.Param]model.Value
	status  int
	headers []model.SampleHeader
	body    string
	text    string // of Error
	read    string // of Error of what the response is decoded to
}

func newGallery(c *model.Catalog, program *replay.Program) *gallery {
	g := &gallery{catalog: c, program: program, in: scope{gocode.Scope(c.ImportName(exampleNames...))}}
	ranks := map[*model.Entry]int{}
	for _, e := range c.Entries {
		if ranks[e] = rank(e); ranks[e] > 0 {
			g.ranked = append(g.ranked, e)
		}
	}
	slices.SortStableFunc(g.ranked, func(a, b *model.Entry) int { return cmp.Compare(ranks[b], ranks[a]) })
	g.lead = g.first(func(*exhibit) bool { return true })
	return g
}

// tries is how many entries are looked at for one that can be shown.
const tries = 64

// first is the first exhibit that fits.
func (g *gallery) first(fits func(*exhibit) bool) *exhibit {
	for _, e := range g.ranked[:min(len(g.ranked), tries)] {
		if x := g.exhibit(e); x != nil && fits(x) {
			return x
		}
	}
	return nil
}

// rank is how much an entry shows; 0 if its values cannot be written, or only at
// great length.
func rank(e *model.Entry) int {
	if !e.Static && e.NewFunc == "" {
		return 0
	}
	n := 20 - 2*min(len(e.Params), 5)
	for _, p := range e.Params {
		if p.Required() && !canWrite(e.Illustration(p), p.Schema) {
			return 0
		}
	}
	if p := e.TellingParam(); p != nil && p.Required() && p.Recoverable {
		if _, ok := printedValue(e.Illustration(p), p.Go, p.Schema); ok {
			n += 20
		}
	}
	if e.Envelope != nil && e.Envelope.Kind == model.JSONBody {
		n += 4
	}
	if e.Code != nil {
		n += 2
	}
	if e.Parent != nil {
		n++
	}
	if e.StatusParam {
		n -= 6
	}
	if e.Deprecated != nil {
		n -= 8
	}
	return n
}

// maxResponse is how long a response and its text may be that examples show.
const maxResponse = 2000

// exhibit writes an entry and reads it back; nil if it has no response of its own,
// or reading does not give the same.
func (g *gallery) exhibit(e *model.Entry) *exhibit {
	if e.Envelope == nil || e.Envelope.Part {
		return nil
	}
	x := &exhibit{entry: e, params: constructed(e)}
	var body []byte
	x.status, x.headers, body = g.program.Encode(e, e.Envelope, e.Status.First(), x.params)
	x.body, x.text = string(body), g.program.EncodeText(e, x.params)
	if x.status < 400 || x.status > 599 || len(x.body)+len(x.text) > maxResponse {
		return nil
	}
	var ok bool
	if x.read, ok = g.gives(x, x.headers); !ok {
		return nil
	}
	return x
}

// gives reports whether the exhibit's response, with some headers, is read as
// what was written, and what Error says of that.
func (g *gallery) gives(x *exhibit, headers []model.SampleHeader) (text string, ok bool) {
	found := g.program.Decode(x.status, headers, x.body)
	if len(found) != 1 || found[0].Outcome.Entry != x.entry || !found[0].Complete {
		return "", false
	}
	for p, v := range x.params {
		if got := found[0].Params[p.Name]; !p.Private && !bytes.Equal(got.AppendJSON(nil), v.AppendJSON(nil)) {
			return "", false
		}
	}
	return found[0].Text, true
}

// constructed are the params of which a constructor's result has values.
func constructed(e *model.Entry) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		switch {
		case p.Required():
			params[p] = e.Illustration(p)
		case p.Default != nil:
			params[p] = *p.Default
		}
	}
	return params
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

// match adds what recognises an exhibit and looks at its data.
//
//	fmt.Println(errors.Is(err, axway.ErrCaseClosed))
//	var data *axway.CaseClosedError
//	if errors.As(err, &data) {
//		fmt.Println(data.Days)
//	}
func (g *gallery) match(x *example, of *exhibit) {
	e := of.entry
	x.print(jen.Qual("errors", "Is").Call(jen.Err(), g.in.name(e.Const)), "true")
	p := e.TellingParam()
	if p == nil || e.TypeName == "" {
		return
	}
	text, ok := printedValue(of.params[p], p.Go, p.Schema)
	if !ok {
		return
	}
	inner := &example{}
	inner.print(jen.Id("data").Dot(p.GoName), text)
	x.output = append(x.output, inner.output...)
	x.add(
		jen.Var().Id("data").Op("*").Add(g.in.name(e.TypeName)),
		jen.If(jen.Qual("errors", "As").Call(jen.Id("err"), jen.Op("&").Id("data"))).Block(inner.lines...),
	)
}

// printedValue is what fmt.Println makes of a value. It is false for one that
// says nothing when printed.
func printedValue(v model.Value, t model.GoType, s *model.Schema) (string, bool) {
	if t.Pointers > 0 {
		return "", false
	}
	switch {
	case v.Kind == model.StringValue && (t.Kind == model.GoString || t.Kind == model.GoNamed && s.Resolved().Kind == model.StringKind):
		return v.Text, v.Text != ""
	case v.Kind == model.BoolValue && t.Kind == model.GoBool:
		return strconv.FormatBool(v.Bool), true
	case v.Kind != model.NumberValue:
		return "", false
	}
	switch t.Kind {
	case model.GoInt64, model.GoInt32:
		n, err := strconv.ParseInt(v.Text, 10, 64)
		return strconv.FormatInt(n, 10), err == nil
	case model.GoUint64:
		n, err := strconv.ParseUint(v.Text, 10, 64)
		return strconv.FormatUint(n, 10), err == nil
	case model.GoFloat64:
		f, err := strconv.ParseFloat(v.Text, 64)
		return fmt.Sprint(f), err == nil
	case model.GoDuration:
		unit := time.Second
		if s.Resolved().Format == "milliseconds" {
			unit = time.Millisecond
		}
		n, err := strconv.ParseInt(v.Text, 10, 32)
		return fmt.Sprint(time.Duration(n) * unit), err == nil
	}
	return "", false
}
