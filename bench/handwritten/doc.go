// Package handwritten reads the errors of the four APIs as one writes it by
// hand: with encoding/json in two passes (the first finds out which error it
// is, the second fills that error's struct), with the same two passes of another
// library that has the functions of encoding/json, and with the pull parsers
// jx and gjson. All find the same entry and the same data as the generated
// packages in the responses that the APIs document; a test holds them to it.
//
// They do less than generated code: they keep no response, check no constant
// and no type that they do not need, and have no answer to what is not
// documented.
package handwritten

// Error is the error that a response holds.
type Error struct {
	Name string // of the entry
	Data any    // a pointer to the generated package's data; nil if the entry has none
}

// Error is the entry's name.
func (e *Error) Error() string { return e.Name }

// Unmarshal is a function like json.Unmarshal.
type Unmarshal func(data []byte, v any) error
