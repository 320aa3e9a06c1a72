// Package bench measures errgen and what it generates, beside what one would
// otherwise use. It is a module of its own, so that the libraries it compares
// with are dependencies of it alone.
//
// A shared machine is never quiet. All figures are therefore taken by turns:
// the contenders of one benchmark run in alternation, a short batch each, and
// what is compared is the median of the ratios of neighbouring batches. The
// command run does everything; the results are told in docs/performance.md.
package bench
