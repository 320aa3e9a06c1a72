// Package messagestest has errors of all catalogs of the repository, with what they say,
// for tests of what shows messages.
package messagestest

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// Case is an occurrence of an entry: a sample, or one of all that can be absent.
type Case struct {
	Entry  *model.Entry
	Status int
	Params map[*model.Param]model.Value
	Want   string // what it says
}

// Catalogs are the resolved catalogs of the repository, with the cases of each.
func Catalogs(t testing.TB) map[*model.Catalog][]Case {
	t.Helper()
	all := map[*model.Catalog][]Case{}
	for name, text := range corpus.Texts(t, ".yaml") {
		var l diag.List
		f := load.Bytes(name, []byte(text), &l)
		if f == nil || l.Len() > 0 {
			continue
		}
		if c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil && l.Len() == 0 {
			all[c] = casesOf(t, c, program)
		}
	}
	if len(all) < 100 {
		t.Fatalf("only %d catalogs", len(all))
	}
	return all
}

func casesOf(t testing.TB, c *model.Catalog, program *replay.Program) []Case {
	var cases []Case
	for _, e := range c.Entries {
		for _, s := range append(slices.Clone(e.Samples), e.StatusSamples...) {
			given := map[*model.Param]model.Value{}
			for _, p := range s.Params {
				given[p.Param] = p.Value
			}
			one := Case{Entry: e, Status: s.Status, Params: given, Want: says(e, s.Status, given)}
			agrees(t, program, one)
			cases = append(cases, one)
			bare := Case{Entry: e, Status: s.Status, Params: map[*model.Param]model.Value{}}
			for p, v := range given {
				if !p.MayBeAbsent() {
					bare.Params[p] = v
				}
			}
			bare.Want = says(e, s.Status, bare.Params)
			cases = append(cases, bare)
		}
	}
	return cases
}

// says is the first text of an entry of which everything is there (docs/spec.md#wordings).
func says(e *model.Entry, status int, given map[*model.Param]model.Value) string {
	for _, t := range e.Text {
		var out strings.Builder
		ok := true
		for _, part := range t.Parts {
			switch part.Kind {
			case model.LiteralPart:
				out.WriteString(part.Literal)
			case model.StatusPart:
				out.WriteString(strconv.Itoa(status))
			case model.ParamPart:
				v, there := given[part.Param]
				ok = ok && there && !part.Param.Private
				out.WriteString(v.Scalar())
			default:
				ok = false
			}
		}
		if ok {
			return out.String()
		}
	}
	return ""
}

// agrees holds a case to what the engine says of it, without the package, the code and a
// final period, where it says all and no line breaks are in it.
func agrees(t testing.TB, program *replay.Program, c Case) {
	hidden := func(p *model.Param) bool { return p.Private || p.Sensitive }
	if slices.ContainsFunc(c.Entry.Params, hidden) || c.Entry.StatusParam || len(c.Want) > 60 || strings.ContainsAny(c.Want, "\n\t\\") {
		return
	}
	want := strings.TrimSuffix(c.Want, ".")
	if said := program.EncodeText(c.Entry, c.Params); !strings.Contains(said, want) {
		t.Errorf("%s: Error says %q, want %q", c.Entry.Name, said, want)
	}
}

// Data is a struct as the entry's Go type is one, with the params that are scalars.
func (c Case) Data() any {
	fields := []reflect.StructField{{Name: "Status", Type: reflect.TypeFor[int]()}}
	values := []reflect.Value{reflect.ValueOf(c.Status)}
	for _, p := range c.Entry.Params {
		v, there := c.Params[p]
		if !p.Schema.IsScalar() || p.GoName == "Status" {
			continue
		}
		value := reflect.ValueOf(goValue(p, v, there))
		if p.Go.Pointers > 0 {
			pointer := reflect.New(value.Type())
			if pointer.Elem().Set(value); !there {
				pointer = reflect.Zero(pointer.Type())
			}
			value = pointer
		}
		fields, values = append(fields, reflect.StructField{Name: p.GoName, Type: value.Type()}), append(values, value)
	}
	data := reflect.New(reflect.StructOf(fields))
	for i, v := range values {
		data.Elem().Field(i).Set(v)
	}
	return data.Interface()
}

// maxSafe is the largest integer that JavaScript has exactly.
const maxSafe = 1<<53 - 1

// Argument is what stands for an argument of an ICU message, as JavaScript has it: digits
// that it has not are a text. It is false if it is absent.
func (c Case) Argument(name string) (any, bool) {
	for _, p := range c.Entry.Params {
		if p.Name != name && p.ArgName != name {
			continue
		}
		v, ok := c.Params[p]
		n, err := strconv.ParseFloat(v.Text, 64)
		switch {
		case !ok:
			return nil, false
		case v.Kind == model.BoolValue:
			return v.Bool, true
		case v.Kind == model.NumberValue && err == nil && n <= maxSafe && n >= -maxSafe:
			return n, true
		}
		return v.Text, true
	}
	return c.Status, true
}

// goValue is a value in its Go type, zero if it is not there.
func goValue(p *model.Param, v model.Value, there bool) any {
	number, _ := strconv.ParseFloat(v.Text, 64)
	integer, _ := strconv.ParseInt(v.Text, 10, 64)
	switch p.Go.Kind {
	case model.GoInt64, model.GoInt32:
		return integer
	case model.GoUint64:
		unsigned, _ := strconv.ParseUint(v.Text, 10, 64)
		return unsigned
	case model.GoFloat64:
		return number
	case model.GoBool:
		return v.Bool
	case model.GoDuration:
		unit := time.Second
		if p.Schema.Resolved().Format == "milliseconds" {
			unit = time.Millisecond
		}
		return time.Duration(number * float64(unit))
	case model.GoTime:
		return time.Unix(integer, 0)
	}
	if !there {
		return ""
	}
	return v.Scalar()
}
