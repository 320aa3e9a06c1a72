package observed

import (
	"regexp"
	"strconv"
	"strings"
)

// statusLine is the first line of a response (RFC 9112 section 4), as curl prints it of
// HTTP/2 and HTTP/3 too.
var statusLine = regexp.MustCompile(`^HTTP/[0-9](?:\.[0-9])? ([1-5][0-9]{2})(?: [^\r\n]*)?\r?(?:\n|$)`)

// curl reads what curl -i prints: one response after the other. Interim ones, of which
// another follows, are left out.
func curl(text string) (all []Response) {
	line := 1
	for text != "" {
		m := statusLine.FindStringSubmatch(text)
		if m == nil { // white space before the first one
			n := strings.IndexByte(text, '\n') + 1
			if n == 0 {
				break
			}
			text, line = text[n:], line+1
			continue
		}
		r := Response{Line: line}
		r.Status, _ = strconv.Atoi(m[1])
		rest := r.head(text[len(m[0]):])
		r.Body, rest = r.cut(rest)
		if r.Status >= 200 {
			all = append(all, r)
		}
		line += strings.Count(text[:len(text)-len(rest)], "\n")
		text = rest
	}
	return all
}

// head reads the headers, up to an empty line, and returns what follows.
func (r *Response) head(text string) (rest string) {
	for text != "" {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if strings.TrimRight(line, "\r") == "" {
			break
		}
		if h, ok := headerLine(line); ok {
			r.Headers = append(r.Headers, h)
		}
	}
	return text
}

// nextStatus finds where the next response begins.
var nextStatus = regexp.MustCompile(`(?m)^HTTP/[0-9](?:\.[0-9])? [1-5][0-9]{2}(?: [^\r\n]*)?\r?$`)

// cut is the body, and what follows it: by its Content-Length if a response begins
// there, since curl puts no line end after a body, else up to a line that begins one.
func (r *Response) cut(text string) (body, rest string) {
	n, err := strconv.Atoi(r.Header().Get("Content-Length"))
	if err == nil && 0 <= n && n < len(text) && statusLine.MatchString(text[n:]) {
		return text[:n], text[n:]
	}
	if at := nextStatus.FindStringIndex(text); at != nil {
		return strings.TrimRight(text[:at[0]], "\r\n"), text[at[0]:]
	}
	if err == nil && 0 <= n && n < len(text) && strings.TrimSpace(text[n:]) == "" {
		return text[:n], ""
	}
	return text, ""
}
