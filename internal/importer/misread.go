package importer

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/importer/bodies"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Misread says which responses the catalog reads as other entries than they made. Those
// that made none are in the draft's notes.
func Misread(r *Result, seen []*bodies.Seen) (all []string) {
	if r.Program == nil {
		return nil
	}
	for _, s := range seen {
		var want, got []string
		for _, e := range s.Entries {
			want = append(want, e.Settled().Name)
		}
		if len(want) == 0 {
			continue
		}
		for _, d := range r.Program.Decode(s.Status, s.Headers, s.Body) {
			name := map[model.OutcomeKind]string{model.UnknownOutcome: "an unlisted error", model.UnexpectedOutcome: "an unexpected response"}[d.Outcome.Kind]
			if d.Outcome.Entry != nil {
				name = d.Outcome.Entry.Name
			}
			got = append(got, name)
		}
		if a, b := strings.Join(got, ", "), strings.Join(want, ", "); a != b {
			at := fmt.Sprintf("line %d", s.Line)
			if s.Entry > 0 {
				at = fmt.Sprintf("entry %d", s.Entry)
			}
			all = append(all, fmt.Sprintf("%s is read as %s, not as %s", at, orNone(a), b))
		}
	}
	return all
}

func orNone(names string) string {
	if names == "" {
		return "no error"
	}
	return names
}
