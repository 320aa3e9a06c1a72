package diag

import "fmt"

// Reporter adds the findings of one catalog to a list.
type Reporter struct {
	List     *List
	Reported bool // something was
	compared int  // names, in search of what was meant

	// Lost are the kinds of things ("entry") of which some could not be read, which was
	// reported: that there is no such thing is then not to be said.
	Lost map[string]bool
}

// Reportf adds a finding: what is wrong (a format) and what to do.
func (r *Reporter) Reportf(pos Pos, code Code, remedy, format string, args ...any) {
	r.Reported = true
	r.List.Report(pos, code, fmt.Sprintf(format, args...), remedy)
}

// ReportfAt is Reportf with a second place.
func (r *Reporter) ReportfAt(pos Pos, code Code, other Related, remedy, format string, args ...any) {
	r.Reported = true
	r.List.Report(pos, code, fmt.Sprintf(format, args...), remedy, other)
}

// Sections are the keys of a catalog under which things are declared, by what messages
// call them.
var Sections = map[string]string{"entry": "errors", "group": "groups", "type": "types", "envelope": "envelopes", "source": "sources"}

// Unknown reports a name that nothing has. known are the names there are, what
// says what they name ("type", "entry").
func (r *Reporter) Unknown(pos Pos, name string, code Code, what string, known []string) {
	if r.Lost[what] {
		r.Reported = true
		return
	}
	otherwise := "name one that is there"
	if where := Sections[what]; where != "" {
		otherwise = "declare it under `" + where + "`, or name one that is there"
		if len(known) == 0 {
			otherwise = "declare it under `" + where + "`, where there is none yet"
		}
	}
	r.Reportf(pos, code, r.DidYouMean(name, known, otherwise), "there is no %s %s", what, Quote(name))
}

// suggestBudget bounds the names that are compared in search of what was meant:
// thousands of unknown names among thousands of known ones are no misspellings.
const suggestBudget = 200_000

// DidYouMean is the function of that name within the budget.
func (r *Reporter) DidYouMean(word string, known []string, otherwise string) string {
	if r.compared += len(known); r.compared > suggestBudget {
		return otherwise
	}
	return DidYouMean(word, known, otherwise)
}
