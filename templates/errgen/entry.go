package errgen

// RowOf is the row of the entry with a name, 0 if there is none.
func (t *Table) RowOf(name string) Row {
	if len(t.Index) == 0 || name == "" {
		return 0
	}
	mask := uint32(len(t.Index) - 1)
	for h := hashOf(name); ; h++ {
		row := Row(t.Index[h&mask])
		if row == 0 || t.Name(row) == name {
			return row
		}
	}
}

// hashOf is the hash of a name (FNV-1a).
func hashOf(name string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(name); i++ {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return h
}

// Index lays out the rows of names, of which the first is that of row Unlisted, as
// RowOf looks them up.
func Index(names []string) []uint16 {
	size := 1
	for size < 2*len(names) {
		size *= 2
	}
	index := make([]uint16, size)
	for i, name := range names {
		h := hashOf(name)
		for index[h&uint32(size-1)] != 0 {
			h++
		}
		index[h&uint32(size-1)] = uint16(i + 1)
	}
	return index
}

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
	for ; row != 0; row = t.Parent(row) {
		if t.Name(row) == name {
			return true
		}
	}
	return false
}

// descends reports whether an entry is another one, or descends from it.
func (t *Table) descends(row, ancestor Row) bool {
	for row != ancestor && row != 0 {
		row = t.Parent(row)
	}
	return row == ancestor
}
