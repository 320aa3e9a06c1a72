package load

import (
	"bytes"
	"errors"
	"io/fs"
	"regexp"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// catalogKeys are what every catalog has, as far as it can be told without a parser.
var catalogKeys = []*regexp.Regexp{regexp.MustCompile(`errgen["']?\s*:`), regexp.MustCompile(`package["']?\s*:`)}

// Declares reports whether a file is the catalog of a package. One that may be it, but
// cannot be read, or has a fault that hides its package, counts as one.
func Declares(name, pkg string) bool {
	data, err := readFile(name)
	if err != nil {
		return errors.Is(err, fs.ErrPermission)
	}
	for _, key := range catalogKeys {
		if !key.Match(data) {
			return false
		}
	}
	if !bytes.Contains(data, []byte(pkg)) {
		return false
	}
	f := decodeBytes(name, data, new(diag.List))
	return f == nil || !f.Package.Given() || f.Package.S == pkg
}
