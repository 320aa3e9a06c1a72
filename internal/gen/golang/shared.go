package golang

import (
	"fmt"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/templates/support"
)

// sharedLists are the lists that several entries of the table have alike, by the
// names of the variables that hold them once:
//
//	// Lists that several entries have.
//	var status403 = spans{{lo: 403, hi: 403}}
//	var codeInErrorObject = []read{{rank: 3}}
type sharedLists map[string]reflect.Value

// sharedOf finds the lists of a table's entries that occur more than once.
func sharedOf(entries, envelopes reflect.Value) sharedLists {
	count, shared := map[string]int{}, sharedLists{}
	for i := range entries.Len() {
		for _, field := range []string{"status", "reads"} {
			list := entries.Index(i).FieldByName(field)
			name := listName(list, envelopes)
			if count[name]++; name != "" && count[name] == 2 {
				shared[name] = list
			}
		}
	}
	return shared
}

// sharedName is the variable that holds a list, "" if none does.
func (w *tableWriter) sharedName(list reflect.Value) string {
	if len(w.shared) == 0 {
		return ""
	}
	name := listName(list, w.envelopes)
	if _, ok := w.shared[name]; !ok {
		return ""
	}
	return name
}

// listName says what is in a set of statuses, or in which envelope an entry is read
// that nothing but its constant code tells. It is "" for all other lists.
func listName(list, envelopes reflect.Value) string {
	switch {
	case list.Len() == 0:
		return ""
	case list.Type().Name() == "spans":
		return statusName(list)
	case list.Len() > 1 || list.Type().Elem().Name() != "read":
		return ""
	}
	read := list.Index(0)
	for i := range read.NumField() {
		switch name := read.Type().Field(i).Name; {
		case name == "envelope":
		case (name == "rank") == read.Field(i).IsZero():
			return ""
		}
	}
	name := "codeIn" + envelopes.Index(int(read.FieldByName("envelope").Int())).FieldByName("name").String()
	if rank := read.FieldByName("rank").Uint(); rank != support.RankConstant || !token.IsIdentifier(name) {
		return ""
	}
	return name
}

// statusName names a set of statuses: "status401to499", "" if that is long.
func statusName(spans reflect.Value) string {
	if spans.Len() > 3 {
		return ""
	}
	var parts []string
	for i := range spans.Len() {
		lo, hi := spans.Index(i).FieldByName("lo").Uint(), spans.Index(i).FieldByName("hi").Uint()
		if parts = append(parts, fmt.Sprint(lo)); hi != lo {
			parts[i] = fmt.Sprintf("%dto%d", lo, hi)
		}
	}
	return "status" + strings.Join(parts, "and")
}

// declareShared declares the shared lists.
func (w *tableWriter) declareShared() {
	if len(w.shared) == 0 {
		return
	}
	w.add("\n// Lists that several entries have.\n")
	for _, name := range slices.Sorted(maps.Keys(w.shared)) {
		list := w.shared[name]
		w.add("var ", name, " = ", typeText(list.Type()))
		w.elements(list)
		w.add("\n")
	}
}
