package errgen

import "math"

// RowOf is the row of the entry with a name, 0 if there is none.
func (t *Table) RowOf(name string) Row {
	if len(t.Index) == 0 {
		return 0
	}
	mask := uint32(len(t.Index) - 1)
	for h := hashOf(name); ; h++ {
		row := Row(t.Index[h&mask])
		if e := t.lookup(row); e != nil && e.Name == name || e == nil && (row == 0 || t.Name(row) == name) {
			return row
		}
	}
}

// hashOf is the hash of a name: the sum of its words, each times a number of its own,
// so that no product waits for another. The last word may overlap the one before.
func hashOf(name string) uint32 {
	const factor = 0x9e3779b97f4a7c15 // 2 to the 64th by the golden ratio, as in Fibonacci hashing
	h, k := uint64(len(name)), uint64(factor)
	if len(name) < 8 {
		for i := 0; i < len(name); i++ {
			h = h<<8 + uint64(name[i])
		}
	} else {
		for i := 0; i+8 < len(name); i += 8 {
			h += word(name, i) * k
			k += factor << 1 & math.MaxUint64
		}
		h += word(name, len(name)-8) * k
	}
	h ^= h >> 32
	return uint32(h * factor >> 32)
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
