package yamledit

// Value is what an edit puts in: a Map, List, Flow, string, bool, int, Number or nil.
type Value any

// Map is a mapping in the order in which it is written.
type Map []Member

// Member is a member of a Map.
type Member struct {
	Key     string
	Value   Value
	Comment string // written above it, in lines with #; not within braces
}

// List is a sequence.
type List []Value

// Flow is a Map or List that is written in braces or brackets, in one line.
type Flow struct{ Value }

// Number is a number as it is written, "1e3".
type Number string

// bare is a value without the wish how it be written.
func bare(v Value) Value {
	if f, ok := v.(Flow); ok {
		return bare(f.Value)
	}
	return v
}
