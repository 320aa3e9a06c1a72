package model

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
	Corrected []byte // Body with the waived places as the entry says them; Body if there are none
}

// ExpectedParam is a param whose value must be recovered.
type ExpectedParam struct {
	Name  string
	Value Value
}

// Waiver excuses one place of an example.
type Waiver struct {
	At, Because string
}
