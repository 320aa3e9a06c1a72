package gen

import (
	"bytes"
	"errors"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff is a file in the output folder that is not what a plan says.
type Diff struct {
	Path    string // as the user would write it
	Drift   Drift
	Text    []byte // of one that Differs: unified, from what is there to what should be
	Foreign bool   // it has no header: Write would refuse to overwrite it
}

// Drift is in which way a file is not what a plan says.
type Drift uint8

// The ways.
const (
	Differs  Drift = iota
	LineEnds       // it ends its lines with CR LF and is the same besides
	Missing
	Stale // it should not be there
)

// Changed counts the lines of the diff that should go and those that should come.
func (d Diff) Changed() (removed, added int) {
	for line := range bytes.Lines(d.Text) {
		switch {
		case bytes.HasPrefix(line, []byte("---")), bytes.HasPrefix(line, []byte("+++")):
		case line[0] == '-':
			removed++
		case line[0] == '+':
			added++
		}
	}
	return removed, added
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

// diff compares what is there with what should be. Line ends are no difference of
// their own where there are others.
func (s *survey) diff(t target) Diff {
	d := Diff{Path: shown(s.out, t.Path), Foreign: t.foreign}
	old := bytes.ReplaceAll(t.old, []byte("\r\n"), []byte("\n"))
	switch {
	case !t.exists:
		d.Drift = Missing
	case t.Content == nil:
		d.Drift = Stale
	case bytes.Equal(old, t.Content):
		d.Drift = LineEnds
	default:
		d.Text = diff.Diff(d.Path, old, d.Path, t.Content)
	}
	return d
}
