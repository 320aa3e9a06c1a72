package observed

import (
	"fmt"
	"strings"
	"testing"
)

// show is a response in one line.
func show(r Response) string {
	at := fmt.Sprintf("line %d", r.Line)
	if r.Entry > 0 {
		at = fmt.Sprintf("entry %d", r.Entry)
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %d %v %q", at, r.Request, r.Status, r.Headers, r.Body))
}

func TestRead(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a body", `{"code":"A"}`, `line 1  0 [] "{\"code\":\"A\"}"`},
		{"a text", "Down.\n", `line 1  0 [] "Down.\n"`},
		{"nothing", "", `line 1  0 [] ""`},
		{"curl", "HTTP/1.1 404 Not Found\r\nContent-Type: a/b\r\nX: 1\r\nX: 2\r\n\r\nbody", `line 1  404 [{Content-Type a/b} {X 1} {X 2}] "body"`},
		{"without a reason, LF", "HTTP/2 404 \nx-y: 1\n\nbody\n", `line 1  404 [{X-Y 1}] "body\n"`},
		{"no body", "HTTP/1.1 429\n", `line 1  429 [] ""`},
		{"interim", "HTTP/1.1 100 Continue\n\nHTTP/1.1 404 No\n\nx", `line 3  404 [] "x"`},
		{"a redirection", "HTTP/1.1 302 Found\nLocation: /\n\nHTTP/1.1 404 No\n\nx", `line 1  302 [{Location /}] ""; line 4  404 [] "x"`},
		{"by its length", "HTTP/1.1 404 No\nContent-Length: 2\n\n{}HTTP/1.1 410 Gone\n\ny", `line 1  404 [{Content-Length 2}] "{}"; line 4  410 [] "y"`},
		{"a body with a status line", "HTTP/1.1 404 No\n\nsee HTTP/1.1 200 OK\n", `line 1  404 [] "see HTTP/1.1 200 OK\n"`},
		{"HTTP/2", "HTTP/2 404 \r\ncontent-type: application/json\r\nx-a: b\r\n\r\n{\"a\":1}", `line 1  404 [{Content-Type application/json} {X-A b}] "{\"a\":1}"`},
		{"a proxy's answer before", "HTTP/1.1 200 Connection established\r\n\r\nHTTP/2 404\r\n\r\nx", `line 1  200 [] ""; line 3  404 [] "x"`},
		{"chunks", "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n", `line 1  404 [{Transfer-Encoding chunked}] "abcde"`},
		{"chunks that curl has joined", "HTTP/1.1 404 No\r\nTransfer-Encoding: chunked\r\n\r\n{}", `line 1  404 [{Transfer-Encoding chunked}] "{}"`},
		{"HAR with the heads of HTTP/2", `{"log":{"entries":[{"request":{"method":"GET","url":"u"},"response":{"httpVersion":"h2","status":404,"headers":[{"name":":status","value":"404"},{"name":"content-type","value":"a/b"}],"content":{"text":"x"}}}]}}`,
			`entry 1 GET u 404 [{Content-Type a/b}] "x"`},
		{"HAR, packed", `{"request":{},"response":{"status":404,"content":{"text":"H4sIAAAAAAAAA6sAAIMW3IwBAAAA","encoding":"base64"}}}`, `entry 1  404 [] "x"`},
		{"HAR", `{"log":{"entries":[{"request":{"method":"GET","url":"u"},"response":{"status":404,"headers":[{"name":"a","value":"b"}],"content":{"text":"x"}}}]}}`,
			`entry 1 GET u 404 [{A b}] "x"`},
		{"an entry", `{"request":{},"response":{"status":404,"content":{"text":"eA==","encoding":"base64"}}}`, `entry 1  404 [] "x"`},
		{"entries", `[{"request":{},"response":{"status":0}},{"request":{},"response":{"status":404}}]`, `entry 2  404 [] ""`},
		{"lines", "\n{\"status\":404,\"body\":{\"a\":[1]}}\n\n{\"status\":410,\"headers\":{\"x\":[\"1\",\"2\"],\"y\":\"3\"},\"body\":\"t\"}\n",
			`line 2  404 [] "{\"a\":[1]}"; line 4  410 [{X 1} {X 2} {Y 3}] "t"`},
		{"no lines", `{"status":404,"message":"m"}`, `line 1  0 [] "{\"status\":404,\"message\":\"m\"}"`},
		{"packed", "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\x00\x00\x83\x16\xdc\x8c\x01\x00\x00\x00", `line 1  0 [] "x"`},
	} {
		all, err := Read([]byte(test.text))
		var shown []string
		for _, r := range all {
			shown = append(shown, show(r))
		}
		if got := strings.Join(shown, "; "); got != test.want || err != nil {
			t.Errorf("%s:\ngot  %s, %v\nwant %s", test.name, got, err, test.want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for text, want := range map[string]string{
		"{\"status\":1,\"body\":1}\n{\"body\":1}":  "line 2: there is no status",
		"{\"status\":1,\"body\":1}\n\n{":           "line 3: unexpected EOF",
		"{\"status\":1,\"headers\":1}":             "line 1: headers: json: cannot unmarshal number into Go value of type map[string]json.RawMessage",
		`{"request":{},"response":{"status":"x"}}`: "no HAR file: json: cannot unmarshal string into Go struct field .response.status of type int",
	} {
		if _, err := Read([]byte(text)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{"HTTP/1.1 404 No\nA: b\n\nHTTP/1.1 200\n\n", `{"status":1,"body":1}`, `{"log":{"entries":[{}]}}`, "\x1f\x8b", "[{}]"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		all, _ := Read(text)
		for _, r := range all {
			if (r.Line > 0) == (r.Entry > 0) {
				t.Errorf("a response stands nowhere: %+v", r)
			}
		}
	})
}
