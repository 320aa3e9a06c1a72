package golang

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// ignoreUnitNames tells staticcheck that durations are called as the API calls
// them, units and all.
const ignoreUnitNames = "//lint:file-ignore ST1011 the names are the API's"

// unitSuffixes are those of which staticcheck's ST1011 complains.
var unitSuffixes = []string{
	"Sec", "Secs", "Seconds", "Msec", "Msecs", "Milli", "Millis", "Milliseconds", "Usec", "Usecs", "Microseconds", "MS", "Ms",
}

// namesUnits reports whether a duration is named for its unit: a param, or a
// member of a type.
func namesUnits(c *model.Catalog) bool {
	for _, e := range c.Entries {
		for _, p := range e.Params {
			if isUnitName(p.GoName, p.Go) {
				return true
			}
		}
	}
	for _, t := range c.Types {
		for _, p := range t.Schema.Properties {
			if isUnitName(p.GoName, p.Go) {
				return true
			}
		}
	}
	for _, x := range c.Exchanges() {
		if isUnitName(x.GoName, x.Go) {
			return true
		}
	}
	return false
}

func isUnitName(name string, t model.GoType) bool {
	return t.Kind == model.GoDuration && slices.ContainsFunc(unitSuffixes, func(s string) bool { return strings.HasSuffix(name, s) })
}
