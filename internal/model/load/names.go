package load

import (
	"fmt"
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

// maxFileName is how many bytes a name has that files are called by: file systems take
// 255, with what is put before and behind it.
const maxFileName = 200

// shortEnough checks a name that files or folders are called by.
func (d *decoder) shortEnough(what string, name Text) {
	if len(name.S) > maxFileName {
		d.list.Report(name.Pos, diag.OverLimit, fmt.Sprintf("%s %s has %d bytes, and files that are called by it may have %d", what, diag.Quote(name.S), len(name.S), maxFileName),
			"give it a shorter name")
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
			if name := d.text(k, v); d.exportedName("Go name", name) {
				g.name = name
			}
		}},
	},
}
