// Package readme tests that the links of all documents lead somewhere. The README
// itself is followed word for word beside the command, in cmd/errgen.
package readme
