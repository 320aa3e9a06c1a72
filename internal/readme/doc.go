// Package readme tests what people read first: the README is followed word for
// word, and the links of all documents lead somewhere.
package readme
