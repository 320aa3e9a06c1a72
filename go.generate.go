// Package errgen is the root of a code generator: the errors that an API
// documents, written once in a YAML catalog, become Go error types,
// constructors, an HTTP writer for servers, a response decoder for clients and
// an OpenAPI document.
//
// The package itself holds no code. It is the place of the go:generate line that
// makes the folder generated from the catalogs in the folder spec:
//
//	go generate ./...
//
// The command is in cmd/errgen; README.md is a tour, docs/architecture.md shows
// how the parts hang together, and docs/spec.md is the reference of the catalog
// language.
package errgen

//go:generate go run ./cmd/errgen generate --out generated ./spec
