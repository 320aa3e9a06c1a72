package model

import "strings"

// Outcome is what an example decodes to.
type Outcome struct {
	Entry *Entry
	Kind  OutcomeKind
}

// OutcomeKind says which kind of outcome it is.
type OutcomeKind uint8

// The kinds of outcomes.
const (
	ListedOutcome     OutcomeKind = iota // Entry
	UnknownOutcome                       // the API's format, no entry
	UnexpectedOutcome                    // not the API's format
	NoneOutcome                          // no error
)

// Example is a documented response.
type Example struct {
	Name      string
	Source    *Source
	Outcomes  []Outcome // several for a repeated envelope
	Status    int       // 0: not given
	Headers   []SampleHeader
	Body      string
	HasBody   bool
	Close     int // 0: an HTTP response
	Reason    string
	Expect    []ExpectedParam
	Decodes   []Outcome // what the uncorrected body gives; nil: the same
	Waivers   []Waiver
	Corrected []byte // of package proof: Body with the waived places as the entry says them
}

// ExpectedParam is a param whose value must be recovered.
type ExpectedParam struct {
	Name  string
	Value Value
}

// Waiver excuses one place of an example: the status, a header, or a place of the
// body.
type Waiver struct {
	At, Because string
}

// IsStatus reports whether the place is the status.
func (w Waiver) IsStatus() bool { return w.At == "status" }

// Header is the header that is the place, if it is one.
func (w Waiver) Header() (name string, ok bool) { return strings.CutPrefix(w.At, "header:") }

// Pointer are the steps of the JSON pointer (RFC 6901) that is the place, if it is
// one; none for the whole body.
func (w Waiver) Pointer() (steps []string, ok bool) {
	if w.At == "" {
		return nil, true
	}
	rest, ok := strings.CutPrefix(w.At, "/")
	if !ok {
		return nil, false
	}
	steps = strings.Split(rest, "/")
	for i, step := range steps {
		steps[i] = pointerUnescaper.Replace(step)
	}
	return steps, true
}

var (
	pointerEscaper   = strings.NewReplacer("~", "~0", "/", "~1")
	pointerUnescaper = strings.NewReplacer("~1", "/", "~0", "~")
)

// PointerStep returns a member's name as a step of a JSON pointer (RFC 6901 section 3).
func PointerStep(name string) string { return pointerEscaper.Replace(name) }
