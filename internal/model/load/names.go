package load

import (
	"go/token"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// The functions of this file check the form of names. Which names Go or the
// generated code keeps for itself is a matter of meaning, and not theirs.

// exportedName checks a name that Go code is to export.
func (d *decoder) exportedName(what string, name Text) bool {
	if !name.Given() || token.IsIdentifier(name.S) && token.IsExported(name.S) {
		return true
	}
	d.list.Report(name.Pos, diag.InvalidName, what+" "+diag.Quote(name.S)+" is not an exported Go identifier",
		"use letters and digits, an upper-case letter first: "+diag.Quote(names.Exported(name.S)))
	return false
}

// identifier checks a name that need not be exported; Go's keywords are names
// like others here.
func (d *decoder) identifier(what string, name Text) bool {
	if !name.Given() || token.IsIdentifier(name.S) || token.IsKeyword(name.S) {
		return true
	}
	d.list.Report(name.Pos, diag.InvalidName, what+" "+diag.Quote(name.S)+" is not an identifier",
		"use letters, digits and _, a letter first")
	return false
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
			if name := d.text(k, v); d.exportedName("Go name", name) {
				g.name = name
			}
		}},
	},
}
