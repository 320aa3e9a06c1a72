package gen

import (
	"errors"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff is a file in the output folder that is not what a plan says.
type Diff struct {
	Path    string // as the user would write it
	Text    []byte // unified, from what is there to what should be; /dev/null where there is or should be none
	Foreign bool   // it has no header: Write would refuse to overwrite it
}

// Check writes nothing and returns what Write would change, in the order of the
// paths: files that differ or are missing, then stale ones. The error joins a
// Refusal or Failure for each place that cannot be compared.
func Check(out string, plan Plan) ([]Diff, error) {
	files, err := plan.sorted()
	if err != nil {
		return nil, err
	}
	plan.Files = files
	dir, err := openOut(out, false)
	if err != nil {
		return nil, err
	}
	defer dir.close()
	s := look(out, dir.root, plan)
	var diffs []Diff
	for _, t := range s.targets {
		if !t.unchanged() && !t.blocked {
			diffs = append(diffs, s.diff(t))
		}
	}
	for _, t := range s.stale {
		diffs = append(diffs, s.diff(t))
	}
	return diffs, errors.Join(s.refused...)
}

// diff compares what is there with what should be.
func (s *survey) diff(t target) Diff {
	path := shown(s.out, t.Path)
	from, to := path, path
	if !t.exists {
		from = "/dev/null"
	}
	if t.Content == nil {
		to = "/dev/null"
	}
	return Diff{path, diff.Diff(from, t.old, to, t.Content), t.foreign}
}
