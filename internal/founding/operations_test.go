package founding

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// TestOperations: what operations know of themselves.
func TestOperations(t *testing.T) {
	if got := axway.Operations(); !slices.Equal(got, []axway.Operation{axway.OpCreateCase, axway.OpAddNote, axway.OpGetProducts}) {
		t.Errorf("operations %v", got)
	}
	errs := axway.OpGetProducts.Errors()
	want := []axway.ID{axway.ErrAuthenticationFailure, axway.ErrAccessDenied, axway.ErrBadRequest, axway.ErrServiceTemporarilyUnavailable, axway.ErrPortalConnectionFailure, axway.ErrInternal}
	if !slices.Equal(errs, want) {
		t.Errorf("errors of GetProducts %v", errs)
	}
	errs[0] = ""
	if axway.OpGetProducts.Errors()[0] != want[0] {
		t.Error("the list is shared")
	}
	if none := axway.Operation("None"); none.Errors() != nil || none.Method() != "" || none.Path() != "" || none.Allows(axway.ErrAccessDenied) {
		t.Error("an operation of no catalog knows something")
	}
	if op := connectorapi.Operations()[0]; op.Method() != "" || op.Path() != "" {
		t.Errorf("%s %s is not said by the page", op.Method(), op.Path())
	}
}

// TestAllows: what an operation lists.
func TestAllows(t *testing.T) {
	received := func(err error) error { return axway.Decode(axway.Encode(err)) }
	for _, tt := range []struct {
		name string
		err  error
		want bool
	}{
		{"nothing", nil, true},
		{"an entry that it lists", axway.ErrBadRequest, true},
		{"one wrapped", fmt.Errorf("a: %w", axway.NewCaseClosed(45)), true},
		{"joined ones that it lists", errors.Join(axway.ErrBadRequest, axway.NewCaseClosed(45)), true},
		{"one that is received", received(axway.NewCaseClosed(45)), true},
		{"an error of no catalog, written as the fallback", io.EOF, true},
		{"one of another catalog", connectorapi.IDs()[0], true},
		{"what the catalog does not list", axway.ErrUnlisted, false},
		{"a page", axway.Decode(502, nil, []byte("<html>")), false},
		{"one joined that it does not list", errors.Join(axway.ErrBadRequest, axway.ErrUnlisted), false},
	} {
		if got := axway.OpAddNote.Allows(tt.err); got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
	if axway.OpGetProducts.Allows(axway.NewCaseClosed(45)) || axway.OpGetProducts.Allows(received(axway.NewCaseClosed(45))) {
		t.Error("a kind of what it lists is listed")
	}
}

// TestResponderFor: what an operation does not list is written all the same, and told;
// a strict responder writes the fallback.
func TestResponderFor(t *testing.T) {
	for _, tt := range []struct {
		name    string
		strict  bool
		op      axway.Operation
		err     error
		status  int
		written axway.ID
		told    string // by UndocumentedError; "": it is listed
	}{
		{"listed", false, axway.OpAddNote, axway.NewCaseClosed(45), 403, axway.ErrCaseClosed, ""},
		{"listed, strict", true, axway.OpAddNote, axway.NewCaseClosed(45), 403, axway.ErrCaseClosed, ""},
		{"not listed", false, axway.OpGetProducts, axway.NewCaseClosed(45), 403, axway.ErrCaseClosed, "GetProducts"},
		{"not listed, strict", true, axway.OpGetProducts, axway.NewCaseClosed(45), 500, axway.ErrInternal, "GetProducts"},
		{"the fallback", true, axway.OpGetProducts, io.EOF, 500, axway.ErrInternal, ""},
		{"an operation of no catalog", true, "None", axway.NewCaseClosed(45), 403, axway.ErrCaseClosed, ""},
	} {
		var told error
		var written axway.ID
		respond := &axway.Responder{Strict: tt.strict, OnError: func(_ *http.Request, err error, id axway.ID) { told, written = err, id }}
		w := httptest.NewRecorder()
		respond.For(tt.op).Handler(func(http.ResponseWriter, *http.Request) error { return tt.err }).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
		if w.Code != tt.status || written != tt.written || !errors.Is(told, tt.err) && axway.IDOf(told) != axway.IDOf(tt.err) {
			t.Errorf("%s: %d %s, told %v", tt.name, w.Code, written, told)
		}
		var undocumented *axway.UndocumentedError
		if errors.As(told, &undocumented) != (tt.told != "") || undocumented != nil && string(undocumented.Operation) != tt.told {
			t.Errorf("%s: told %v", tt.name, told)
		}
	}
	w := httptest.NewRecorder()
	axway.OpGetProducts.Handler(func(http.ResponseWriter, *http.Request) error { return axway.NewCaseClosed(45) }).ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	if w.Code != 403 {
		t.Errorf("without hooks %d", w.Code)
	}
	var incomplete error
	respond := &axway.Responder{OnError: func(_ *http.Request, err error, _ axway.ID) { incomplete = err }}
	respond.For(axway.OpGetProducts).Encode(nil, axway.ErrCaseClosed)
	if got, want := incomplete.Error(), axway.ErrCaseClosed.Error()+" (raised without its data) (not documented for GetProducts)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
