package golang

import (
	"fmt"
	"go/build/constraint"
	"strings"
)

// Comment lines that mark a region of the support code, which stays only where
// the catalog needs it. A condition is of the form of a build constraint over
// features:
//
//	//errgen:if repeated || nested
//	...
//	//errgen:end
//
// Regions may stand within each other.
const (
	regionBegin = "//errgen:if "
	regionEnd   = "//errgen:end"
)

// strip leaves out the regions that the features do not ask for, and the marks. Of
// blank lines that then stand below each other one is left.
func strip(src string, features map[string]bool) (string, error) {
	var b strings.Builder
	var open []bool // of the regions around a line: whether they stay
	drop := 0       // how many of them do not
	blank := false  // the last line that stays is
	for line := range strings.Lines(src) {
		mark := strings.TrimSpace(line)
		switch condition, begins := strings.CutPrefix(mark, regionBegin); {
		case begins:
			expr, err := constraint.Parse("//go:build " + condition)
			if err != nil {
				return "", fmt.Errorf("%s: %w", mark, err)
			}
			stays := expr.Eval(func(feature string) bool { return features[feature] })
			open = append(open, stays)
			if !stays {
				drop++
			}
		case mark == regionEnd && len(open) == 0:
			return "", fmt.Errorf("%s without a beginning", mark)
		case mark == regionEnd:
			if !open[len(open)-1] {
				drop--
			}
			open = open[:len(open)-1]
		case drop == 0 && !(mark == "" && blank):
			b.WriteString(line)
			blank = mark == ""
		}
	}
	if len(open) > 0 {
		return "", fmt.Errorf("%s without an end", strings.TrimSpace(regionBegin))
	}
	return b.String(), nil
}
