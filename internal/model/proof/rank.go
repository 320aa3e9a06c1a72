package proof

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// ranked are the entries that examples can show, those that show most first.
func ranked(entries []*model.Entry) []*model.Entry {
	type candidate struct {
		entry  *model.Entry
		merits []int
	}
	var all []candidate
	for _, e := range entries {
		if canShow(e) {
			all = append(all, candidate{e, merits(e)})
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return slices.Compare(b.merits, a.merits) })
	shown := make([]*model.Entry, len(all))
	for i, c := range all {
		shown[i] = c.entry
	}
	return shown
}

// canShow reports whether an entry can be raised in a line that people like to read.
func canShow(e *model.Entry) bool {
	return (e.Static || e.NewFunc != "") &&
		!slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.Required() && !isShort(e, p) })
}

// merits are what speaks for an entry: what comes first outweighs all that follows.
func merits(e *model.Entry) []int {
	const alike = 5 // so many params are as hard to read as more
	return []int{
		is(tells(e)),
		is(e.Deprecated == nil),
		is(!e.StatusParam),
		is(e.Envelope != nil && e.Envelope.Kind == model.JSONBody),
		-min(len(e.Params), alike),
		is(e.Code != nil),
		is(e.Parent != nil),
	}
}

// tells reports whether every occurrence of an entry has a value that can be looked at,
// here and after it was decoded.
func tells(e *model.Entry) bool {
	p := e.TellingParam()
	if p == nil || !p.Required() || !p.Recoverable {
		return false
	}
	_, ok := printed(e.Illustration(p), p.Go, p.Schema)
	return ok
}

// is makes a number of a fact, for comparison.
func is(so bool) int {
	if so {
		return 1
	}
	return 0
}

// constructed are the params of which a constructor's result has values.
func constructed(e *model.Entry) map[*model.Param]model.Value {
	params := map[*model.Param]model.Value{}
	for _, p := range e.Params {
		switch {
		case p.Required():
			params[p] = e.Illustration(p)
		case p.Default != nil:
			params[p] = *p.Default
		}
	}
	return params
}

// maxShown is how long a value in an example may be, in bytes of JSON.
const maxShown = 200

// isShort reports whether what shows a param can be written as an expression that
// people still like to read. Errors within errors are no values.
func isShort(e *model.Entry, p *model.Param) bool {
	v := e.Illustration(p)
	if p.Schema.HoldsErrors() && (p.Schema.Kind == model.ErrorKind || len(v.Items) > 0) {
		return false
	}
	return len(v.AppendJSON(nil)) <= maxShown
}

// telling is the param to look at in an entry's data, and what fmt.Println makes of its
// value; nil if there is none that says something when printed.
func telling(e *model.Entry, params map[*model.Param]model.Value) (*model.Param, string) {
	p := e.TellingParam()
	if p == nil || e.TypeName == "" {
		return nil, ""
	}
	text, ok := printed(params[p], p.Go, p.Schema)
	if !ok {
		return nil, ""
	}
	return p, text
}

// printed is what fmt.Println makes of a value. It is false for one that says nothing
// when printed.
func printed(v model.Value, t model.GoType, s *model.Schema) (string, bool) {
	if t.Pointers > 0 {
		return "", false
	}
	switch {
	case v.Kind == model.StringValue && (t.Kind == model.GoString || t.Kind == model.GoNamed && s.Resolved().Kind == model.StringKind):
		return v.Text, v.Text != ""
	case v.Kind == model.BoolValue && t.Kind == model.GoBool:
		return strconv.FormatBool(v.Bool), true
	case v.Kind != model.NumberValue:
		return "", false
	}
	switch t.Kind {
	case model.GoInt64, model.GoInt32:
		n, err := strconv.ParseInt(v.Text, 10, 64)
		return strconv.FormatInt(n, 10), err == nil
	case model.GoUint64:
		n, err := strconv.ParseUint(v.Text, 10, 64)
		return strconv.FormatUint(n, 10), err == nil
	case model.GoFloat64:
		f, err := strconv.ParseFloat(v.Text, 64)
		return fmt.Sprint(f), err == nil
	case model.GoDuration:
		unit := time.Second
		if s.Resolved().Format == "milliseconds" {
			unit = time.Millisecond
		}
		n, err := strconv.ParseInt(v.Text, 10, 32)
		return fmt.Sprint(time.Duration(n) * unit), err == nil
	}
	return "", false
}
