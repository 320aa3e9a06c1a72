package founding

import (
	"bytes"
	"encoding/json"
	"io"
	"testing"
)

// compact is a JSON text without space, its members in their order: equal texts
// are equal JSON in equal member order.
func compact(t *testing.T, text string) string {
	t.Helper()
	var buf bytes.Buffer
	if err := json.Compact(&buf, []byte(text)); err != nil {
		t.Fatalf("not JSON: %v\n%s", err, text)
	}
	return buf.String()
}

// memberPaths lists the names of all members of an object in their order,
// members of members as "body.title".
func memberPaths(t *testing.T, text string) []string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader([]byte(text)))
	var paths []string
	var walk func(prefix string)
	walk = func(prefix string) {
		open, err := dec.Token()
		if err != nil && err != io.EOF {
			t.Fatal(err)
		}
		if open == json.Delim('[') {
			for dec.More() {
				walk(prefix)
			}
			_, _ = dec.Token()
		}
		if open != json.Delim('{') {
			return
		}
		for dec.More() {
			name, _ := dec.Token()
			path := prefix + name.(string)
			paths = append(paths, path)
			walk(path + ".")
		}
		_, _ = dec.Token()
	}
	walk("")
	return paths
}
