package names

import "github.com/seed-1b9d9f04/errgen/internal/model/diag"

// Space holds the identifiers of one Go scope (a package, a struct, an
// argument list) and where each was taken.
type Space struct {
	list  *diag.List
	taken map[string]claim
}

// claim says who took a name. A name that every generated package has was taken
// nowhere.
type claim struct {
	pos  diag.Pos
	what string
}

// NewSpace returns a scope in which some names are taken by what is always
// generated.
func NewSpace(l *diag.List, generated ...string) *Space {
	n := &Space{list: l, taken: map[string]claim{}}
	for _, name := range generated {
		n.taken[name] = claim{}
	}
	return n
}

// Claim takes a name for what stands at pos, or reports who has it already.
func (n *Space) Claim(name string, pos diag.Pos, what string) bool {
	c, ok := n.taken[name]
	if !ok {
		n.taken[name] = claim{pos: pos, what: what}
		return true
	}
	const remedy = "give one of them another Go name: `go: {name: ...}`"
	if !c.pos.IsValid() {
		n.list.Report(pos, diag.NameClash, what+" would be "+diag.Quote(name)+" in Go, which every generated package declares",
			"rename it, or give it another Go name: `go: {name: ...}`")
		return false
	}
	n.list.Report(pos, diag.NameClash, what+" would be "+diag.Quote(name)+" in Go, and so would "+c.what, remedy,
		diag.Related{Pos: c.pos, Message: c.what + " takes the name here"})
	return false
}

// Generated are the exported identifiers that every generated package
// declares, whatever its catalog.
var Generated = []string{
	"ID", "IDs", "IDOf", "Error", "Data", "New", "Response", "ResponseOf",
	"ErrUnlisted", "ErrUnexpectedResponse", "UnlistedError",
	"WriteError", "Handler", "Encode", "Responder", "Exchange",
	"Decode", "DecodeResponse", "Decoder", "DecodeClose", "CloseFrame",
}

// GeneratedForOperations are those that a package declares if its catalog has operations.
var GeneratedForOperations = []string{"Operation", "Operations", "UndocumentedError"}
