package spec_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// TestSchemaAndErrgenAgree gives the same files to the schema and to errgen. What
// errgen takes the schema takes. What errgen refuses the schema refuses, unless
// all that errgen finds is what the table says no schema can say.
func TestSchemaAndErrgenAgree(t *testing.T) {
	s := compile(t)
	missed, said := map[diag.Code]bool{}, map[diag.Code]bool{}
	refused, taken := 0, 0
	for _, in := range inputs(t) {
		found := in.findings()
		codes := codesOf(found)
		value, err := coreSchema(in.text())
		if err == nil {
			err = s.Validate(value)
		}
		switch {
		case len(found) == 0 && err != nil:
			t.Errorf("%s (%s): errgen takes it, the schema does not: %v", in.name, in.file, err)
		case len(found) == 0:
			taken++
		case err != nil:
			refused++
			if len(codes) == 1 {
				said[codes[0]] = true
			}
		default:
			for _, code := range codes {
				missed[code] = true
				if unsaid[code].why == "" {
					t.Errorf("%s (%s): the schema takes it, errgen finds %s", in.name, in.file, code)
				}
			}
		}
	}
	for _, code := range slices.Sorted(maps.Keys(unsaid)) {
		switch {
		case !missed[code]:
			t.Errorf("the schema refuses all that errgen refuses as %s: it need not be in the table", code)
		case said[code] != unsaid[code].partly:
			t.Errorf("that the schema has %s in some cases is %t", code, said[code])
		}
	}
	t.Logf("%d files taken by both, %d refused by both", taken, refused)
	if taken < 200 || refused < 60 {
		t.Error("these are too few to prove anything")
	}
}

// codesOf are the codes of findings, each once.
func codesOf(found []diag.Diagnostic) []diag.Code {
	var codes []diag.Code
	for _, d := range found {
		if !slices.Contains(codes, d.Code) {
			codes = append(codes, d.Code)
		}
	}
	return codes
}
