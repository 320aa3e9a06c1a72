package translation

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

var errNoMessages = errors.New("messages are an object whose members are texts")

// readJSON reads an Application Resource Bundle: texts by their names, and what is told
// of each under its name with an @.
func (f *File) readJSON() error {
	f.format, f.placeholders, f.marked = messages.ICU, icuPlaceholders, f.markJSON
	dec := json.NewDecoder(bytes.NewReader(f.Text))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return f.broken(int(dec.InputOffset()), errNoMessages)
	}
	told := map[string]struct {
		Hash string `json:"x-source-hash"`
	}{}
	for dec.More() {
		at := int(dec.InputOffset())
		at += bytes.IndexByte(f.Text[at:], '"')
		key, err := dec.Token()
		if err != nil {
			return f.broken(at, err)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return f.broken(int(dec.InputOffset()), err)
		}
		name := key.(string)
		if of, ok := strings.CutPrefix(name, "@"); ok {
			one := told[of]
			_ = json.Unmarshal(value, &one) // what is no object tells nothing
			told[of] = one
			continue
		}
		one := &translation{name: name, at: at, texts: []string{""}}
		if json.Unmarshal(value, &one.texts[0]) != nil || value[0] != '"' {
			return f.broken(at, errNoMessages)
		}
		f.translations = append(f.translations, one)
	}
	if _, err := dec.Token(); err != nil {
		return f.broken(int(dec.InputOffset()), err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return f.broken(int(dec.InputOffset()), errNoMessages)
	}
	for _, t := range f.translations {
		t.hash = told[t.name].Hash
	}
	return nil
}

// markJSON sets the attribute of each message that has the hash.
func (f *File) markJSON(hashes map[string]string) ([]byte, error) {
	var edits []yamledit.Edit
	for _, t := range f.translations {
		if hash, ok := hashes[t.name]; ok {
			edits = append(edits, yamledit.Edit{Path: []string{"@" + t.name, messages.SourceHash}, Value: hash})
		}
	}
	return yamledit.Apply(f.Text, edits...)
}
