// Package probe is what the generated packages of the cases offer to the program
// that runs them all.
package probe

import (
	"encoding/json"
	"net/http"
)

// Package is one generated package.
type Package struct {
	Decode         func(status int, header http.Header, body []byte) error
	DecodeResponse func(*http.Response) error
	Encode         func(err error) (status int, header http.Header, body []byte)
	DecodeClose    func(code int, reason string) error // nil: no close codes
	CloseFrame     func(err error) (code int, reason string)
	Describe       func(err error) []Found   // the errors of a response, in order
	Raise          func(err error) error     // the same errors anew; nil if that cannot be
	Received       func(err error) *Received // the response it was decoded from
	Touch          func(err error)           // calls what may be called of an error
}

// Found is one decoded error.
type Found struct {
	Name     string                     // of its ID
	Kinds    []string                   // its name and its ancestors'
	Complete bool                       // it has its data, or needs none
	Params   map[string]json.RawMessage // as they stand on the wire; absent ones are not there
	Nested   []Found
}

// Received is the response of a decoded error.
type Received struct {
	Status    int
	Header    http.Header
	Body      string
	Truncated bool
}

// Packages are the generated packages by their names.
var Packages = map[string]*Package{}
