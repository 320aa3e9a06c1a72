package support

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// dynamicValue is a param's value in the generator, which has no Go type for it:
// its JSON text, "" if it is absent.
type dynamicValue struct{ json string }

// text is the value as it stands in a text.
func (v *dynamicValue) text() string {
	if d, ok := scan(v.json); ok && d.tokens[0].kind == '"' {
		return d.string(0)
	}
	return v.json
}

// parse takes the value of token i if it has the schema's type.
func (v *dynamicValue) parse(t *table, d document, i, s int) bool {
	if !t.parse(d, i, s, nil) {
		return false
	}
	v.json = d.source(i)
	return true
}

// parseText takes a text as a value of the schema.
func (v *dynamicValue) parseText(t *table, text string, s int) bool {
	if !t.parseText(text, s, nil) {
		return false
	}
	v.json = text
	if d, ok := scan(text); !ok || t.typesOf(s)&d.jsonType(0) == 0 || t.typesOf(s)&stringType != 0 {
		v.json = string(appendQuoted(nil, text))
	}
	return true
}

// parseMap takes the members of an object that are not taken.
func (v *dynamicValue) parseMap(t *table, d document, i, s int, taken func(string) bool) bool {
	if !t.parseMap(d, i, s, nil, taken) {
		return false
	}
	members := dynamicMembers(nil, d, i, taken)
	if len(members) > 0 {
		v.json = "{" + string(trimComma(members)) + "}"
	}
	return true
}

// appendMembers appends the members that are not taken, each with a comma.
func (v *dynamicValue) appendMembers(b []byte, taken func(string) bool) []byte {
	d, ok := scan(v.json)
	if !ok || d.tokens[0].kind != '{' {
		return b
	}
	return dynamicMembers(b, d, 0, taken)
}

func dynamicMembers(b []byte, d document, i int, taken func(string) bool) []byte {
	for k := i + 1; k < d.tokens[i].next; k = d.tokens[k+1].next {
		if name := d.string(k); taken == nil || !taken(name) {
			b = append(appendQuoted(b, name), ':')
			b = append(append(b, d.source(k+1)...), ',')
		}
	}
	return b
}

// dynamicData is an entry's data in the generator.
type dynamicData struct {
	id     ID
	status *int // not nil: param 0 is the status
	values []dynamicValue
}

// Error is the entry's name; the generator prints no data.
func (d *dynamicData) Error() string { return d.id.Name() }

func (d *dynamicData) at(i int) (ID, any) {
	if d.status != nil {
		if i == 0 {
			return d.id, d.status
		}
		i--
	}
	if i < 0 || i >= len(d.values) {
		return d.id, nil
	}
	return d.id, &d.values[i]
}

// dynamicRecord is the exchange values of a sample.
type dynamicRecord []dynamicValue

func (r dynamicRecord) value(i int) any {
	if i < len(r) && r[i].json != "" {
		return &r[i]
	}
	return nil
}

// Encode returns an occurrence of an entry as it is written in one of its
// envelopes: the status, the catalog's header lines, Content-Type first, and the
// body. A status of 0 is the entry's own. Params that are not given are absent.
// Exchange values are the examples of their schemas.
func (p *Program) Encode(e *model.Entry, env *model.Envelope, status int, params map[*model.Param]model.Value) (int, []model.SampleHeader, []byte) {
	t, id := p.inEnvelope(e, env)
	if id == 0 {
		return 0, nil, nil
	}
	o := occurrence{id: id, data: p.data(e, status, params), exchange: p.exchange}
	header := http.Header{}
	written := t.setHeaders(header, []occurrence{o})
	return written, p.sampleHeaders(t.lookup(id), header), t.appendBody(nil, &o)
}

func (p *Program) data(e *model.Entry, status int, params map[*model.Param]model.Value) *dynamicData {
	data := &dynamicData{id: p.ids[e], values: make([]dynamicValue, len(e.Params))}
	if e.StatusParam {
		data.status = &status
	}
	for i, param := range e.Params {
		if v, ok := params[param]; ok {
			data.values[i].json = string(v.AppendJSON(nil))
		}
	}
	return data
}

// inEnvelope is a table in which the entry is written in an envelope, and its ID
// there, which is 0 if it cannot be.
func (p *Program) inEnvelope(e *model.Entry, env *model.Envelope) (*table, ID) {
	id := p.ids[e]
	if env == e.Envelope {
		return &p.table, id
	}
	if !slices.Contains(e.Reads, env) {
		return nil, 0
	}
	row := *p.table.lookup(id)
	row.body, row.headers = p.lowerer.written(e, env)
	row.status = lowerStatus(e.ReadStatus[slices.Index(e.Reads, env)])
	row.reads = []read{{envelope: p.envelopes[env]}}
	t := p.table
	t.entries = []entry{row}
	return &t, errFirst
}

// sampleHeaders lists the headers that the catalog knows, in its order.
func (p *Program) sampleHeaders(e *entry, header http.Header) []model.SampleHeader {
	var lines []model.SampleHeader
	names := []string{"Content-Type"}
	for i := range e.headers {
		if !slices.Contains(names, e.headers[i].name) {
			names = append(names, e.headers[i].name)
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
	return string(p.table.appendText(nil, occurrence{id: p.ids[e], data: p.data(e, 0, params)}))
}

// EncodeClose returns the close reason of an occurrence.
func (p *Program) EncodeClose(e *model.Entry, params map[*model.Param]model.Value) string {
	row := p.table.lookup(p.ids[e])
	var w writer
	w.begin(&p.table, row, &occurrence{id: p.ids[e], data: p.data(e, 0, params)})
	return cutReason(string(w.run(nil, row.reason)))
}

// EncodeList returns the body of several errors in a repeated envelope that they
// share.
func (p *Program) EncodeList(es []*model.Entry, env *model.Envelope, params []map[*model.Param]model.Value) []byte {
	t := p.table
	t.entries = slices.Clone(t.entries)
	os := make([]occurrence, len(es))
	for i, e := range es {
		os[i] = occurrence{id: p.ids[e], data: p.data(e, 0, params[i]), exchange: p.exchange}
		if in, id := p.inEnvelope(e, env); id != 0 {
			*t.lookup(os[i].id) = *in.lookup(id)
		}
	}
	return t.appendResponse(nil, os)
}

// Decoded is an error that a response holds.
type Decoded struct {
	Outcome  model.Outcome
	Envelope *model.Envelope        // nil if the response is of none
	Complete bool                   // all required params were recovered
	Params   map[string]model.Value // by name
	Code     string                 // of an unknown entry: as received
}

// Decode returns the errors that a response holds; none if it is no error. A
// status of 0 is a response that is read without one.
func (p *Program) Decode(status int, headers []model.SampleHeader, body string) []Decoded {
	header := http.Header{}
	for _, h := range headers {
		header.Add(h.Name, h.Value)
	}
	r := p.table.newReading(status, header, body)
	defer r.release()
	var all []Decoded
	for _, f := range r.identify() {
		all = append(all, p.decoded(r, f))
	}
	return all
}

// DecodeClose returns what a WebSocket was closed with.
func (p *Program) DecodeClose(code int, reason string) Decoded {
	f, r := p.table.identifyClose(&Response{CloseCode: code, CloseReason: reason})
	if f.id == ErrUnlisted {
		return Decoded{Outcome: model.Outcome{Kind: model.UnknownOutcome}, Code: strconv.Itoa(code)}
	}
	d := p.decoded(r, f)
	d.Envelope = nil
	return d
}

func (p *Program) decoded(r *reading, f found) Decoded {
	d := Decoded{Outcome: model.Outcome{Kind: model.ListedOutcome}}
	if f.fit != nil && f.read != nil || f.id == ErrUnlisted {
		d.Envelope = p.catalog.Envelopes[f.fit.env]
	}
	switch f.id {
	case 0:
		d.Outcome.Kind = model.NoneOutcome
		return d
	case ErrUnexpectedResponse:
		d.Outcome.Kind = model.UnexpectedOutcome
		return d
	case ErrUnlisted:
		d.Outcome.Kind = model.UnknownOutcome
		d.Code, _ = r.textOf(f.fit.slots[slotCode])
		return d
	}
	e := p.catalog.Entries[f.id-errFirst]
	d.Outcome.Entry = e
	data, ok := r.data(f).(*dynamicData)
	d.Complete = ok || !p.table.lookup(f.id).hasData()
	if !ok {
		return d
	}
	d.Params = map[string]model.Value{}
	for i, param := range e.Params {
		if v := data.values[i].json; v != "" {
			d.Params[param.Name] = jsonValue(v)
		}
	}
	return d
}

// jsonValue is a JSON text as a model value.
func jsonValue(text string) model.Value {
	d, ok := scan(text)
	if !ok {
		return model.Value{}
	}
	return tokenValue(d, 0)
}

// ParseJSON reads a JSON text (RFC 8259) as a value, members in their order.
func ParseJSON(text string) (model.Value, bool) {
	d, ok := scan(text)
	if !ok {
		return model.Value{}, false
	}
	return tokenValue(d, 0), true
}

func tokenValue(d document, i int) model.Value {
	switch t := d.tokens[i]; t.kind {
	case '"':
		return model.Value{Kind: model.StringValue, Text: d.string(i)}
	case '0':
		return model.Value{Kind: model.NumberValue, Text: d.raw(i)}
	case 't', 'f':
		return model.Value{Kind: model.BoolValue, Bool: t.kind == 't'}
	case '[':
		v := model.Value{Kind: model.ArrayValue}
		for k := i + 1; k < t.next; k = d.tokens[k].next {
			v.Items = append(v.Items, tokenValue(d, k))
		}
		return v
	case '{':
		v := model.Value{Kind: model.ObjectValue}
		for k := i + 1; k < t.next; k = d.tokens[k+1].next {
			v.Members = append(v.Members, model.Member{Name: d.string(k), Value: tokenValue(d, k+1)})
		}
		return v
	}
	return model.Value{Kind: model.NullValue}
}
