// Package errgen is the root of a code generator: the errors that an API
// documents, written once in a YAML catalog, become Go error types,
// constructors, an HTTP writer for servers, a response decoder for clients and
// an OpenAPI document.
//
// The package itself holds no code. It is the place of the go:generate lines that
// make the folder generated from the catalogs in the folder spec, and that of the
// examples from theirs:
//
//	go generate ./...
//
// The command is in cmd/errgen; README.md is a tour, docs/architecture.md shows
// how the parts hang together, and docs/spec.md is the reference of the catalog
// language.
package errgen

//go:generate go run ./cmd/errgen generate --out generated ./spec
//go:generate go run -C examples github.com/seed-1b9d9f04/errgen/cmd/errgen generate
