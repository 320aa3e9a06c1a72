// Package diagcases tests the diagnostics of the whole way from YAML to the
// model: testdata/diag holds a case for each code with the exact output, and the
// examples that "errgen explain" shows are run as well.
package diagcases
