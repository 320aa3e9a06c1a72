// Package decodecases has the catalogs of small cases, testdata/decode and
// testdata/language-cases.yaml: each of their examples is one response and the
// answer that docs/spec.md#matching-texts and #how-decoding-decides must give. The
// answers are derived from that text by hand, not from the code that is under
// test.
//
// It is for tests only: the engine's, which decode the examples with the tables of
// the catalogs, and its own, which do so with the generated packages.
package decodecases
