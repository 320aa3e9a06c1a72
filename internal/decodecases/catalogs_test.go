package decodecases

import (
	"strings"
	"testing"
)

// TestCatalogsResolve: no catalog has a finding, the cases are many, and each
// package and, within a catalog, each example has a name of its own.
func TestCatalogsResolve(t *testing.T) {
	packages := map[string]string{}
	n := 0
	for _, c := range Catalogs(t) {
		if other, ok := packages[c.Package]; ok {
			t.Errorf("%s and %s are both package %s", other, c.File, c.Package)
		}
		packages[c.Package] = c.File
		n += len(c.Examples)
		for _, x := range c.Examples {
			if strings.TrimSpace(x.Name) != x.Name || x.Name == "" {
				t.Errorf("%s: example %q has no good name", c.File, x.Name)
			}
		}
	}
	t.Logf("%d examples in %d catalogs", n, len(packages))
	if n < 300 {
		t.Errorf("%d examples, there were more than 300", n)
	}
}
