package observed

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// line is a response as a line of JSON. Headers are an object, of texts or lists of
// them, or a list as in HAR files; a body that is no string is the JSON that it is.
type line struct {
	Status  *int            `json:"status"`
	Headers json.RawMessage `json:"headers"`
	Body    json.RawMessage `json:"body"`
	Method  string          `json:"method"`
	URL     string          `json:"url"`
	Path    string          `json:"path"`
}

// isLine reports whether a text begins with a response as JSON: with a status, and a body
// or headers.
func isLine(text []byte) bool {
	var members map[string]json.RawMessage
	if json.NewDecoder(strings.NewReader(string(text))).Decode(&members) != nil {
		return false
	}
	_, hasBody := members["body"]
	_, hasHeaders := members["headers"]
	var status int
	return json.Unmarshal(members["status"], &status) == nil && (hasBody || hasHeaders)
}

// lines reads responses as JSON, one after the other, most often each in one line.
func lines(source string) (all []Response, err error) {
	dec := json.NewDecoder(strings.NewReader(source))
	at, counted := 1, 0
	for dec.More() {
		start := len(source) - len(strings.TrimLeft(source[dec.InputOffset():], " \t\r\n"))
		at += strings.Count(source[counted:start], "\n")
		counted = start
		var l line
		if err := dec.Decode(&l); err != nil {
			return all, fmt.Errorf("line %d: %w", at, err)
		}
		r := Response{Line: at, Body: text(l.Body), Head: l.Method == "HEAD"}
		if l.Status == nil {
			return all, fmt.Errorf("line %d: there is no status", at)
		}
		r.Status = *l.Status
		r.Request = strings.TrimSpace(l.Method + " " + l.URL + l.Path)
		if err := r.headers(l.Headers); err != nil {
			return all, fmt.Errorf("line %d: headers: %w", at, err)
		}
		all = append(all, r)
	}
	if rest := strings.TrimSpace(source[dec.InputOffset():]); rest != "" {
		return all, fmt.Errorf("line %d: no JSON", at+strings.Count(source[counted:dec.InputOffset()], "\n")+1)
	}
	return all, nil
}

// headers reads the headers of a line.
func (r *Response) headers(raw json.RawMessage) error {
	if len(raw) == 0 {
		return nil
	}
	var list []harHeader
	if json.Unmarshal(raw, &list) == nil {
		for _, h := range list {
			r.add(h.Name, h.Value)
		}
		return nil
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		var several []string
		if json.Unmarshal(members[name], &several) != nil {
			several = []string{text(members[name])}
		}
		for _, value := range several {
			r.add(name, value)
		}
	}
	return nil
}

func (r *Response) add(name, value string) {
	if h, ok := headerLine(name + ":" + value); ok {
		r.Headers = append(r.Headers, h)
	}
}
