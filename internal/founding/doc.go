// Package founding tests the generated packages of the four founding APIs
// against their documents, as services and clients use them. Expected values
// come from the documents in testdata/seeds and from hand-written Go, never from
// the catalogs.
package founding
