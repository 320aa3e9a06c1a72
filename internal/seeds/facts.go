package seeds

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Fact is a line of FACTS.md, the list of what the founding documents say.
type Fact struct {
	Kind string // F fact, X contradiction or defect, A ambiguity, N need on the generator
	ID   string // "LP7"; for a need, which has no number, the document's letters and N: "LPN"
	Text string
}

var (
	factSection = regexp.MustCompile(`^## ([A-Z]+) - `)
	factLine    = regexp.MustCompile(`^([FXA]) ([A-Z]+[0-9]+) +(.+)$`)
	factNeed    = regexp.MustCompile(`^N  (.+)$`)
)

// Facts returns all facts of FACTS.md in file order.
func Facts() []Fact {
	var facts []Fact
	section := ""
	for line := range strings.Lines(read(factsFile)) {
		line = strings.TrimSuffix(line, "\n")
		if m := factSection.FindStringSubmatch(line); m != nil {
			section = m[1]
		} else if m := factLine.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{m[1], m[2], m[3]})
		} else if m := factNeed.FindStringSubmatch(line); m != nil {
			facts = append(facts, Fact{"N", section + "N", m[1]})
		}
	}
	return facts
}

// Account is a line of the table of docs/founding-catalogs.md.
type Account struct {
	ID    string
	Where []string // places in catalogs, "axway.yaml: errors.CaseClosed"; none if the fact is in no catalog
	Note  string
}

// Accounts returns the tables of docs/founding-catalogs.md.
func Accounts() []Account {
	b, err := os.ReadFile(filepath.Join(Root(), "docs", "founding-catalogs.md"))
	if err != nil {
		panic("seeds: " + err.Error())
	}
	var all []Account
	inside := false
	for line := range strings.Lines(string(b)) {
		c := cellsOf(line)
		switch {
		case len(c) != 3:
			inside = false
		case c[0] == "Fact":
			inside = true
		case inside && strings.Trim(c[0], ":- ") != "":
			where, _ := codeSpans(c[1])
			all = append(all, Account{c[0], where, c[2]})
		}
	}
	return all
}
