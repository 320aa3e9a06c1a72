// Package templates holds what is copied or filled in for generated files.
package templates

import "embed"

// Support is the source of the support code that every generated package
// carries a copy of: the files of the folder support.
//
//go:embed support/*.go
var Support embed.FS

// Docs is the prose of the reference documentation: text/template files in the
// folder docs.
//
//go:embed docs/*.tmpl
var Docs embed.FS
