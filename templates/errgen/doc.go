// Package errgen is the engine of the packages that errgen generates: it writes,
// reads and matches the errors of catalogs, each of which it knows as a Table.
//
// It stands once in an output folder, whole, for all packages there. Each of these
// declares the types and functions that its users see, which call this package, and
// its Table, which the compiler lays out. The generator runs the same code, to check
// the documented examples and to render samples, so that what a catalog is tested
// with is what services run.
//
// Its exported names are for generated code, of the same version of errgen, alone.
package errgen
