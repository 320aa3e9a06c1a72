package model

// Usage is what examples of a catalog's use show, chosen by package proof, which has
// run all of it. What cannot be shown is nil.
type Usage struct {
	Lead     *Shown    // is written, and read back as it was
	Supplied *Exchange // of Lead: a text that belongs to the request
	Received *Shown    // a response that is read: documented, or Lead's; with the headers that this needs
	Page     *Sample   // a response that is not the API's
	Kind     *Entry    // has a parent
	Told     []*Entry  // two that a switch tells apart
	Together []*Entry  // two that share a response
	Full     *Entry    // has all its params, also those that its constructor does not take
	FullText string    // what Error says of Full
	Closing  *Entry    // closes a WebSocket, and is recognised by that
	Reason   string    // of Closing
}

// Shown is an occurrence of an entry: as it is written, and what Go prints of it.
type Shown struct {
	Entry *Entry
	Sample
	Text    string // of Error of what is raised
	Read    string // of Error of what is read
	Telling *Param // whose value Println shows; nil: none
	Printed string // that value
	Settled bool   // Go writes the body to the byte as it is here
}
