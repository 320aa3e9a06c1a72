package load

import (
	"go/token"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// packageName checks a Go package name.
func (d *decoder) packageName(name Text) {
	switch {
	case !name.Given():
	case token.IsKeyword(name.S):
		d.list.Report(name.Pos, diag.InvalidName, "package name "+diag.Quote(name.S)+" is a Go keyword",
			"choose another, such as "+diag.Quote(name.S+"err"))
	case !token.IsIdentifier(name.S) || name.S == "_":
		d.list.Report(name.Pos, diag.InvalidName, "package name "+diag.Quote(name.S)+" is not a Go identifier",
			"use letters, digits and _, a letter first")
	case name.S == "main":
		d.list.Report(name.Pos, diag.InvalidName, "a package `main` cannot be imported", "name it after the API")
	}
}

// exportedName checks a name that Go code is to export.
func (d *decoder) exportedName(what string, name Text) {
	if name.Given() && !(token.IsIdentifier(name.S) && token.IsExported(name.S)) {
		d.list.Report(name.Pos, diag.InvalidName, what+" "+diag.Quote(name.S)+" is not an exported Go identifier",
			"use letters and digits, an upper-case letter first: NotFound")
	}
}

// identifier checks a name that need not be exported; Go's keywords are names
// like others here.
func (d *decoder) identifier(what string, name Text) {
	if !token.IsIdentifier(name.S) && !token.IsKeyword(name.S) {
		d.list.Report(name.Pos, diag.InvalidName, what+" "+diag.Quote(name.S)+" is not an identifier",
			"use letters, digits and _, a letter first")
	}
}

// goNaming is the object {name} under "go".
type goNaming struct {
	Node
	name Text
}

var goNameObject = object[goNaming]{
	what: "`go`",
	node: func(g *goNaming) *Node { return &g.Node },
	keys: []key[goNaming]{
		{name: "name", required: true, set: func(d *decoder, k Text, v *Value, g *goNaming) {
			g.name = d.text(k, v)
			d.exportedName("Go name", g.name)
		}},
	},
}
