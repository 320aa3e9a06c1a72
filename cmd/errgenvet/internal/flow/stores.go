package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// storesAt is what is stored in the fields of structs and in variables of packages.
type storesAt struct {
	all  map[types.Object][]*ssa.Store
	lost map[types.Object]bool // their address goes elsewhere
}

// findStores finds what is stored where, in all functions.
func (p *Program) findStores() storesAt {
	at := storesAt{map[types.Object][]*ssa.Store{}, map[types.Object]bool{}}
	for _, f := range p.Funcs {
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				for _, operand := range instr.Operands(nil) {
					if o := place(*operand); o != nil {
						at.use(o, *operand, instr)
					}
				}
			}
		}
	}
	return at
}

// use notes what an instruction does with the address of a field or variable.
func (at storesAt) use(o types.Object, addr ssa.Value, instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.UnOp, *ssa.DebugRef:
	case *ssa.Store:
		if instr.Addr != addr {
			at.lost[o] = true
			return
		}
		at.all[o] = append(at.all[o], instr)
	default:
		at.lost[o] = true
	}
}

// place is the field or the variable of a package whose address a value is.
func place(addr ssa.Value) types.Object {
	switch a := addr.(type) {
	case *ssa.Global:
		return a.Object()
	case *ssa.FieldAddr:
		s, ok := a.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
		if ok {
			return s.Field(a.Field).Origin()
		}
	}
	return nil
}

// heldBy is all that is ever stored in a field, of whichever struct, or in a variable of
// a package; false if there can be more.
func (p *Program) heldBy(addr ssa.Value) (values []store, known bool) {
	o := place(addr)
	if o == nil || !p.isOfSources(o.Pkg()) || p.asked[o] {
		return nil, false
	}
	p.asked[o] = true // who calls the function that stores can depend on what is stored
	defer delete(p.asked, o)
	at := p.stores()
	for _, s := range at.all[o] {
		for _, in := range p.contexts(s.Parent(), 2) {
			values = append(values, store{bound{s.Val, in}, s.Pos()})
		}
	}
	return values, !at.lost[o] && (p.pass == nil || !token.IsExported(o.Name()))
}
