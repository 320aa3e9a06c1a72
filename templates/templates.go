// Package templates holds what is copied or filled in for the files that errgen makes.
package templates

import "embed"

// Engine is the source of the engine, which stands once in an output folder: the
// files of the folder errgen.
//
//go:embed errgen/*.go
var Engine embed.FS

// Init are the catalogs that "errgen init" begins with, STYLE.yaml in the folder init,
// of a package called starter.
//
//go:embed init/*.yaml
var Init embed.FS

// Docs is the prose of the reference documentation: text/template files in the
// folder docs.
//
//go:embed docs/*.tmpl
var Docs embed.FS

// Reference are the phrases of reference documentation that need no markup: templates in
// the folder reference, for text/template and html/template.
//
//go:embed reference/*.tmpl
var Reference embed.FS

// Site is the reference site: html/template files in the folder site, and files that
// stand in it as they are.
//
//go:embed site/*.tmpl site/site.css site/site.js site/icon.svg
var Site embed.FS

// Golang is what every generated Go package has alike: text/template files in the
// folder golang.
//
//go:embed golang/*.tmpl
var Golang embed.FS

// TypeScript is the source of the engine of TypeScript modules, which stands once in an
// output folder: the files of the folder typescript.
//
//go:embed typescript/*.ts
var TypeScript embed.FS
