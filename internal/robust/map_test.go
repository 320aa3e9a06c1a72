package robust

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// Map is asked for what would be the fallback alone, and what it makes is written if it is
// of this catalog. The hook is told the error as it was raised, after Map.
func TestMap(t *testing.T) {
	received := axway.Decode(http.StatusForbidden, http.Header{"Content-Type": {"application/json"}}, []byte(`{"code":"CASE_CLOSED","message":"Case 45 is closed."}`))
	foreign := errors.New("sql: no rows in result set")
	for name, c := range map[string]struct {
		raised, mapped error
		written        axway.ID
		asked          bool
	}{
		"a foreign error":                      {context.Canceled, axway.NewBadRequest("Gone."), axway.ErrBadRequest, true},
		"a foreign error, mapped deep":         {foreign, errors.Join(foreign, axway.NewCaseClosed(1)), axway.ErrCaseClosed, true},
		"a foreign error, left so":             {foreign, nil, axway.ErrInternal, true},
		"a foreign error, as another":          {foreign, context.Canceled, axway.ErrInternal, true},
		"one that was received":                {received, axway.NewBadRequest("Theirs."), axway.ErrBadRequest, true},
		"one that was received, to itself":     {received, received, axway.ErrInternal, true},
		"the catalog's own":                    {axway.NewCaseClosed(2), axway.NewBadRequest("No."), axway.ErrCaseClosed, false},
		"the catalog's own among foreign ones": {errors.Join(foreign, axway.NewCaseClosed(2)), axway.NewBadRequest("No."), axway.ErrCaseClosed, false},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			var calls []string
			responder := &axway.Responder{
				Map: func(_ *http.Request, err error) error {
					if calls = append(calls, "Map"); err != c.raised {
						t.Errorf("Map is asked for %v", err)
					}
					return c.mapped
				},
				OnError: func(_ *http.Request, err error, written axway.ID) {
					if calls = append(calls, "OnError"); err != c.raised || written != c.written {
						t.Errorf("the hook is told %v, written as %s", err, written)
					}
				},
			}
			w := httptest.NewRecorder()
			responder.WriteError(w, httptest.NewRequest(http.MethodGet, "/", nil), c.raised)
			if got := axway.Decode(w.Code, w.Header(), w.Body.Bytes()); !errors.Is(got, c.written) {
				t.Errorf("written %v", got)
			}
			want := "OnError"
			if c.asked {
				want = "Map OnError"
			}
			if got := strings.Join(calls, " "); got != want {
				t.Errorf("called %s", got)
			}
		})
	}
}

// A panic is no error that Map is asked for, and one of Map is a panic of the handler.
func TestMapAndPanics(t *testing.T) {
	for name, c := range map[string]struct {
		handler func(http.ResponseWriter, *http.Request) error
		asked   bool
	}{
		"of the handler": {func(http.ResponseWriter, *http.Request) error { panic("broken") }, false},
		"of Map":         {func(http.ResponseWriter, *http.Request) error { return context.Canceled }, true},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			asked := false
			responder := &axway.Responder{Map: func(*http.Request, error) error { asked = true; panic("broken") }}
			w := httptest.NewRecorder()
			func() {
				defer func() {
					if v := recover(); v != "broken" {
						t.Errorf("raised again: %v", v)
					}
				}()
				responder.Handler(c.handler).ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
			}()
			if err := axway.Decode(w.Code, w.Header(), w.Body.Bytes()); !errors.Is(err, axway.ErrInternal) || asked != c.asked {
				t.Errorf("written %v; Map was asked: %t", err, asked)
			}
		})
	}
}
