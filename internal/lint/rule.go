package lint

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Rule names something that a catalog ought to keep. It is stable: catalogs that allow
// it, configurations and scripts rely on it.
type Rule string

// Group is what rules are about.
type Group string

// The groups, in the order of rules.md.
const (
	Identity   Group = "identity"   // whether clients tell an error, and get its data
	HTTP       Group = "http"       // statuses, headers, media types
	Security   Group = "security"   // what responses and logs give away
	Codes      Group = "codes"      // what programs compare
	Texts      Group = "texts"      // what people read
	Operations Group = "operations" // what returns what, and for how long
	Upkeep     Group = "upkeep"     // the catalog itself
)

// Groups are all groups, in order.
func Groups() []Group { return []Group{Identity, HTTP, Security, Codes, Texts, Operations, Upkeep} }

// NewestSet is the version of the newest set of rules. A rule is in the sets from the
// one on that it came with, so that a newer errgen finds nothing new unless it is asked
// for.
const NewestSet = 1

// rule is a rule with how it is checked.
type rule struct {
	name  Rule
	group Group
	level report.Level
	set   int                       // the first set that has it
	check func(c *catalog, f found) // nil: of allowances, which are checked after all others
}

// Explanation is what "errgen explain" says about a rule.
type Explanation struct {
	Rule    Rule
	Group   Group
	Level   report.Level // if nothing else is said
	Set     int          // the first set that has it
	Summary string
	Cause   string // a paragraph: when it is reported, and why it matters
	Sources string // where that stands, Markdown
	Bad     string // a whole, small catalog that does not keep it
	Good    string // the same catalog, mended
}

//go:embed rules.md
var page string

var explanations = sync.OnceValue(func() map[Rule]Explanation {
	all := map[Rule]Explanation{}
	docs := diag.ReadDocs(page)
	for _, r := range rules {
		d := docs[diag.Code(r.name)]
		cause, sources, _ := strings.Cut(d.Cause, " Sources: ")
		all[r.name] = Explanation{r.name, r.group, r.level, r.set, d.Summary, cause, sources, d.Bad, d.Good}
	}
	return all
})

// Explain returns what there is to say of a rule.
func Explain(name Rule) (Explanation, bool) {
	e, ok := explanations()[name]
	return e, ok
}

// Rules returns all rules, in the order of rules.md.
func Rules() []Rule {
	var names []Rule
	for _, r := range rules {
		names = append(names, r.name)
	}
	return names
}
