// Package spec holds the catalogs of this project and the JSON Schemas of the
// language they are written in, of the configuration, of findings and of a site's data.
package spec

import _ "embed" // for the schemas

// Schema is the JSON Schema (2020-12) of the catalog language, as an editor uses
// it: it completes keys, shows what they mean and underlines wrong ones. It
// describes the form that docs/spec.md gives a catalog; what refers to something
// else in the file, and every rule on values, is the loader's and resolver's.
// Callers must not change it.
//
//go:embed errgen.schema.json
var Schema []byte

// ConfigSchema is the JSON Schema (2020-12) of a repository's errgen.yaml.
// Callers must not change it.
//
//go:embed errgen-config.schema.json
var ConfigSchema []byte

// FindingsSchema is the JSON Schema (2020-12) of what commands write with
// --format json. Callers must not change it.
//
//go:embed errgen-findings.schema.json
var FindingsSchema []byte

// SiteSchema is the JSON Schema (2020-12) of the errors.json of a reference site. Callers
// must not change it.
//
//go:embed errgen-site.schema.json
var SiteSchema []byte
