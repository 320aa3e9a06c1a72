package flow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Raises is which entries the functions of a program raise, whatever becomes of them.
func (p *Program) Raises() *Set {
	set := &Set{}
	for _, f := range p.Funcs {
		for _, b := range f.Blocks {
			for _, instr := range b.Instrs {
				p.raisedBy(instr, set)
			}
		}
	}
	return set
}

// raisedBy adds what an instruction raises: by a constructor, a literal, or an ID that it
// makes an error of or hands on.
func (p *Program) raisedBy(instr ssa.Instruction, set *Set) {
	if a, ok := instr.(*ssa.Alloc); ok {
		if r, ok := p.Catalogs.OfType(a.Type()); ok {
			set.raise(r, placeOf(a))
		}
	}
	for _, operand := range instr.Operands(nil) {
		switch v := (*operand).(type) {
		case *ssa.Function:
			if f := object(v); f != nil {
				if r, ok := p.Catalogs.OfConstructor(f); ok {
					set.raise(r, placeOf(instr))
				}
			}
		case *ssa.Const:
			if r, ok := p.Catalogs.OfConstant(v.Type(), v.Value); ok && !p.isAsked(instr, v) {
				set.raise(r, placeOf(instr))
			}
		}
	}
}

// isAsked reports whether an instruction only compares with an ID or looks for it.
func (p *Program) isAsked(instr ssa.Instruction, id *ssa.Const) bool {
	switch instr := instr.(type) {
	case *ssa.BinOp, *ssa.Lookup:
		return true
	case *ssa.MapUpdate:
		return instr.Key == id
	case *ssa.Store: // of a list
		_, isElement := instr.Addr.(*ssa.IndexAddr)
		return isElement
	case *ssa.MakeInterface:
		return !types.Identical(instr.Type(), types.Universe.Lookup("error").Type()) || isTarget(instr)
	case ssa.CallInstruction:
		pkg, name := p.Catalogs.Func(object(instr.Common().StaticCallee()))
		return pkg != nil && name != "ID.WithCause"
	}
	return false
}

// isTarget reports whether a value is only what errors.Is looks for.
func isTarget(v ssa.Value) bool {
	refs := *v.Referrers()
	for _, ref := range refs {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			return false
		}
		f := object(call.Common().StaticCallee())
		if args := call.Common().Args; f == nil || f.FullName() != "errors.Is" || len(args) != 2 || args[1] != v {
			return false
		}
	}
	return len(refs) > 0
}

// placeOf is where an instruction stands; where it has no place of its own, that of the
// next one that has.
func placeOf(instr ssa.Instruction) token.Pos {
	found := false
	for _, i := range instr.Block().Instrs {
		found = found || i == instr
		if found && i.Pos().IsValid() {
			return i.Pos()
		}
	}
	return instr.Parent().Pos()
}
