// Package observed reads responses in the forms in which people have them: what curl
// prints with its headers, HAR files of browsers, lines of JSON, or a body alone.
package observed

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httputil"
	"net/textproto"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Response is a response that somebody received.
type Response struct {
	Line    int    // of the text, where it begins; 0: it is entry Entry of a HAR file
	Entry   int    // counted from 1
	Request string // "GET https://...", "" if that is not known
	Status  int    // 0: not known
	Headers []model.SampleHeader
	Body    string
	Head    bool // to a HEAD request, which has no body
}

// Read reads the responses in a text, whose form it finds out: what curl -i prints,
// a HAR file or an entry of one, lines of JSON with status, headers and body, or
// else a body, of which nothing but that is known. An error says what cannot be read,
// with its line.
func Read(text []byte) ([]Response, error) {
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff")))
	var all []Response
	var err error
	switch {
	case statusLine.Match(trimmed):
		all = curl(string(text))
	case isHAR(trimmed):
		all, err = har(trimmed)
	case isLine(trimmed):
		all, err = lines(string(text))
	default:
		all = []Response{{Line: 1, Body: string(text)}}
	}
	for i := range all {
		all[i].unchunk()
		all[i].uncompress()
	}
	return all, err
}

// maxBody bounds what is unpacked.
const maxBody = 16 << 20

// unchunk joins the chunks of a body that was taken from the wire (RFC 9112 section 7.1).
// Most tools have joined them already: then it stays.
func (r *Response) unchunk() {
	if !strings.EqualFold(r.Header().Get("Transfer-Encoding"), "chunked") {
		return
	}
	if body, err := io.ReadAll(io.LimitReader(httputil.NewChunkedReader(strings.NewReader(r.Body)), maxBody)); err == nil {
		r.Body = string(body)
	}
}

// uncompress unpacks a body that is still compressed, as curl leaves it.
func (r *Response) uncompress() {
	if !strings.HasPrefix(r.Body, "\x1f\x8b") {
		return
	}
	z, err := gzip.NewReader(strings.NewReader(r.Body))
	if err != nil {
		return
	}
	if body, err := io.ReadAll(io.LimitReader(z, maxBody)); err == nil {
		r.Body = string(body)
	}
}

// Header is the headers as net/http has them.
func (r *Response) Header() http.Header {
	h := http.Header{}
	for _, line := range r.Headers {
		h.Add(line.Name, line.Value)
	}
	return h
}

// headerLine is a line "Name: value" as a header.
func headerLine(line string) (model.SampleHeader, bool) {
	name, value, ok := strings.Cut(line, ":")
	name = strings.TrimSpace(name)
	if !ok || name == "" || strings.ContainsAny(name, " \t") {
		return model.SampleHeader{}, false
	}
	return model.SampleHeader{Name: textproto.CanonicalMIMEHeaderKey(name), Value: strings.TrimSpace(value)}, true
}

// HeaderLine reads a header as curl takes it after -H: "Name: value".
func HeaderLine(line string) (model.SampleHeader, bool) { return headerLine(line) }

// text is a JSON value as a body: a string is the body itself.
func text(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	return string(raw)
}
