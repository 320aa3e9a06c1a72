// Package errgen is the engine of the packages that errgen generates: it writes,
// reads and matches the errors of catalogs, each of which it knows as a Table. It
// stands once in an output folder, for all packages there, and the generator runs it
// as well: what a catalog is tested with is what services run.
//
// Its exported names are for generated code, of the same version of errgen, alone.
package errgen
