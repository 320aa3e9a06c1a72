package observed

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
)

// harEntry is what is read of an exchange in a HAR file (version 1.2).
type harEntry struct {
	Request struct {
		Method string `json:"method"`
		URL    string `json:"url"`
	} `json:"request"`
	Response *struct {
		Status  int             `json:"status"`
		Headers []harHeader     `json:"headers"`
		Content json.RawMessage `json:"content"`
	} `json:"response"`
}

type harHeader struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// harFile is a HAR file.
type harFile struct {
	Log *struct {
		Entries []harEntry `json:"entries"`
	} `json:"log"`
}

// isHAR reports whether a text is a HAR file, an entry of one, or a list of entries.
func isHAR(text []byte) bool {
	var shape struct {
		Log *struct {
			Entries []json.RawMessage `json:"entries"`
		} `json:"log"`
		Request, Response *struct{}
	}
	first := text
	if bytes.HasPrefix(text, []byte("[")) {
		var list []json.RawMessage
		if json.Unmarshal(text, &list) != nil || len(list) == 0 {
			return false
		}
		first = list[0]
	}
	if json.Unmarshal(first, &shape) != nil {
		return false
	}
	return shape.Log != nil && shape.Log.Entries != nil || shape.Request != nil && shape.Response != nil
}

// har reads the responses of a HAR file. Requests that got none are left out.
func har(text []byte) (all []Response, err error) {
	var file harFile
	var entries []harEntry
	switch {
	case bytes.HasPrefix(text, []byte("[")):
		err = json.Unmarshal(text, &entries)
	default:
		if err = json.Unmarshal(text, &file); err == nil && file.Log != nil {
			entries = file.Log.Entries
		} else if err == nil {
			entries = make([]harEntry, 1)
			err = json.Unmarshal(text, &entries[0])
		}
	}
	if err != nil {
		return nil, fmt.Errorf("no HAR file: %w", err)
	}
	for i, e := range entries {
		if e.Response == nil || e.Response.Status == 0 {
			continue
		}
		r := Response{Entry: i + 1, Status: e.Response.Status, Head: e.Request.Method == "HEAD"}
		if e.Request.URL != "" {
			r.Request = e.Request.Method + " " + e.Request.URL
		}
		for _, h := range e.Response.Headers {
			if h, ok := headerLine(h.Name + ":" + h.Value); ok {
				r.Headers = append(r.Headers, h)
			}
		}
		if r.Body, err = content(e.Response.Content); err != nil {
			return nil, fmt.Errorf("entry %d of the HAR file: %w", i+1, err)
		}
		all = append(all, r)
	}
	return all, nil
}

// content is the body of an entry.
func content(raw json.RawMessage) (string, error) {
	var c struct{ Text, Encoding string }
	if len(raw) == 0 {
		return "", nil
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		return "", err
	}
	if c.Encoding != "base64" {
		return c.Text, nil
	}
	body, err := base64.StdEncoding.DecodeString(c.Text)
	return string(body), err
}
