package load

import (
	"errors"
	"io"

	"gopkg.in/yaml.v3"
)

var errUnparsable = errors.New("yaml: the text cannot be parsed")

// documents reads the YAML documents of a text.
type documents struct {
	text *countingReader
	yaml *yaml.Decoder
}

func newDocuments(text []byte) *documents {
	r := &countingReader{text: text}
	return &documents{text: r, yaml: yaml.NewDecoder(r)}
}

// next returns the next document, io.EOF after the last one, or a syntax error.
// A panic of yaml.v3 is a syntax error too: it is no reason to lose the
// findings of the other files.
func (d *documents) next() (doc *yaml.Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			doc, err = nil, errUnparsable
		}
	}()
	doc = new(yaml.Node)
	if err := d.yaml.Decode(doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return nil, errUnparsable
	}
	return doc, nil
}

// countingReader hands out a text in small portions, so that after an error its
// count tells about how far the parser had come.
type countingReader struct {
	text []byte
	read int
}

const portion = 64

// Read implements io.Reader.
func (r *countingReader) Read(p []byte) (int, error) {
	if r.read == len(r.text) {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), portion)], r.text[r.read:])
	r.read += n
	return n, nil
}

// syntaxErrorOf returns the message of the first syntax error of a text, "" if
// there is none.
func syntaxErrorOf(text []byte) string {
	d := newDocuments(text)
	for {
		if _, err := d.next(); err == io.EOF {
			return ""
		} else if err != nil {
			return err.Error()
		}
	}
}
