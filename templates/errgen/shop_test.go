package errgen

import (
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"time"
)

// What follows is a catalog as a package has it that errgen generates: its type
// Error, the types of data, its hooks, its table.

// shopError is the package's type Error.
type shopError struct{ o Occurrence }

func (e *shopError) Error() string { return shop.Error(&e.o) }
func (e *shopError) Unwrap() error { return shop.Unwrap(&e.o) }

// shopID is the package's type ID.
type shopID string

func (id shopID) Error() string { return string(id) }

// withCause is an error of the shop with a cause.
func (e *shopError) withCause(err error) *shopError {
	c := *e
	c.o.Cause = err
	return &c
}

// shopUnlisted is the package's type UnlistedError.
type shopUnlisted struct {
	Code  string
	Texts map[string]string
}

// The types of data. The fields are the params in their order.
type (
	orderData struct { // OrderNotFound
		ID   string
		Note *string
	}
	limitData struct { // Limit
		Limit int64
		Wait  time.Duration
	}
	loginData struct{ Password, Host string } // Login
	proxyData struct {                        // Proxy
		Status int
		Host   string
	}
	fieldData struct { // Field, of a list
		Field string
		Index *int64
	}
	wrapData struct { // Wrapped, which holds an error of a part
		Reason error
		More   []error
	}
	causeData  struct{ Word string } // Cause, a part
	roomData   struct{ Room string } // Closed, a close code
	presetData struct {              // Preset
		Days int64
		Plan plan
	}
	openData struct { // Open, with further members
		Kind string
		More map[string]any
	}
	plan struct {
		Name string
		Size *int64
	}
)

// shopHooks are what the package tells of its types.
type shopHooks struct{}

func (shopHooks) Read(err error) Occurrence {
	switch e := any(err).(type) {
	case *shopError:
		if o := (&e.o).Known(); o != nil {
			return *o
		}
	case shopID:
		return Occurrence{Row: shop.RowOf(string(e))}
	}
	return Occurrence{}
}

func (shopHooks) Make() Made {
	received := new(struct {
		response Response
		err      shopError
	})
	return Made{Err: &received.err, Occurrence: &received.err.o, Response: &received.response}
}

func (shopHooks) Unlisted(u *UnlistedData) any { return (*shopUnlisted)(u) }

func (shopHooks) Scalar(pointer any) *Scalar {
	u, _ := pointer.(*choice)
	return (*Scalar)(u)
}

// raised is an error of the shop.
func raised(name string, data any) *shopError {
	row := shop.RowOf(name)
	if row == 0 {
		panic("no entry " + name)
	}
	return &shopError{Occurrence{Row: row, Data: data}}
}

// decodedName is the name of the entry of a decoded error, with those beside it, "" for
// none.
func decodedName(err error) string {
	switch e := any(err).(type) {
	case nil:
		return ""
	case *shopError:
		return shop.Name(e.o.Row)
	case interface{ Unwrap() []error }:
		all := ""
		for _, one := range e.Unwrap() {
			all += decodedName(one) + " "
		}
		return all
	}
	return fmt.Sprintf("%T", err)
}

// dataOf is the data of a decoded error.
func dataOf(err error) any {
	if e := (*shopError)(nil); errors.As(err, &e) {
		return e.o.Data
	}
	return nil
}

// Schemas of the shop.
const (
	textSchema = iota
	countSchema
	waitSchema
	reasonSchema
	reasonsSchema
	planSchema
	moreSchema
	anythingSchema
	statusRow
)

// Envelopes of the shop.
const (
	problemEnvelope = iota
	listEnvelope
	partEnvelope
	textEnvelope
	emptyEnvelope
	openEnvelope
)

// Slots of the fields.
const (
	messageSlot = SlotField0 + iota
	noteSlot
	limitSlot
)

func status(lo, hi uint16) Spans { return Spans{{lo, hi}} }

// problem is how an entry is read in the first envelope.
func problem(facts ...Fact) []Read {
	return []Read{{Envelope: problemEnvelope, Rank: RankConstant, Text: messageSlot, Facts: facts}}
}

var shopEntries = []Entry{
	{
		Name: "Internal", Code: "INTERNAL", Traits: IsStatic, Status: status(500, 500), Text: program("Internal error."),
		Body: program(`{"code":"INTERNAL","message":"Internal error."<ifx0>,"request":<vx0><end>}`), Reads: problem(),
		Close: 1011, Reason: program("Internal error."), Causes: []Fact{{Slot: messageSlot, Want: program("Internal error."), Proof: true}},
	},
	{
		Name: "NotFound", Code: "NOT_FOUND", Traits: IsStatic, Status: status(404, 404), Text: program("There is no such thing."),
		Body: program(`{"code":"NOT_FOUND","message":"There is no such thing."}`), Reads: problem(), DocURL: "https://shop.example/NotFound",
	},
	{
		Name: "OrderNotFound", Code: "ORDER_NOT_FOUND", Parent: First + 1, Status: status(404, 404), Text: program("There is no order <0>."),
		Body:   program(`{"code":"ORDER_NOT_FOUND","message":"There is no order <s0>.",<if1>"note":<v1>,<end><close>`),
		Params: []Param{{Name: "id"}, {Name: "note", Flags: IsOptional}}, Data: (*orderData)(nil),
		Reads: problem(Fact{Slot: noteSlot, Kind: ParamFact, Param: 1}, Fact{Slot: messageSlot, Want: program("There is no order <0>."), Proof: true}),
	},
	{
		Name: "Limit", Code: "LIMIT", Traits: IsRetryable, Status: status(429, 429), Text: program("No more than <0>..."),
		Body:    program(`{"code":"LIMIT","message":"No more than <s0>...","limit":<v0>}`),
		Headers: []Line{{Name: "Retry-After", Value: program("<1>")}, {Name: "X-Limit", Fixed: []string{"on"}}, {Name: "X-Limit", Value: program(`a="<q0>"`)}},
		Params:  []Param{{Name: "limit", Schema: countSchema}, {Name: "wait", Schema: waitSchema}}, Data: (*limitData)(nil),
		Reads: problem(Fact{Slot: limitSlot, Kind: ParamFact}, Fact{Slot: SlotHeader, Header: "Retry-After", Kind: ParamFact, Param: 1}),
	},
	{
		Name: "Login", Code: "LOGIN", Status: status(401, 401), Text: program("<0> is not the password at <1>."),
		Body:   program(`{"code":"LOGIN","message":"<s0> is not the password at <s1>."}`),
		Params: []Param{{Name: "password", Flags: IsSensitive}, {Name: "host"}}, Data: (*loginData)(nil),
		Reads: problem(Fact{Slot: messageSlot, Want: program("<0> is not the password at <1>.")}),
	},
	{
		Name: "Proxy", Traits: HasStatus, Status: status(502, 504), Text: program("<1> does not answer."),
		Body: program("Status <status>: <1>"), Params: []Param{{Name: "status", Schema: statusRow}, {Name: "host"}}, Data: (*proxyData)(nil),
		Reads: []Read{{Envelope: textEnvelope, Rank: RankNone, Text: messageSlot, Facts: []Fact{{Slot: messageSlot, Want: program("Status <status>: <1>"), Proof: true}}}},
	},
	{
		Name: "Field", Code: "FIELD", Status: status(422, 422), Text: program("<0> is wrong."),
		Body:   program(`{"errors":[<items>{"code":"FIELD","message":"<s0> is wrong.",<if1>"index":<v1>,<end><close><last>]<ifx0>,"request":<vx0><end>}`),
		Params: []Param{{Name: "field"}, {Name: "index", Schema: countSchema, Flags: IsOptional}}, Data: (*fieldData)(nil),
		Reads: []Read{{Envelope: listEnvelope, Rank: RankConstant, Text: messageSlot, Facts: []Fact{
			{Slot: noteSlot, Kind: ParamFact, Param: 1}, {Slot: messageSlot, Want: program("<0> is wrong."), Proof: true},
		}}},
	},
	{
		Name: "Missing", Code: "MISSING", Traits: IsStatic, Status: status(422, 422), Text: program("Something is missing."),
		Body:  program(`{"errors":[<items>{"code":"MISSING","message":"Something is missing."}<last>]}`),
		Reads: []Read{{Envelope: listEnvelope, Rank: RankConstant, Text: messageSlot}},
	},
	{
		Name: "Wrapped", Code: "WRAPPED", Traits: HoldsErrors, Status: status(409, 409), Text: program("It is wrapped."),
		Body:   program(`{"code":"WRAPPED","message":"It is wrapped.","note":<v0>,<if1>"reasons":<v1>,<end><close>`),
		Params: []Param{{Name: "reason", Schema: reasonSchema}, {Name: "more", Schema: reasonsSchema, Flags: IsOptional}}, Data: (*wrapData)(nil),
		Reads: problem(Fact{Slot: noteSlot, Kind: ParamFact}, Fact{Slot: limitSlot, Kind: ParamFact, Param: 1}),
	},
	{
		Name: "Cause", Code: "CAUSE", Traits: IsUnreachable, Text: program("<0>!"), Body: program(`{"code":"CAUSE","message":"<s0>!"}`),
		Params: []Param{{Name: "word"}}, Data: (*causeData)(nil),
		Reads: []Read{{Envelope: partEnvelope, Rank: RankConstant, Text: messageSlot, Facts: []Fact{{Slot: messageSlot, Want: program("<0>!"), Proof: true}}}},
	},
	{
		Name: "Closed", Traits: IsUnreachable, Text: program("The room <0> is closed."), Params: []Param{{Name: "room"}}, Data: (*roomData)(nil),
		Close: 4001, Reason: program("The room <0> is closed."), Causes: []Fact{{Slot: messageSlot, Want: program("The room <0> is closed."), Proof: true}},
	},
	{
		Name: "Full", Traits: IsUnreachable | IsStatic, Text: program("The house is full."), Close: 4001, Reason: program("The house is full."),
		Causes: []Fact{{Slot: messageSlot, Want: program("The house is full."), Proof: true}},
	},
	{
		Name: "Preset", Code: "PRESET", Traits: IsStatic, Status: status(402, 402), Text: program("For <0> days."),
		Body:   program(`{"code":"PRESET","message":"For <s0> days.","limit":<v0>,"note":<v1>}`),
		Params: []Param{{Name: "days", Schema: countSchema, Flags: HasDefault}, {Name: "plan", Schema: planSchema, Flags: HasDefault}},
		Preset: func() any { return &presetData{Days: 30, Plan: plan{Name: "small", Size: ptr[int64](1)}} },
		Reads:  problem(Fact{Slot: limitSlot, Kind: ParamFact}, Fact{Slot: noteSlot, Kind: ParamFact, Param: 1}),
	},
	{
		Name: "Empty", Traits: IsStatic, Status: status(410, 410), Text: program("It is gone."), Headers: []Line{{Name: "X-Gone", Fixed: []string{"yes"}}},
		Reads: []Read{{Envelope: emptyEnvelope, Facts: []Fact{{Slot: SlotHeader, Header: "X-Gone", Want: program("yes"), Proof: true}}}},
	},
	{
		Name: "Open", Code: "OPEN", Status: status(418, 418), Text: program("<0>"),
		Body:   program("{\"code\":\"OPEN\",\"kind\":<v0>,<more1>code\x00kind\x00<end><close>"),
		Params: []Param{{Name: "kind"}, {Name: "more", Schema: moreSchema}}, Data: (*openData)(nil),
		Reads: []Read{{Envelope: openEnvelope, Rank: RankConstant, Facts: []Fact{
			{Slot: messageSlot, Kind: ParamFact}, {Slot: noteSlot, Kind: ParamFact, Param: 1},
		}}},
	},
}

var shop = Table{
	Package:  "shop",
	Fallback: First,
	Hooks:    shopHooks{},
	Compile:  func(expr string) (Regexp, error) { return regexp.Compile(expr) },
	Exchange: []Param{{Name: "request", Flags: IsOptional}},
	Schemas: []Schema{
		textSchema:     {Kind: StringSchema},
		countSchema:    {Kind: IntegerSchema},
		waitSchema:     {Kind: SecondsSchema, Types: IntegerType},
		reasonSchema:   {Kind: ErrorSchema, Part: partEnvelope},
		reasonsSchema:  {Kind: ArraySchema, Items: reasonSchema},
		planSchema:     {Kind: ObjectSchema, Members: []Member{{"name", textSchema, false}, {"size", countSchema, true}}},
		moreSchema:     {Kind: MapSchema, Items: anythingSchema},
		anythingSchema: {Kind: AnySchema},
		statusRow:      {Kind: IntegerSchema},
	},
	Envelopes: []Envelope{
		{
			Name: "Problem", Kind: JSONBody, Media: "application/json", ContentType: []string{"application/json"}, Status: status(400, 599), Slots: 5,
			Root: Node{Kind: ObjectNode, Members: []Node{
				{Name: "code", Types: StringType, Slot: SlotCode},
				{Name: "message", Types: StringType, Slot: messageSlot},
				{Name: "note", Types: AnyType, Slot: noteSlot, Optional: true, Schema: anythingSchema},
				{Name: "limit", Types: IntegerType, Slot: limitSlot, Optional: true, Schema: countSchema},
				{Name: "reasons", Types: ArrayType, Slot: limitSlot, Optional: true, Alias: true, Schema: reasonsSchema},
				{Kind: IgnoredNode, Name: "request", Optional: true},
			}},
			Codes: []CodeRow{
				{"INTERNAL", First}, {"LIMIT", First + 3}, {"LOGIN", First + 4}, {"NOT_FOUND", First + 1}, {"ORDER_NOT_FOUND", First + 2},
				{"PRESET", First + 12}, {"WRAPPED", First + 8},
			},
			Texts: []TextSlot{{"message", messageSlot}},
		},
		{
			Name: "List", Kind: JSONBody, Media: "application/json", ContentType: []string{"application/json"}, Status: status(422, 422), Slots: 4, List: true,
			Root: Node{Kind: ObjectNode, Members: []Node{
				{Kind: ListNode, Name: "errors", Members: []Node{{Kind: ObjectNode, Members: []Node{
					{Name: "code", Types: StringType, Slot: SlotCode},
					{Name: "message", Types: StringType, Slot: messageSlot},
					{Name: "index", Types: IntegerType, Slot: noteSlot, Optional: true, Schema: countSchema},
				}}}},
				{Kind: IgnoredNode, Name: "request", Optional: true},
			}},
			Codes: []CodeRow{{"FIELD", First + 6}, {"MISSING", First + 7}}, Texts: []TextSlot{{"message", messageSlot}},
		},
		{
			Name: "Part", Kind: JSONBody, Slots: 3, Part: true,
			Root: Node{Kind: ObjectNode, Members: []Node{
				{Name: "code", Types: StringType, Slot: SlotCode}, {Name: "message", Types: StringType, Slot: messageSlot},
			}},
			Codes: []CodeRow{{"CAUSE", First + 9}}, Texts: []TextSlot{{"message", messageSlot}},
		},
		{
			Name: "Text", Kind: TextBody, Media: "text/plain", ContentType: []string{"text/plain; charset=utf-8"}, Status: status(500, 599), Slots: 3,
			Root: Node{Types: StringType, Slot: messageSlot}, Others: []Row{First + 5}, Texts: []TextSlot{{"message", messageSlot}},
		},
		{Name: "Empty", Kind: EmptyBody, Status: status(410, 410), Slots: 2, Others: []Row{First + 13}},
		{
			Name: "Open", Kind: JSONBody, Media: "application/json", ContentType: []string{"application/json"}, Status: status(418, 418), Slots: 4,
			Root: Node{Kind: ObjectNode, More: noteSlot, Members: []Node{
				{Name: "code", Types: StringType, Slot: SlotCode}, {Name: "kind", Types: StringType, Slot: messageSlot},
			}},
			Codes: []CodeRow{{"OPEN", First + 14}},
		},
	},
	Entries: shopEntries,
	Index:   Index(shopNames()),
}

// shopNames are the names of all rows.
func shopNames() []string {
	names := []string{"Unlisted", "UnexpectedResponse"}
	for i := range shopEntries {
		names = append(names, shopEntries[i].Name)
	}
	return names
}

// header makes the header of a response.
func header(lines ...string) http.Header {
	h := http.Header{}
	for i := 0; i < len(lines); i += 2 {
		h.Add(lines[i], lines[i+1])
	}
	return h
}
