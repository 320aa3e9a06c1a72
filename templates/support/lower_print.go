package support

// Table returns a pointer to the table, which the Go emitter prints.
func (p *Program) Table() any { return &p.table }

// Segment is a piece of a program: a literal, then a hole.
type Segment struct {
	Literal    string
	Hole       string // the bytes that stand for it; "" at the end of the program
	Name       string // what is done there: "String"
	HasOperand bool
	Operand    int // the number of a param or exchange value; of Drop that of bytes
	Exchange   bool
}

// opNames say what is done at a hole.
var opNames = map[byte]string{
	opText: "Text", opString: "String", opQuoted: "Quoted", opValue: "Value", opStatus: "Status",
	opIf: "If", opPick: "Pick", opOr: "Or", opEnd: "End",
	opClose: "Close", opDrop: "Drop", opMore: "More", opItems: "Items", opLast: "Last", opNumber: "Number",
}

// Segments splits a program at its holes.
func Segments(p string) []Segment {
	var segments []Segment
	for rest := program(p); rest != ""; {
		literal, op, operand, after := rest.next()
		s := Segment{Literal: literal}
		if op != 0 {
			s.Hole = string(rest[len(literal) : len(rest)-len(after)])
			s.Name, s.HasOperand, s.Operand = opNames[op], takesOperand(op), operand
			if s.HasOperand && op != opDrop {
				s.Operand, s.Exchange = operand>>1, operand&1 != 0
			}
		}
		segments = append(segments, s)
		rest = after
	}
	return segments
}
