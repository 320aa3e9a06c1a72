// Package lists makes catalogs of lists of errors as APIs publish them: a code, a
// status and a text each, a thousand of them. It has no code but its tests.
package lists
