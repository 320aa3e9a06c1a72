// Package openapi is the test of what generators of Go make of errgen's documents, with
// the generators that go.mod pins; run makes the code that it needs.
package openapi
