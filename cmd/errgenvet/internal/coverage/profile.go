package coverage

import (
	"go/token"

	"golang.org/x/tools/cover"
)

// profile is what tests have run: the blocks of each file.
type profile map[string][]cover.ProfileBlock

// readProfile reads a profile of "go test -coverprofile"; without a name there is none.
func readProfile(name string) (profile, error) {
	if name == "" {
		return nil, nil
	}
	all, err := cover.ParseProfiles(name)
	if err != nil {
		return nil, err
	}
	p := profile{}
	for _, of := range all {
		p[of.FileName] = append(p[of.FileName], of.Blocks...)
	}
	return p, nil
}

// hasRun reports whether tests have run what stands at a place of a file.
func (p profile) hasRun(file string, at token.Position) bool {
	for _, b := range p[file] {
		after := at.Line > b.StartLine || at.Line == b.StartLine && at.Column >= b.StartCol
		before := at.Line < b.EndLine || at.Line == b.EndLine && at.Column < b.EndCol
		if after && before && b.Count > 0 {
			return true
		}
	}
	return false
}
