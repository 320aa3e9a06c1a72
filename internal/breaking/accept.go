package breaking

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"golang.org/x/mod/semver"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Accept makes the changes bearable that a repository accepts for all of its catalogs,
// and returns them with what there is to say of acceptances that are not needed. These
// are of no catalog.
func Accept(changes []Change, accepted []model.Acceptance, terms Terms) []Change {
	return append(changes, terms.accept(changes, accepted, accepted)...)
}

// accept makes the changes bearable that acceptances are for, and returns what there is
// to say of those that are not needed. Earlier are those of the generation that is
// compared with.
func (t Terms) accept(changes []Change, accepted, earlier []model.Acceptance) []Change {
	var unneeded []Change
	for _, a := range accepted {
		over := t.isOver(a)
		isFor := func(c Change) bool {
			return string(c.Rule) == a.Rule && c.Subject == a.Of && (c.Level != Info || c.Accepted != "")
		}
		needed := slices.ContainsFunc(changes, isFor)
		for i := range changes {
			if c := &changes[i]; over == "" && isFor(*c) {
				c.Otherwise = c.Severity()
				c.Level, c.Accepted = Info, a.Because
			}
		}
		remedy := "remove it"
		_, known := Explain(Rule(a.Rule))
		switch {
		case !known:
			over, remedy = "there is no rule "+diag.Quote(a.Rule), diag.DidYouMean(a.Rule, ruleNames(), "run 'errgen explain' for the list")
		case over == "" && (needed || isMade(a, earlier)):
			continue
		case over == "":
			over = "nothing asks for it"
		}
		unneeded = append(unneeded, Change{Rule: AcceptUnneeded, Level: Warning, Category: Contract, Subject: a.Of, Accepts: a.Rule, Remedy: remedy,
			Message: fmt.Sprintf("%s of %s is accepted, and %s", a.Rule, a.Of, over)})
	}
	return unneeded
}

// isMade reports whether an acceptance is for a change that the generation that is
// compared with has already. It is still for those who compare with an older one, as
// long as it says: to its day, or until its version is released.
func isMade(a model.Acceptance, earlier []model.Acceptance) bool {
	return a.Until+a.Version != "" && slices.ContainsFunc(earlier, func(b model.Acceptance) bool { return a.Rule == b.Rule && a.Of == b.Of })
}

// isOver says why an acceptance does not hold any more, "" if it does.
func (t Terms) isOver(a model.Acceptance) string {
	version := "v" + strings.TrimPrefix(a.Version, "v")
	tag, _, _ := strings.Cut(t.Against, ":")
	against := "v" + strings.TrimPrefix(path.Base(tag), "v") // refs/tags/v1.2.0, and sub/v1.2.0 of a module in a folder
	switch {
	case a.Until != "" && t.Today > a.Until:
		return "no longer than to " + a.Until
	case a.Version != "" && semver.IsValid(against) && semver.Compare(against, version) >= 0:
		return "with version " + a.Version + ", which " + diag.Quote(t.Against) + " has"
	}
	return ""
}

func ruleNames() []string {
	var names []string
	for _, r := range Rules() {
		names = append(names, string(r))
	}
	return names
}
