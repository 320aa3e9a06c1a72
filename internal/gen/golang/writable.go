package golang

import "github.com/seed-1b9d9f04/errgen/internal/model"

// maxShown is how long a value in an example may be, in bytes of JSON.
const maxShown = 200

// canWrite reports whether a value can be written as an expression that people still
// like to read. Errors within errors are no values.
func canWrite(v model.Value, s *model.Schema) bool {
	if s.HoldsErrors() && (s.Kind == model.ErrorKind || len(v.Items) > 0) {
		return false
	}
	return len(v.AppendJSON(nil)) <= maxShown
}
