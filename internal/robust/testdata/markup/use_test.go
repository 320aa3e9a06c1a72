package use

import (
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"robust/markup"
)

const (
	script  = "<script>alert('1 & \"2\"')</script>"
	escaped = "&lt;script&gt;alert(&#39;1 &amp; &#34;2&#34;&#39;)&lt;/script&gt;"
)

// TestPage: what a request says stands in the page as text, and the client has it as
// it was.
func TestPage(t *testing.T) {
	server := httptest.NewServer(markup.Handler(func(w http.ResponseWriter, r *http.Request) error {
		return markup.NewNoPage(r.URL.Query().Get("path"))
	}))
	defer server.Close()
	response, err := server.Client().Get(server.URL + "?path=" + url.QueryEscape(script))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	err = markup.DecodeResponse(response)
	body, _ := io.ReadAll(response.Body)
	if want := `<h1 title="` + escaped + `">There is no page ` + escaped + `</h1>`; string(body) != want {
		t.Errorf("written is %s, want %s", body, want)
	}
	var found *markup.NoPageError
	if !errors.As(err, &found) || found.Path != script || !errors.Is(err, markup.ErrNoPage) {
		t.Errorf("read is %v", err)
	}
	if raised := markup.NewNoPage(script); !strings.Contains(raised.Error(), script) {
		t.Errorf("the text is %v", raised)
	}
}

// TestMarkup: what is markup itself is written as it is, values of an enum are read as
// they are written.
func TestMarkup(t *testing.T) {
	minutes := int64(7)
	for _, test := range []struct {
		data *markup.ClosedError
		body string
	}{
		{&markup.ClosedError{Unit: "R&D", Links: "<b>&nbsp;'x'</b>"}, "<p>R&amp;D's closed</p><b>&nbsp;'x'</b>"},
		{&markup.ClosedError{Unit: "R&D", Minutes: &minutes}, "<p>R&amp;D is closed for 7 minutes</p>"},
		{&markup.ClosedError{Unit: script}, "<p>" + escaped + "'s closed</p>"},
	} {
		_, header, body := markup.Encode(markup.New(test.data))
		err := markup.Decode(503, header, body)
		var found *markup.ClosedError
		known := test.data.Unit == "R&D" // another unit makes a text that is not the entry's
		if string(body) != test.body || errors.Is(err, markup.ErrClosed) != known || errors.As(err, &found) != known {
			t.Errorf("%s is read as %v", body, err)
		} else if found != nil && (found.Unit != test.data.Unit || found.Links != test.data.Links || (found.Minutes == nil) != (test.data.Minutes == nil)) {
			t.Errorf("%s is read as %+v", body, found)
		}
	}
}

// TestXML: other readers of XML read what was meant, but for what XML cannot hold.
func TestXML(t *testing.T) {
	want := script + "]]>\r\ufffd\ufffd"
	_, header, body := markup.Encode(markup.NewFailed(script + "]]>\r\x00\xff"))
	var fault string
	if err := xml.Unmarshal(body, &fault); err != nil || fault != want {
		t.Errorf("%s is read as %q: %v", body, fault, err)
	}
	var found *markup.FailedError
	if err := markup.Decode(400, header, body); !errors.As(err, &found) || found.Reason != want {
		t.Errorf("%s is read as %v", body, err)
	}
	_, header, body = markup.Encode(markup.NewTaken(script))
	var taken *markup.TakenError
	if err := markup.Decode(409, header, body); string(body) != "<code>T-"+escaped+"</code>" || !errors.As(err, &taken) || taken.Name != script {
		t.Errorf("%s is read as %v", body, err)
	}
}

// TestForeign: what another server writes in another way is read.
func TestForeign(t *testing.T) {
	header := http.Header{"Content-Type": {"application/soap+xml"}}
	for body, want := range map[string]string{
		"<fault>it's &quot;&#x3C;&#62;&quot; &apos; &nbsp; &amp;lt; a&b</fault>": "it's \"<>\" ' &nbsp; &lt; a&b",
		"\n<fault></fault>\r\n": "",
	} {
		var found *markup.FailedError
		if err := markup.Decode(400, header, []byte(body)); !errors.As(err, &found) || found.Reason != want {
			t.Errorf("%s is read as %v", body, err)
		}
	}
	if err := markup.Decode(400, header, []byte("<fault><b>x</b></fault>")); errors.Is(err, markup.ErrFailed) || !errors.Is(err, markup.ErrUnlisted) {
		t.Errorf("markup is read as a text: %v", err)
	}
}

// TestExchange: what the writer supplies is escaped, too.
func TestExchange(t *testing.T) {
	w := httptest.NewRecorder()
	responder := markup.Responder{Exchange: func(_ *http.Request, x *markup.Exchange) { trace := script; x.Trace = &trace }}
	responder.WriteError(w, httptest.NewRequest(http.MethodGet, "/", nil), markup.ErrTraced)
	if got := w.Body.String(); got != escaped {
		t.Errorf("written is %s", got)
	}
}
