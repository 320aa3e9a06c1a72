// Package robust holds generated packages to what services and clients meet in
// operation: many goroutines, connections that are kept alive or break, handlers
// and middlewares that have written already, bodies that are cut, logs, and
// values that hold nothing.
//
// It holds tests only. ERRGEN_LONG=1 makes the soak test raise a million errors.
package robust
