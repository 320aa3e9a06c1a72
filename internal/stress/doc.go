// Package stress holds the project to the laws of docs/spec.md#laws with
// values drawn from the schemas of all catalogs, and to its promise that no text
// of a catalog becomes code.
//
// It holds tests only. ERRGEN_LONG=1 makes them draw many times as much.
package stress
