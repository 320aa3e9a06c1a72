package golang

import (
	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// maxShown is how long a value in an example may be, in bytes of JSON.
const maxShown = 200

// canWrite reports whether a value can be written as an expression of a Go type
// that people still like to read.
func canWrite(v model.Value, t model.GoType, s *model.Schema) bool {
	return gocode.HasType(v, t, s) && len(v.AppendJSON(nil)) <= maxShown
}
