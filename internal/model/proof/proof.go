// Package proof runs the engine over a resolved catalog, with the code that
// generated packages run: it writes a sample of every entry, and holds the catalog's
// examples to what they say (docs/spec.md#how-decoding-decides).
package proof

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Catalog proves a catalog that was made of a file: it gives its entries their
// samples and its examples their corrected bodies, chooses what examples of its use
// show, and adds to l what does not hold.
// It returns the catalog, from now on finished, with the engine's program of it; nil
// if something does not hold, or if there was no catalog.
func Catalog(c *model.Catalog, f *load.File, l *diag.List) (*model.Catalog, *replay.Program) {
	if c == nil {
		return nil, nil
	}
	s, r, places := newSampler(replay.New(c)), &diag.Reporter{List: l}, entryPlaces(f)
	if s.checkExtents(r, c, places); r.Reported {
		return nil, nil
	}
	further := furtherStatuses(c)
	for _, e := range c.Entries {
		for i, env := range e.Reads {
			first := s.sample(e, env, e.ReadStatus[i].First())
			e.Samples = append(e.Samples, first)
			e.StatusSamples = append(e.StatusSamples, s.statusSamples(e, first, e.ReadStatus[i], further)...)
		}
	}
	s.checkSamples(r, c, places)
	s.checkTold(r, c, places)
	s.checkInner(r, c, f)
	s.checkProven(r, c, places)
	for i, x := range c.Examples {
		(&checker{Reporter: r, sampler: s, syntax: f.Examples[i], example: x}).check()
	}
	if r.Reported {
		return nil, nil
	}
	c.Usage = usage(c, s.program)
	return c, s.program
}

// The engine, as this package uses it.
type (
	program = replay.Program // a catalog as the engine reads it
	found   = replay.Decoded // an error that a response holds
)

func parseJSON(text string) (model.Value, bool) { return replay.ParseJSON(text) }
