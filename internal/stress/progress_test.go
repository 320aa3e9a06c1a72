package stress

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"testing"
)

// A progress is how far a test has come that tries seeds one after the other. Kept in a
// file, it lets the test go on where it was interrupted.
type progress struct {
	file string // "" if it is not kept

	First     uint64              `json:"first"`
	Next      uint64              `json:"next"`
	Mutations int                 `json:"mutations"`
	Accepted  int                 `json:"accepted"`
	Faulty    map[string][]uint64 `json:"faulty"` // seeds by the kinds of their faults
}

// readProgress reads how far a test has come: it is about to begin with first if there
// is no file.
func readProgress(t *testing.T, file string, first uint64) progress {
	t.Helper()
	p := progress{First: first, Next: first}
	if file != "" {
		switch content, err := os.ReadFile(file); {
		case err == nil:
			if err := json.Unmarshal(content, &p); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
		case !errors.Is(err, fs.ErrNotExist):
			t.Fatal(err)
		}
	}
	p.file = file
	if p.Faulty == nil {
		p.Faulty = map[string][]uint64{}
	}
	return p
}

// faultySeeds are those that a fault was found with, which are to be tried again.
func (p *progress) faultySeeds() []uint64 {
	return slices.Sorted(slices.Values(slices.Concat(slices.Collect(maps.Values(p.Faulty))...)))
}

// keep notes what came of a seed, and writes the file.
func (p *progress) keep(t *testing.T, seed uint64, err error) {
	t.Helper()
	for kind, seeds := range p.Faulty {
		if p.Faulty[kind] = slices.DeleteFunc(seeds, func(s uint64) bool { return s == seed }); len(p.Faulty[kind]) == 0 {
			delete(p.Faulty, kind)
		}
	}
	if err != nil {
		p.Faulty[kindOf(err)] = append(p.Faulty[kindOf(err)], seed)
	}
	if p.file == "" {
		return
	}
	content, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	// The whole file or the former one, whenever this is interrupted.
	if err := os.WriteFile(p.file+".new", content, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(p.file+".new", p.file); err != nil {
		t.Fatal(err)
	}
}

// end removes the file if all has been tried without a fault.
func (p *progress) end(t *testing.T) {
	t.Helper()
	if p.file != "" && len(p.Faulty) == 0 {
		if err := os.Remove(p.file); err != nil {
			t.Fatal(err)
		}
	}
}

func TestProgressGoesOn(t *testing.T) {
	file := t.TempDir() + "/done"
	p := readProgress(t, file, 7)
	p.Next++
	p.keep(t, 7, nil)
	p.Next++
	p.keep(t, 8, errors.New("odd"))

	p = readProgress(t, file, 1)
	if p.First != 7 || p.Next != 9 {
		t.Errorf("it goes on at %d, begun at %d; 9 and 7 are right", p.Next, p.First)
	}
	if seeds := p.faultySeeds(); !slices.Equal(seeds, []uint64{8}) {
		t.Errorf("%d are tried again, not 8", seeds)
	}
	p.keep(t, 8, nil)
	p.end(t)
	if p = readProgress(t, file, 1); p.Next != 1 {
		t.Errorf("after its end it begins at %d", p.Next)
	}
}
