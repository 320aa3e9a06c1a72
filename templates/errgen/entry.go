package errgen

// Name is the name of an entry, "" for no entry.
func (t *Table) Name(row Row) string {
	switch row {
	case Unlisted:
		return "Unlisted"
	case Unexpected:
		return "UnexpectedResponse"
	}
	return t.entry(row).Name
}

// Code is the constant code of an entry, "" if it has none.
func (t *Table) Code(row Row) string { return t.entry(row).Code }

// CloseCode is the WebSocket close code of an entry, 0 if it has none.
func (t *Table) CloseCode(row Row) int { return int(t.entry(row).Close) }

// Parent is the entry of which one is a kind, 0 if there is none.
func (t *Table) Parent(row Row) Row { return t.entry(row).Parent }

// DocURL is the address of an entry's documentation, "" if there is none.
func (t *Table) DocURL(row Row) string { return t.entry(row).DocURL }

// Retryable reports whether a request that got an entry may be tried again.
func (t *Table) Retryable(row Row) bool { return t.entry(row).is(IsRetryable) }

// entry is an entry, an empty one for what is none of the catalog.
func (t *Table) entry(row Row) *Entry {
	if e := t.lookup(row); e != nil {
		return e
	}
	return &noEntry
}

var noEntry Entry

// ErrorType is the value of OpenTelemetry's attribute error.type: an entry's name,
// "_OTHER" for no entry.
func (t *Table) ErrorType(row Row) string {
	if name := t.Name(row); name != "" {
		return name
	}
	return "_OTHER"
}

// IsA reports whether an entry is the one with a name, or descends from it.
func (t *Table) IsA(row Row, name string) bool {
	for e := t.lookup(row); e != nil; e = t.lookup(e.Parent) {
		if e.Name == name {
			return true
		}
	}
	return 0 < row && row < First && t.Name(row) == name
}

// descends reports whether an entry is another one, or descends from it.
func (t *Table) descends(row, ancestor Row) bool {
	for row != ancestor && row != 0 {
		row = t.Parent(row)
	}
	return row == ancestor
}
