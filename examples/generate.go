// Package examples is the root of small programs that use packages made by
// errgen. README.md says what is where.
//
// Its catalogs are in the folder spec; this makes the folder generated of them:
//
//	go generate ./...
package examples

//go:generate go run github.com/seed-1b9d9f04/errgen/cmd/errgen generate
