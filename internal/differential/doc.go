// Package differential compares the engine with a second implementation of
// docs/spec.md#how-decoding-decides. That is written from the manual alone and in the
// plainest way: over values that encoding/json has parsed and the resolved model,
// slow, without anything of the engine's. Both read all catalogs of the repository
// with their samples and documented responses, and mutations of these.
//
// It is for tests only.
package differential
