package breaking

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Level says how bad a change is.
type Level = report.Level

// The levels.
const (
	Info    = report.Info    // nobody breaks
	Warning = report.Warning // somebody may break, or breaks who was warned
	Error   = report.Error   // somebody breaks
)

// Category says what a change breaks.
type Category string

// The categories.
const (
	Wire     Category = "wire"      // clients built before the change, at a server built after it
	WireBack Category = "wire-back" // clients built after it, at a server built before it
	Source   Category = "source"    // Go code that uses the package
	Contract Category = "contract"  // what is documented: clients that errgen has not made
	Doc      Category = "doc"       // what is said
)

// Change is one difference between two generations of a catalog.
type Change struct {
	Catalog   *model.Catalog // the later generation, unless it is gone; nil for what is of no catalog
	Rule      Rule
	Level     Level
	Category  Category
	Subject   string // what has changed: the name of an entry, or "envelope Problem"
	Entry     bool   // Subject is an entry's name, that of the later generation if it has it
	Message   string // one line: who breaks, and how
	Before    string // the old value; "" for none
	After     string // the new one
	Response  string // of the wire: a response that shows it
	Remedy    string // one line: a way that does not break; "" where nobody does
	Accepted  string // why the catalog accepts the break; "" if it does not
	Otherwise Level  // of one that is accepted: its level if it were not
	Accepts   string // of an acceptance that is not needed: its rule
}

// Severity is the level of a change, whether it is accepted or not.
func (c Change) Severity() Level { return max(c.Level, c.Otherwise) }
