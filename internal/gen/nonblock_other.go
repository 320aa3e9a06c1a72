//go:build !unix

package gen

// nonblocking is nothing where opening a file never waits.
const nonblocking = 0
