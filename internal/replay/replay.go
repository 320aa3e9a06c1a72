// Package replay runs the engine over a catalog as its generated package will, before
// there is one: it renders samples, and decodes the documented examples. The data of
// entries has the Go types that the package declares, made by reflection.
package replay

import (
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// Program is a catalog that is run.
type Program struct {
	program  *lower.Program
	table    errgen.Table
	exchange any // pointer to the struct of exchange values, set to their examples
}

// New makes a resolved catalog ready to run.
func New(c *model.Catalog) *Program { return Of(lower.Lower(c)) }

// Of is New for a catalog whose table there is.
func Of(program *lower.Program) *Program {
	p := &Program{program: program, table: *program.Table}
	p.table.Hooks = hooks{}
	p.table.Compile = func(expr string) (errgen.Regexp, error) { return regexp.Compile(expr) }
	p.table.Entries = slices.Clone(p.table.Entries)
	for i, e := range program.Catalog.Entries {
		if e.TypeName != "" {
			p.table.Entries[i].Preset = p.preset(e, &p.table.Entries[i])
		}
	}
	p.exchange = p.exchangeExamples()
	return p
}

// Lowered is the table that is run, with what it is made of.
func (p *Program) Lowered() *lower.Program { return p.program }

// preset makes an entry's data as its constructor does.
func (p *Program) preset(e *model.Entry, row *errgen.Entry) func() any {
	made := sync.OnceValue(func() reflect.Type { return newGoTypes().data(e) })
	return func() any {
		data := reflect.New(made())
		for i, param := range e.Params {
			if param.Default != nil {
				p.set(row, data, i+first(e), *param.Default)
			}
		}
		return data.Interface()
	}
}

// first is the field of an entry's first param: the status stands before it.
func first(e *model.Entry) int {
	if e.StatusParam {
		return 1
	}
	return 0
}

func (p *Program) set(row *errgen.Entry, data reflect.Value, i int, v model.Value) {
	p.table.SetParam(&row.Params[i], data.Elem().Field(i), string(v.AppendJSON(nil)))
}

// exchangeExamples are the exchange values of samples.
func (p *Program) exchangeExamples() any {
	exchange := p.program.Catalog.Exchanges()
	values := reflect.New(newGoTypes().exchange(exchange))
	for i, x := range exchange {
		if x.Schema != nil && x.Schema.Example != nil {
			p.table.SetParam(&p.table.Exchange[i], values.Elem().Field(i), string(x.Schema.Example.AppendJSON(nil)))
		}
	}
	return values.Interface()
}

// occurrence is an error of the catalog, raised.
func (p *Program) occurrence(t *errgen.Table, row errgen.Row, e *model.Entry, status int, params map[*model.Param]model.Value) errgen.Occurrence {
	o := errgen.Occurrence{Row: row}
	if e.TypeName == "" {
		return o
	}
	entry := &t.Entries[row-errgen.First]
	data := reflect.New(reflect.TypeOf(entry.Preset()).Elem())
	if e.StatusParam {
		data.Elem().Field(0).SetInt(int64(status))
	}
	for i, param := range e.Params {
		if v, ok := params[param]; ok {
			p.set(entry, data, i+first(e), v)
		}
	}
	o.Data = data.Interface()
	return o
}

// Encode returns an occurrence of an entry as it is written in one of its
// envelopes: the status, the catalog's header lines, Content-Type first, and the
// body. A status of 0 is the entry's own. Params that are not given are absent.
// Exchange values are the examples of their schemas.
func (p *Program) Encode(e *model.Entry, env *model.Envelope, status int, params map[*model.Param]model.Value) (int, []model.SampleHeader, []byte) {
	t, row := p.inEnvelope(e, env)
	if row == 0 {
		return 0, nil, nil
	}
	var out errgen.Outgoing
	t.Send(&out, p.occurrence(t, row, e, status, params))
	out.SetExchange(p.exchange)
	written, header, body := t.Encode(&out)
	return written, sampleHeaders(&t.Entries[row-errgen.First], header), body
}

// inEnvelope is a table in which the entry is written in an envelope, and its row
// there, which is 0 if it cannot be.
func (p *Program) inEnvelope(e *model.Entry, env *model.Envelope) (*errgen.Table, errgen.Row) {
	row := p.program.Rows[e]
	if env == e.Envelope {
		return &p.table, row
	}
	if !slices.Contains(e.Reads, env) {
		return nil, 0
	}
	t := p.table
	t.Entries = []errgen.Entry{p.program.In(t.Entries[row-errgen.First], e, env)}
	return &t, errgen.First
}

// sampleHeaders lists the headers that the catalog knows, in its order.
func sampleHeaders(e *errgen.Entry, header http.Header) []model.SampleHeader {
	var lines []model.SampleHeader
	names := []string{"Content-Type"}
	for i := range e.Headers {
		if !slices.Contains(names, e.Headers[i].Name) {
			names = append(names, e.Headers[i].Name)
		}
	}
	for _, name := range names {
		for _, value := range header[name] {
			lines = append(lines, model.SampleHeader{Name: name, Value: value})
		}
	}
	return lines
}

// EncodeText returns what Error says of an occurrence.
func (p *Program) EncodeText(e *model.Entry, params map[*model.Param]model.Value) string {
	o := p.occurrence(&p.table, p.program.Rows[e], e, 0, params)
	return p.table.Text(&o)
}

// EncodeClose returns the close reason of an occurrence.
func (p *Program) EncodeClose(e *model.Entry, params map[*model.Param]model.Value) string {
	o := p.occurrence(&p.table, p.program.Rows[e], e, 0, params)
	_, reason := p.table.CloseFrame(&o)
	return reason
}

// Beside reports whether two errors of one repeated envelope can go out as one response.
func (p *Program) Beside(first *model.Entry, firstParams map[*model.Param]model.Value, other *model.Entry, params map[*model.Param]model.Value) bool {
	return p.table.Beside(p.occurrence(&p.table, p.program.Rows[first], first, 0, firstParams), p.occurrence(&p.table, p.program.Rows[other], other, 0, params))
}

// EncodeList returns the body of several errors in a repeated envelope that they
// share.
func (p *Program) EncodeList(es []*model.Entry, env *model.Envelope, params []map[*model.Param]model.Value) []byte {
	t := p.table
	t.Entries = slices.Clone(t.Entries)
	os := make([]errgen.Occurrence, len(es))
	for i, e := range es {
		os[i] = p.occurrence(&p.table, p.program.Rows[e], e, 0, params[i])
		if in, row := p.inEnvelope(e, env); row != 0 {
			t.Entries[p.program.Rows[e]-errgen.First] = in.Entries[row-errgen.First]
		}
	}
	var out errgen.Outgoing
	t.Send(&out, os...)
	out.SetExchange(p.exchange)
	_, _, body := t.Encode(&out)
	return body
}

// Decoded is an error that a response holds.
type Decoded struct {
	Outcome  model.Outcome
	Envelope *model.Envelope        // nil if the response is of none
	Complete bool                   // all required params were recovered
	Params   map[string]model.Value // by name
	Code     string                 // of an unknown entry: as received
	Text     string                 // what Error says of it
	Within   []Decoded              // the errors that stand in it

	envelope uint16 // of the table, counted from 1; 0: none
	received string // the body, or what stands there in that of another
}

// Decode returns the errors that a response holds; none if it is no error. A
// status of 0 is a response that is read without one.
func (p *Program) Decode(status int, headers []model.SampleHeader, body string) []Decoded {
	return p.within(p.table.Decode(int64(len(body))+1, status, headerOf(headers), []byte(body)))
}

// DecodeHead is Decode for the response to a HEAD request, which has no body.
func (p *Program) DecodeHead(status int, headers []model.SampleHeader) []Decoded {
	request := &http.Request{Method: http.MethodHead}
	return p.within(p.table.DecodeResponse(0, &http.Response{StatusCode: status, Header: headerOf(headers), Request: request}))
}

func headerOf(lines []model.SampleHeader) http.Header {
	header := http.Header{}
	for _, line := range lines {
		header.Add(line.Name, line.Value)
	}
	return header
}

// DecodeClose returns what a WebSocket was closed with.
func (p *Program) DecodeClose(code int, reason string) Decoded {
	err, _ := p.table.DecodeClose(code, reason).(*decodedError)
	if err == nil {
		return Decoded{Outcome: model.Outcome{Kind: model.NoneOutcome}}
	}
	return p.decoded(&err.o)
}

func (p *Program) decoded(o *errgen.Occurrence) Decoded {
	d := Decoded{Outcome: model.Outcome{Kind: model.ListedOutcome}, Text: p.table.Text(o), Within: p.within(p.table.Unwrap(o))}
	d.envelope = o.Envelope
	if o.Response != nil {
		d.received = o.Response.Body
	}
	if o.Envelope > 0 {
		d.Envelope = p.program.Catalog.Envelopes[o.Envelope-1]
	}
	switch o.Row {
	case errgen.Unexpected:
		d.Outcome.Kind = model.UnexpectedOutcome
		return d
	case errgen.Unlisted:
		d.Outcome.Kind = model.UnknownOutcome
		d.Code = o.Data.(*errgen.UnlistedData).Code
		return d
	}
	e := p.program.Catalog.Entries[o.Row-errgen.First]
	d.Outcome.Entry = e
	if d.Complete = o.Data != nil || e.TypeName == ""; o.Data != nil {
		d.Params = p.params(e, o.Data)
	}
	return d
}

// within are the errors that one wraps, those that stand in it, or that one itself.
func (p *Program) within(err error) []Decoded {
	switch err := err.(type) {
	case *decodedError:
		return []Decoded{p.decoded(&err.o)}
	case interface{ Unwrap() []error }:
		var all []Decoded
		for _, one := range err.Unwrap() {
			all = append(all, p.within(one)...)
		}
		return all
	}
	return nil
}

// params are the params in an entry's data.
func (p *Program) params(e *model.Entry, data any) map[string]model.Value {
	values := map[string]model.Value{}
	row := &p.table.Entries[p.program.Rows[e]-errgen.First]
	fields := reflect.ValueOf(data).Elem()
	for i, param := range e.Params {
		k := i + first(e)
		if v, ok := ParseJSON(p.table.ParamJSON(&row.Params[k], fields.Field(k))); ok {
			values[param.Name] = v
		}
	}
	return values
}

// decodedError is an error of a catalog.
type decodedError struct {
	o        errgen.Occurrence
	response errgen.Response
}

// Error is nothing that anybody reads.
func (e *decodedError) Error() string { return "" }

// hooks are what the engine asks of decodedError.
type hooks struct{}

// Read is err as an error of the catalog, if it is one.
func (hooks) Read(err error) errgen.Occurrence {
	if e, ok := err.(*decodedError); ok {
		return e.o
	}
	return errgen.Occurrence{}
}

// Make makes an error.
func (hooks) Make() errgen.Made {
	e := &decodedError{}
	return errgen.Made{Err: e, Occurrence: &e.o, Response: &e.response}
}

// Unlisted is the data of an error that the catalog does not list.
func (hooks) Unlisted(u *errgen.UnlistedData) any { return u }

// Scalar is what a pointer to a union points to.
func (hooks) Scalar(pointer any) *errgen.Scalar {
	u, _ := pointer.(*errgen.Scalar)
	return u
}
