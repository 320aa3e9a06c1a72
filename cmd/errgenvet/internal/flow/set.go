package flow

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/generated"
)

// Set is which errors a value can be, apart from nil.
type Set struct {
	Open    bool // it can be others, too, which are not known
	raised  map[string]Raised
	decoded map[*types.Package]token.Pos
}

// Raised is an entry that is raised.
type Raised struct {
	generated.Ref
	Pos    token.Pos   // where
	Places []token.Pos // all places where, that one first
}

// Raised are the entries, in the order of their places.
func (s *Set) Raised() []Raised {
	return slices.SortedFunc(maps.Values(s.raised), func(a, b Raised) int {
		return cmp.Or(cmp.Compare(a.Pos, b.Pos), cmp.Compare(a.Name, b.Name))
	})
}

// Decoded are the generated packages by which errors are decoded from responses, and
// where.
func (s *Set) Decoded() map[*types.Package]token.Pos { return s.decoded }

// raise adds an entry.
func (s *Set) raise(r generated.Ref, pos token.Pos) {
	if s.raised == nil {
		s.raised = map[string]Raised{}
	}
	key := r.Package.Path() + "." + r.Name
	known, ok := s.raised[key]
	if !ok {
		known = Raised{Ref: r, Pos: pos}
	}
	if !slices.Contains(known.Places, pos) {
		known.Places = append(known.Places, pos)
	}
	s.raised[key] = known
}

// decode adds what a generated package decodes.
func (s *Set) decode(pkg *types.Package, pos token.Pos) {
	if s.decoded == nil {
		s.decoded = map[*types.Package]token.Pos{}
	}
	if _, known := s.decoded[pkg]; !known {
		s.decoded[pkg] = pos
	}
	s.Open = true
}

// Add adds all of another set.
func (s *Set) Add(other *Set) {
	s.Open = s.Open || other.Open
	for _, r := range other.raised {
		for _, pos := range r.Places {
			s.raise(r.Ref, pos)
		}
	}
	for pkg, pos := range other.decoded {
		s.decode(pkg, pos)
	}
}

// only takes out the entries that keep says no to.
func (s *Set) only(keep func(generated.Ref) bool) {
	maps.DeleteFunc(s.raised, func(_ string, r Raised) bool { return !keep(r.Ref) })
}
