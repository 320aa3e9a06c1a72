// Package specdoc reads the manual of the catalog language, docs/tutorial.md,
// docs/how-to.md and docs/spec.md, for tests: its catalogs and fragments of
// catalogs, and the tables of keys. Its own tests run every one of the former and
// hold the latter to the loader and to the JSON Schema.
//
// A fenced block of yaml whose first key is `errgen` is a catalog, or with an
// info string `yaml file=NAME` a shared file of that name, which catalogs may
// include. Any other is a fragment: some top-level keys of a catalog, the others
// of which are those of the block that is marked `yaml frame`. A block marked
// `invalid=CODE` has just the findings of that code.
package specdoc
