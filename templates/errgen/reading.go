package errgen

import (
	"net/http"
	"strings"
	"sync"
)

// reading is a response that is being read, with the space that this takes,
// which the next reading uses again.
type reading struct {
	t      *Table
	status int // 0: read without one
	header http.Header
	body   string
	doc    Document
	isJSON bool
	taken  []lineOf // in which params of the entry that was found stand
	struck bool     // an entry was none only because of its texts
	proven bool     // a response under 400 is an error
	head   bool     // it has no body because the request was HEAD
	unread bool     // it may have a body, which was not read
	left   int      // how many errors may still be made of it
	beyond int      // how many items of a list were too many

	fittings   []fitting
	slots      []slotValue // of the fittings
	texts      []string    // of the slots
	missing    []int       // slots of required leaves that are not there
	candidates []candidate
	captures   []capture
	all        []candidate

	told func(d decision, c *candidate, cs []candidate) // hears what is decided; nil: nobody asks
}

// lineOf is the i'th line of a header.
type lineOf struct {
	header string
	i      int
}

// readings holds the space of readings that are over.
var readings = sync.Pool{New: func() any { return new(reading) }}

// maxSpare bounds the tokens and slots for which a reading keeps space.
const maxSpare = 1 << 12

// decision is something that is decided of a response (docs/spec.md#how-decoding-decides).
type decision uint8

const (
	fitsFound  decision = iota // step 2: these are the reading's fittings
	itemBegins                 // step 3: the item is the last of them
	struckOut                  // step 5: nothing proves the candidate
	remaining                  // step 5: these are left
	bestKept                   // step 6: of them these
	ruledOut                   // step 8: a fact does not match on which the candidate differs from these
	decided                    // steps 7 to 9: it is the candidate; nil: none of these
)

// tell tells who wants to know what was decided, of a candidate or among several.
func (r *reading) tell(d decision, c *candidate, cs []candidate) {
	if r.told != nil {
		r.told(d, c, cs)
	}
}

// newReading scans the body of a response. What is made of it holds nothing of
// the reading, which is to be released.
func (t *Table) newReading(status int, header http.Header, body string) *reading {
	r := readings.Get().(*reading)
	if status < 100 {
		status = 0
	}
	r.t, r.status, r.header, r.body = t, status, header, body
	r.doc, r.isJSON = scanInto(r.doc.tokens[:0], strings.TrimPrefix(body, "\ufeff"))
	r.left, r.beyond, r.doc.left = maxErrors, 0, &r.left
	return r
}

// release keeps the space of a reading, and nothing of what was read.
func (r *reading) release() {
	if cap(r.doc.tokens) > maxSpare || cap(r.slots) > maxSpare {
		return
	}
	r.header, r.body, r.doc.text, r.told = nil, "", "", nil
	r.proven, r.head, r.unread = false, false, false
	clear(r.texts)
	clear(r.captures[:cap(r.captures)])
	r.fittings, r.slots, r.texts = r.fittings[:0], r.slots[:0], r.texts[:0]
	r.captures, r.all = r.captures[:0], r.all[:0]
	readings.Put(r)
}

// newFitting begins a fitting whose slots hold what is known already. It is the
// last of the reading's. Who points to it keeps it when others make the space grow,
// but writes to it only before.
func (r *reading) newFitting(env int, known []slotValue) *fitting {
	n := len(r.slots)
	r.slots = append(append(r.slots, known...), make([]slotValue, r.t.Envelopes[env].Slots-len(known))...)
	slots := r.slots[n:len(r.slots):len(r.slots)]
	r.fittings = append(r.fittings, fitting{})
	f := &r.fittings[len(r.fittings)-1]
	f.r, f.env, f.status, f.strict, f.slots = r, env, r.status, true, slots
	return f
}

// dropFitting takes the last fitting back.
func (r *reading) dropFitting() {
	n := len(r.fittings) - 1
	slots := r.fittings[n].slots
	r.slots = r.slots[:len(r.slots)-len(slots)]
	r.fittings = r.fittings[:n]
}
