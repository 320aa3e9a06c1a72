package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"cases/probe"
)

// statuses are those with which every hostile body is read.
var statuses = []int{-1, 0, 99, 100, 200, 204, 304, 399, 400, 401, 404, 422, 500, 503, 599, 600, 999, 1 << 30}

// mostProblems is how many are told.
const mostProblems = 20

// A trial tries one response after the other with a package.
type trial struct {
	*probe.Package
	every int // of so many tries one is made, so that in the end there are some of all kinds
	tries int
	tell  func(format string, args ...any)
}

// hostile decodes hostile bodies with every package, and the bodies of the
// package's own cases spoilt: of so many tries one.
func hostile(requests []request, every int) []string {
	var problems []string
	own := map[string][]request{}
	for _, r := range requests {
		own[r.Package] = append(own[r.Package], r)
	}
	common := hostileBodies()
	for i, name := range slices.Sorted(maps.Keys(probe.Packages)) {
		tell := func(format string, args ...any) {
			if len(problems) < mostProblems {
				problems = append(problems, name+": "+fmt.Sprintf(format, args...))
			}
		}
		p := &trial{probe.Packages[name], every, i, tell}
		p.tryCommon(common)
		p.tryOwn(own[name])
		for _, body := range []string{"", "{}", common[len(common)-1]} {
			p.tryResponse(body)
		}
		if p.DecodeClose != nil {
			p.tryClose()
		}
	}
	return problems
}

// tryCommon decodes bodies under every status and header; of the large ones, each
// status comes with one header.
func (p *trial) tryCommon(bodies []string) {
	headers := hostileHeaders()
	for i, header := range headers {
		for _, body := range bodies {
			for k, status := range statuses {
				if len(body) < 1<<16 || i == k%len(headers) {
					p.try(status, header, body)
				}
			}
		}
	}
}

// tryOwn decodes the bodies of the package's cases, spoilt.
func (p *trial) tryOwn(requests []request) {
	for _, r := range requests {
		for _, body := range variants(string(r.Body)) {
			for _, status := range []int{r.Status, 0, 200, 500} {
				p.try(status, r.Header, body)
			}
		}
	}
}

// try decodes one response: that never panics, and nothing of it is lost.
func (p *trial) try(status int, header http.Header, body string) {
	if p.tries++; p.tries%p.every != 0 {
		return
	}
	defer func() {
		if v := recover(); v != nil {
			p.tell("status %d, body %.60q: panic: %v", status, body, v)
		}
	}()
	err := p.Decode(status, header, []byte(body))
	if err == nil {
		if status >= 400 {
			p.tell("status %d, body %.60q: nil", status, body)
		}
		return
	}
	for _, f := range p.Describe(err) {
		if f.Name == "" {
			p.tell("status %d, body %.60q: an error without a name", status, body)
		}
	}
	got := p.Received(err)
	switch {
	case got == nil:
		p.tell("status %d, body %.60q: no response", status, body)
	case got.Status != status, !got.Truncated && got.Body != body, got.Truncated && !strings.HasPrefix(body, got.Body),
		!reflect.DeepEqual(got.Header, header):
		p.tell("status %d, body %.60q: received %d %v %.60q", status, body, got.Status, got.Header, got.Body)
	case got.Truncated && len(body) <= 1<<20:
		p.tell("status %d: cut at %d bytes", status, len(got.Body))
	}
	if status == 500 && len(body) < 1<<12 {
		p.Touch(err)
	}
}

// tryResponse decodes a response of net/http: its body can still be read.
func (p *trial) tryResponse(body string) {
	resp := &http.Response{StatusCode: 500, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(body))}
	if err := p.DecodeResponse(resp); err == nil {
		p.tell("a response of 500 is nil")
	}
	if rest, err := io.ReadAll(resp.Body); err != nil || string(rest) != body {
		p.tell("a body of %d bytes is %d bytes after it was decoded, %v", len(body), len(rest), err)
	}
}

func (p *trial) tryClose() {
	defer func() {
		if v := recover(); v != nil {
			p.tell("close: panic: %v", v)
		}
	}()
	for _, code := range []int{-1, 1002, 1006, 1008, 1011, 1015, 3000, 4001, 4003, 4999, 65535, 1 << 30} {
		for _, reason := range []string{"", "x", "\xff", strings.Repeat("a", 200), "Kicked by {who}.", "\x00"} {
			err := p.DecodeClose(code, reason)
			if err == nil {
				p.tell("close code %d is nil", code)
				continue
			}
			p.Touch(err)
			_, _ = p.CloseFrame(err)
		}
	}
}

func hostileHeaders() []http.Header {
	return []http.Header{
		nil,
		{"Content-Type": {"application/json"}},
		{"Content-Type": {"text/plain; charset=utf-16"}},
		{"Content-Type": {"\x00;;;", ""}, "Content-Encoding": {"gzip"}, "Retry-After": {"", "-1", "1e999", "Sun, 99 Nov"}},
		{"Www-Authenticate": {`Bearer realm="`, `="\`, strings.Repeat(`"`, 999)}, "X-Error-Code": {"", "\xff"}, "Retry-After": {"99999999999999999999"}},
	}
}

// variants are a body of the API, spoilt: cut at every byte, and its members of
// other types.
func variants(body string) []string {
	var all []string
	for i := 0; i <= len(body); i++ {
		all = append(all, body[:i])
	}
	for i := 0; i < len(body); i++ {
		switch c := body[i]; {
		case c == '"', c == '{', c == '[', c == ':', c == ',', c == '}', c == ']', '0' <= c && c <= '9':
			all = append(all, body[:i]+"\x00"+body[i+1:], body[:i]+body[i+1:], body[:i]+"1e999"+body[i+1:], body[:i]+"null"+body[i+1:])
		}
	}
	for _, r := range []*strings.Replacer{
		strings.NewReplacer(`"`, `'`), strings.NewReplacer(`:"`, `:["`, `",`, `"],`, `"}`, `"]}`),
		strings.NewReplacer("{", "[", "}", "]", ":", ","), strings.NewReplacer("[", `{"a":`, "]", "}"),
		strings.NewReplacer("true", "1", "false", "0", "null", "{}"),
	} {
		all = append(all, r.Replace(body))
	}
	return append(all, "\ufeff"+body, body+body, "["+body+"]", `{"a":`+body+`}`, strings.ReplaceAll(body, "e", "\xff"), strings.ReplaceAll(body, "e", `\ud800`))
}

// names are members that many formats have.
var names = []string{"code", "message", "error", "errors", "status", "type", "title", "detail", "details", "data", "kind", "reason", "ok", ""}

// hostileBodies are bodies that no API has documented.
func hostileBodies() []string {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte(`{"code":"A","message":"m"}`))
	_ = z.Close()
	digits := strings.Repeat("7", 400)
	values := []string{
		`null`, `true`, `0`, `-0`, `-1`, `1.5`, `1e999`, `-1e-999`, digits, "-" + digits, digits + "." + digits, "1e" + digits,
		`""`, `"x"`, `"\u0000"`, `"\ud800"`, `"\udc00\ud800"`, "\"\xff\xfe\"", `"{code}"`, `"%s%n"`, `[]`, `{}`, `[[]]`, `[{}]`, `[null]`, `{"":{}}`,
	}
	all := []string{
		"", " ", "\n", "\x00", "\ufeff", "<html><body><h1>502 Bad Gateway</h1></body></html>", "upstream connect error", zipped.String(),
		`{`, `[`, `"`, `{"`, `{"a`, `{"a"`, `{"a":`, `{"a":1`, `{"a":1,`, `[1,`, `tru`, `nul`, `-`, `1e`, `1.`, `.5`, `+1`, `01`, `0x1`, `NaN`, `Infinity`,
		`{}{}`, `[] []`, `{"a":1}x`, "{\"a\":\"\n\"}", `{"a":"\x"}`, `{"a":"\u12"}`, `{a:1}`, `{'a':1}`, `{"a":1,}`, `[1,]`, `/**/{}`, "{}//",
		strings.Repeat("[", 100000), strings.Repeat("[", 100000) + strings.Repeat("]", 100000),
		strings.Repeat(`{"error":`, 100000) + "1" + strings.Repeat("}", 100000), strings.Repeat(`{"errors":[`, 100000),
		`{"a":"` + strings.Repeat("a", 1<<18) + `"}`,
	}
	all = append(all, values...)
	for _, v := range values {
		object := "{"
		for _, name := range names {
			object += `"` + name + `":` + v + ","
		}
		object = strings.TrimSuffix(object, ",") + "}"
		all = append(all, object, "["+object+","+v+"]", `{"error":`+object+`,"errors":[`+object+`,`+v+`]}`, object[:len(object)-1]+","+object[1:])
	}
	return append(all, `{"message":"`+strings.Repeat("No ", 1<<19)+`"}`)
}
