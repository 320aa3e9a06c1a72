// Package support is the code that every generated package carries a copy of:
// raising, writing, reading and matching the errors of one catalog, which it
// knows as a table. Files whose names begin with "stub", "lower" or "dynamic"
// are the generator's own and are not copied; the rest is, with the package
// clause replaced.
//
// The generator runs the same code over tables that it lowers from the model,
// to check the documented examples and to render samples, so that what a
// catalog is tested with is what services run.
package support

// The constants and the table that each generated package declares itself.
const (
	ErrUnlisted           ID = 1 + iota // decoded only: the API's own format, an entry that the catalog does not list
	ErrUnexpectedResponse               // decoded only: not the API's format
)

var catalog table

// Exchange is declared by each generated package whose catalog has exchange
// values.
type Exchange struct{}

func (*Exchange) value(i int) any { return pick(i) }

// The constructors of generated packages call it.
var _ = newError
