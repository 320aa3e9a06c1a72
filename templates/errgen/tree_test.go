package errgen

import (
	"errors"
	"fmt"
	"testing"
)

// loop is an error that wraps itself, by one way or several.
type loop struct{ several bool }

func (l *loop) Error() string { return "loop" }
func (l *loop) Is(error) bool { return false }
func (l *loop) Unwrap() []error {
	if l.several {
		return []error{l, l}
	}
	return []error{l}
}

// link is an error that wraps one other.
type link struct{ next error }

func (l *link) Error() string { return "link" }
func (l *link) Unwrap() error { return l.next }

// chain wraps an error n times.
func chain(n int, err error) error {
	for range n {
		err = &link{err}
	}
	return err
}

// TestFind: the first error of the catalog is found, in the order of errors.As, and a
// tree without an end has one for the search.
func TestFind(t *testing.T) {
	order, missing := raised("OrderNotFound", nil), raised("NotFound", nil)
	self := &link{}
	self.next = self
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"nil":            {nil, ""},
		"none":           {errors.New("x"), ""},
		"itself":         {order, "OrderNotFound"},
		"wrapped":        {fmt.Errorf("a: %w", fmt.Errorf("b: %w", order)), "OrderNotFound"},
		"first":          {errors.Join(errors.New("x"), fmt.Errorf("a: %w", missing), order), "NotFound"},
		"outermost":      {missing.withCause(order), "NotFound"},
		"a cause":        {errors.Join((&shopError{}).withCause(order), missing), "OrderNotFound"},
		"joined nil":     {errors.Join(nil, order), "OrderNotFound"},
		"a panic":        {PanicError{order}, ""},
		"behind a panic": {errors.Join(PanicError{order}, missing), "NotFound"},
		"a loop":         {&loop{}, ""},
		"many loops":     {&loop{several: true}, ""},
		"behind a loop":  {errors.Join(&loop{}, order), ""},
		"its own wrap":   {self, ""},
		"far":            {chain(MaxTree-1, order), "OrderNotFound"},
		"too far":        {chain(MaxTree, order), ""},
	} {
		if got := shop.find(c.err); shop.Name(got.Row) != c.want {
			t.Errorf("%s: %q is found, want %q", name, shop.Name(got.Row), c.want)
		}
	}
}

// TestTableNames: the outermost errors of a tree, or the fallback.
func TestTableNames(t *testing.T) {
	for want, err := range map[string]error{
		"[NotFound Limit]":                   errors.Join(raised("NotFound", nil), fmt.Errorf("a: %w", raised("Limit", nil).withCause(raised("Login", nil)))),
		"[" + shop.Name(shop.Fallback) + "]": errors.New("x"),
	} {
		if got := fmt.Sprint(shop.Names(err)); got != want {
			t.Errorf("%v: %s, want %s", err, got, want)
		}
	}
	without := shop
	without.Fallback = 0
	if got := without.Names(errors.New("x")); got != nil {
		t.Errorf("without a fallback %v", got)
	}
}

func TestEach(t *testing.T) {
	tree := errors.Join(raised("NotFound", nil), nil, fmt.Errorf("%w, %w", raised("Limit", nil).withCause(raised("Login", nil)), raised("Missing", nil)))
	for limit, want := range map[int]string{1: "NotFound ", 2: "NotFound Limit ", 9: "NotFound Limit Missing "} {
		got := ""
		n := 0
		shop.each(tree, func(o Occurrence) bool {
			got += shop.Name(o.Row) + " "
			n++
			return n < limit
		})
		if got != want {
			t.Errorf("the first %d are %s, want %s", limit, got, want)
		}
	}
}

// TestUnwrap: the cause, and the errors in the data, but for those that hold the data
// themselves.
func TestUnwrap(t *testing.T) {
	cause, inner, other := errors.New("cause"), raised("Cause", &causeData{"w"}), errors.New("other")
	around := &wrapData{}
	around.Reason = fmt.Errorf("a: %w", raised("Wrapped", around))
	deep := &wrapData{}
	deep.Reason = raised("Wrapped", &wrapData{Reason: (&shopError{}).withCause(raised("Limit", nil).withCause(raised("Wrapped", deep)))})
	twice := &wrapData{Reason: inner, More: []error{raised("Wrapped", &wrapData{Reason: inner}), inner}}
	for name, c := range map[string]struct {
		o    *Occurrence
		want []error
	}{
		"nil":         {nil, nil},
		"nothing":     {&Occurrence{Row: First}, nil},
		"cause":       {&Occurrence{Row: First, Cause: cause}, []error{cause}},
		"data":        {&Occurrence{Row: shop.RowOf("Login"), Data: &loginData{}, Cause: cause}, []error{cause}},
		"no cause":    {&Occurrence{Row: shop.RowOf("Login"), Data: &loginData{}}, nil},
		"nested":      {&Occurrence{Row: shop.RowOf("Wrapped"), Data: &wrapData{Reason: inner, More: []error{nil, other}}, Cause: cause}, []error{cause, inner, other}},
		"one nested":  {&Occurrence{Row: shop.RowOf("Wrapped"), Data: &wrapData{Reason: inner}}, []error{inner}},
		"itself":      {&Occurrence{Row: shop.RowOf("Wrapped"), Data: around}, nil},
		"deep itself": {&Occurrence{Row: shop.RowOf("Wrapped"), Data: deep, Cause: cause}, []error{cause}},
		"endless":     {&Occurrence{Row: shop.RowOf("Wrapped"), Data: &wrapData{Reason: &loop{several: true}, More: []error{other}}}, []error{other}},
		"twice":       {&Occurrence{Row: shop.RowOf("Wrapped"), Data: twice}, []error{inner, twice.More[0], inner}},
		"unlisted":    {&Occurrence{Row: Unlisted, Data: &shopUnlisted{}, Cause: cause}, []error{cause}},
	} {
		got := shop.Unwrap(c.o)
		var all []error
		switch e := got.(type) {
		case nil:
		case interface{ Unwrap() []error }:
			all = e.Unwrap()
		default:
			all = []error{got}
		}
		if fmt.Sprint(all) != fmt.Sprint(c.want) || len(all) != len(c.want) {
			t.Errorf("%s: %v, want %v", name, all, c.want)
		}
		for i := range min(len(all), len(c.want)) {
			if all[i] != c.want[i] {
				t.Errorf("%s: %d is another error", name, i)
			}
		}
	}
	if !errors.Is(raised("Wrapped", &wrapData{Reason: inner}).withCause(cause), cause) {
		t.Error("errors.Is finds the cause beside errors in the data")
	}
}
