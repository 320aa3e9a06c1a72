package study

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
)

// ledger is the folder in which a study that is run in parts keeps what it has seen:
// ERRGEN_STUDY, "" for none.
func ledger() string { return os.Getenv("ERRGEN_STUDY") }

// isPart reports whether only a part of the catalogs is asked for, or is left.
func isPart() bool {
	f := flag.Lookup("test.run")
	return ledger() != "" || f != nil && strings.Contains(f.Value.String(), "/")
}

// record is a pair, what is said of it, and what a judge has seen.
type record struct {
	Base     string
	Number   int
	Mutation string
	Said     []string       // category, level and rule of what is said, each once
	Source   bool           // code that compiled does not
	Silent   bool           // code compiles, and means something else
	Wire     bool           // earlier clients read an error as something else, or without data
	Back     bool           // later ones do
	Sent     int            // errors that were exchanged
	Excused  map[string]int // why what a judge sees need not be an error
}

// record is a pair before any judge has seen it.
func (p *pair) record() *record {
	r := &record{Base: p.base.name, Number: p.mutation.number, Mutation: p.mutation.name, Excused: map[string]int{}}
	for _, c := range p.changes {
		if s := says(c); !slices.Contains(r.Said, s) {
			r.Said = append(r.Said, s)
		}
	}
	return r
}

// says is what a change says, without what it is said of.
func says(c breaking.Change) string {
	return string(c.Category) + " " + c.Level.String() + " " + string(c.Rule)
}

// inParts runs the part of a judge's work that is about one catalog. Where there is a
// ledger it is noted there, and not run again once it has found nothing wrong.
func inParts(t *testing.T, judge string, b base, of func(t *testing.T) []*record) {
	t.Run(b.name, func(t *testing.T) {
		if ledger() == "" {
			of(t)
			return
		}
		name := filepath.Join(ledger(), judge+"-"+strings.ReplaceAll(b.name, "/", "-")+".json")
		if _, err := os.Stat(name); err == nil {
			t.Skip("done before")
		}
		records := of(t)
		if t.Failed() {
			return
		}
		text, err := json.Marshal(records)
		if err == nil {
			err = os.WriteFile(name, text, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	})
}
