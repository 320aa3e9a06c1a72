package golang

import (
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// sharedLists are the lists that several entries of the table have alike, by the
// names of the variables that hold them once:
//
//	// Lists that several entries have.
//	var (
//		status403         = errgen.Spans{{Lo: 403, Hi: 403}}
//		codeInErrorObject = []errgen.Read{{Rank: errgen.RankConstant}}
//	)
type sharedLists struct {
	status map[string]errgen.Spans
	reads  map[string][]errgen.Read
}

// sharedOf finds the lists of a table's entries that occur more than once.
func sharedOf(t *errgen.Table) sharedLists {
	count := map[string]int{}
	shared := sharedLists{map[string]errgen.Spans{}, map[string][]errgen.Read{}}
	for i := range t.Entries {
		e := &t.Entries[i]
		status, reads := statusName(e.Status), readsName(t, e.Reads)
		if count[status]++; count[status] == 2 && status != "" {
			shared.status[status] = e.Status
		}
		if count[reads]++; count[reads] == 2 && reads != "" {
			shared.reads[reads] = e.Reads
		}
	}
	return shared
}

// status is a set of statuses, by the variable that holds it if there is one.
func (w *tableWriter) status(s errgen.Spans) literal {
	name := statusName(s)
	if _, ok := w.shared.status[name]; ok {
		return atom(name)
	}
	return spans(s)
}

// reads are where an entry is read, by the variable that holds it if there is one.
func (w *tableWriter) reads(reads []errgen.Read) literal {
	name := readsName(w.table, reads)
	if _, ok := w.shared.reads[name]; ok {
		return atom(name)
	}
	return list("[]errgen.Read", reads, w.read)
}

// statusName names a set of statuses: "status401to499", "" if it is empty or long.
func statusName(s errgen.Spans) string {
	if len(s) == 0 || len(s) > 3 {
		return ""
	}
	var parts []string
	for _, span := range s {
		part := fmt.Sprint(span.Lo)
		if span.Hi != span.Lo {
			part = fmt.Sprintf("%dto%d", span.Lo, span.Hi)
		}
		parts = append(parts, part)
	}
	return "status" + strings.Join(parts, "and")
}

// readsName names the envelope in which an entry is read that nothing but its constant
// code tells; it is "" where something else does.
func readsName(t *errgen.Table, reads []errgen.Read) string {
	if len(reads) != 1 {
		return ""
	}
	r := &reads[0]
	if r.Rank != errgen.RankConstant || len(r.Status)+len(r.Facts)+len(r.Match) > 0 {
		return ""
	}
	name := "codeIn" + t.Envelopes[r.Envelope].Name
	if r.Text > 0 {
		name += fmt.Sprint("Text", r.Text)
	}
	if !token.IsIdentifier(name) {
		return ""
	}
	return name
}

// declare declares the shared lists.
func (s sharedLists) declare(w *tableWriter) []byte {
	if len(s.status)+len(s.reads) == 0 {
		return nil
	}
	b := []byte("// Lists that several entries have.\n")
	for _, name := range slices.Sorted(maps.Keys(s.reads)) {
		reads := list("[]errgen.Read", s.reads[name], w.read)
		b = append(reads.append(append(b, "var "+name+" = "...), 0), '\n')
	}
	for _, name := range slices.Sorted(maps.Keys(s.status)) {
		status := spans(s.status[name])
		b = append(status.append(append(b, "var "+name+" = "...), 0), '\n')
	}
	return b
}
