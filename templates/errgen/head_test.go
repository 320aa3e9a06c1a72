package errgen

import (
	"net/http"
	"testing"
)

// TestHead: without a body, headers decide as they always do, and the status alone where
// they cannot.
func TestHead(t *testing.T) {
	inHeader := Envelope{Name: "Blob", Kind: JSONBody, Status: status(400, 410), Slots: 4,
		Headers: []Node{{Name: "X-Error", Types: StringType, Slot: SlotCode}},
		Root:    Node{Kind: ObjectNode, Members: []Node{{Name: "message", Types: StringType, Slot: messageSlot}}}}
	fields := Envelope{Name: "Fields", Kind: JSONBody, Status: status(420, 429), Slots: 4,
		Headers: []Node{{Name: "X-Api", Kind: ConstantNode, Constant: "2"}, {Name: "X-Reason", Types: StringType, Slot: noteSlot, Optional: true}},
		Root:    Node{Kind: ObjectNode, Members: []Node{{Name: "message", Types: StringType, Slot: messageSlot}}}}
	body := problemShape()
	body.Status = status(430, 499)
	reason := func(text string) Fact { return Fact{Slot: noteSlot, Want: program(text), Proof: true} }
	table := catalogOf([]Envelope{inHeader, fields, body},
		Entry{Name: "NoContainer", Code: "ContainerNotFound", Status: status(404, 404), Reads: []Read{coded(0, says("No container."))}},
		Entry{Name: "NoBlob", Code: "BlobNotFound", Status: status(404, 404), Reads: []Read{coded(0)}},
		Entry{Name: "Twice", Code: "TWICE", Status: status(404, 404), Reads: []Read{coded(0, says("a"))}},
		Entry{Name: "Again", Code: "TWICE", Status: status(404, 404), Reads: []Read{coded(0, says("b"))}},
		Entry{Name: "Kind", Code: "KIND", Status: status(405, 405), Reads: []Read{coded(0)}},
		Entry{Name: "Child", Code: "KIND", Status: status(405, 405), Parent: First + 4, Reads: []Read{coded(0, says("c"))}},
		Entry{Name: "Early", Status: status(425, 425), Reads: []Read{{Envelope: 1, Facts: []Fact{reason("early")}, ByText: true}}},
		Entry{Name: "Late", Status: status(425, 425), Reads: []Read{{Envelope: 1, Facts: []Fact{reason("late")}, ByText: true}}},
		Entry{Name: "Open", Status: status(426, 426), Reads: []Read{{Envelope: 1, Facts: []Fact{says("Open.")}, ByText: true}}},
		Entry{Name: "Alone", Code: "ALONE", Status: status(431, 431), Reads: []Read{coded(2, says("x"))}},
		Entry{Name: "One", Code: "ONE", Status: status(432, 432), Reads: []Read{coded(2)}},
		Entry{Name: "Two", Code: "TWO", Status: status(432, 432), Reads: []Read{coded(2)}},
	)
	api := http.Header{"X-Api": {"2"}}
	with := func(reason string) http.Header { return http.Header{"X-Api": {"2"}, "X-Reason": {reason}} }
	code := func(code string) http.Header { return http.Header{"X-Error": {code}} }
	for _, c := range []struct {
		status int
		header http.Header
		want   string
	}{
		{404, code("ContainerNotFound"), "NoContainer"},
		{404, code("BlobNotFound"), "NoBlob"},
		{409, code("BlobNotFound"), "NoBlob"},
		{404, code("New"), "Unlisted"},
		{404, nil, "UnexpectedResponse"},
		{404, code("TWICE"), "Unlisted"},
		{405, code("KIND"), "Kind"},
		{425, with("late"), "Late"},
		{425, with("never"), "Unlisted"},
		{425, api, "Unlisted"},
		{425, http.Header{"X-Api": {"3"}, "X-Reason": {"late"}}, "UnexpectedResponse"},
		{426, api, "Open"},
		{426, nil, "UnexpectedResponse"},
		{431, nil, "Alone"},
		{432, nil, "UnexpectedResponse"},
		{433, nil, "UnexpectedResponse"},
		{204, api, ""},
	} {
		err := table.DecodeResponse(0, &http.Response{StatusCode: c.status, Header: c.header, Request: &http.Request{Method: http.MethodHead}})
		if got := foundIn(table, err); got != c.want {
			t.Errorf("%d %v is %q, want %q", c.status, c.header, got, c.want)
		}
	}
	// The body is empty, though the request was none for a head.
	for header, want := range map[string]string{"BlobNotFound": "NoBlob", "New": "Unlisted", "": "UnexpectedResponse"} {
		h := http.Header{}
		if header != "" {
			h.Set("X-Error", header)
		}
		if got := identified(t, table, 404, h, ""); got != want {
			t.Errorf("an empty body with %q is %q, want %q", header, got, want)
		}
	}
}

// TestReads: under 400 a body is read only if it may be an envelope's.
func TestReads(t *testing.T) {
	shape := problemShape()
	shape.Status = status(200, 599)
	shape.Root.Members = append(shape.Root.Members, Node{Kind: ConstantNode, Name: "ok", Constant: "false"})
	plain := Envelope{Name: "Plain", Kind: TextBody, Media: "text/plain", Status: status(201, 201), Slots: 3, Root: Node{Types: StringType, Slot: SlotCode}}
	empty := Envelope{Name: "Empty", Status: status(202, 202), Slots: 3, Headers: []Node{{Name: "X-Error", Types: StringType, Slot: SlotCode}}}
	table := catalogOf([]Envelope{shape, plain, empty},
		Entry{Name: "Failed", Code: "FAILED", Reads: []Read{coded(0)}},
		Entry{Name: "Said", Code: "SAID", Reads: []Read{coded(1)}},
		Entry{Name: "None", Code: "NONE", Reads: []Read{coded(2)}})
	const failed = `{"code":"FAILED","message":"m","ok":false}`
	for name, c := range map[string]struct {
		status int
		media  string
		body   string
		length int64
		reads  bool
		want   string
	}{
		"JSON":                    {200, "application/json; charset=utf-8", failed, -1, true, "Failed"},
		"JSON of a kind":          {200, "application/vnd.shop+json", failed, -1, true, "Failed"},
		"no type":                 {200, "", failed, -1, true, "Failed"},
		"a stream of events":      {200, "text/event-stream", failed, -1, false, ""},
		"a stream of lines":       {200, "application/x-ndjson", failed, -1, false, ""},
		"bytes":                   {200, "application/octet-stream", failed, -1, false, ""},
		"a text for JSON":         {200, "text/plain", failed, -1, false, ""},
		"a text":                  {201, "text/plain; charset=utf-8", "SAID", -1, true, "Said"},
		"a page for a text":       {201, "text/html", "SAID", -1, false, ""},
		"an error's stream":       {400, "text/event-stream", failed, -1, true, "Failed"},
		"nothing":                 {202, "", "", 0, true, "None"},
		"a type, but nothing":     {202, "text/event-stream", "", 0, false, "None"},
		"a type, and who knows":   {202, "text/event-stream", "", -1, false, ""},
		"a status of no envelope": {600, "text/event-stream", "", -1, true, "UnexpectedResponse"},
	} {
		read := false
		body := &stream{Reader: readerFunc(func() error { read = true; return http.ErrBodyReadAfterClose })}
		if c.reads {
			body = &stream{Reader: failing(c.body, http.ErrBodyReadAfterClose)}
		}
		header := http.Header{"X-Error": {"NONE"}}
		if c.media != "" {
			header.Set("Content-Type", c.media)
		}
		err := table.DecodeResponse(0, &http.Response{StatusCode: c.status, Header: header, ContentLength: c.length, Body: body})
		if got := foundIn(table, err); got != c.want || read {
			t.Errorf("%s: %q, read: %t; want %q", name, got, read, c.want)
		}
	}
}
