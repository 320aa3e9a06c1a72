package founding

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/report"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// waived are all places at which a documented example is not what its entry
// writes, with the reason. Every other place of every example is.
var waived = map[string][]model.Waiver{
	"connectorapi: AppJWT is missing": {{
		At:      "/body/errorCode",
		Because: "The example and the property table pair 40104 with the title and details that the table of response bodies gives to 40105.",
	}},
}

func TestWaivers(t *testing.T) {
	examples := 0
	for _, c := range catalogs(t) {
		for _, e := range c.Examples {
			examples++
			name := c.Package + ": " + e.Name
			if !slices.Equal(e.Waivers, waived[name]) {
				t.Errorf("%s: waived %v, expected %v", name, e.Waivers, waived[name])
			}
			if len(e.Waivers) > 0 {
				t.Logf("%s is waived: %v", name, e.Waivers)
			}
			delete(waived, name)
		}
	}
	if len(waived) > 0 || examples != 15 {
		t.Errorf("%d examples; waived, but not there: %v", examples, waived)
	}
}

// catalogs reads the four catalogs.
func catalogs(t *testing.T) []*model.Catalog {
	t.Helper()
	var l diag.List
	var all []*model.Catalog
	files, _ := load.Paths([]string{filepath.Join(seeds.Root(), "spec")}, &l)
	for _, f := range files {
		if c, _ := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil {
			all = append(all, c)
		}
	}
	if l.Len() > 0 || len(all) != 4 {
		_ = report.WriteText(os.Stderr, l.Sorted())
		t.Fatalf("%d catalogs, %d findings", len(all), l.Len())
	}
	return all
}
