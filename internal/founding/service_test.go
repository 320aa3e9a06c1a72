package founding

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// An api is a generated package as a service and a client use it.
type api[ID interface {
	comparable
	error
	Name() string
	StatusCode() int
}] struct {
	ids     []ID
	idOf    func(error) ID
	handler func(func(http.ResponseWriter, *http.Request) error) http.Handler
	decode  func(*http.Response) error
	raised  []raised[ID] // at least one of every entry with a response
	closed  []ID         // entries without an HTTP response
}

type raised[ID any] struct {
	id  ID
	err error
	as  any // a new pointer to the data type; nil: the entry's data needs no look
}

// run raises every error in a real server, wrapped, and reads it with a real client.
func (a api[ID]) run(t *testing.T) {
	t.Helper()
	index := 0
	server := httptest.NewServer(a.handler(func(http.ResponseWriter, *http.Request) error {
		return fmt.Errorf("handling: %w", fmt.Errorf("storing: %w", a.raised[index].err))
	}))
	defer server.Close()
	seen := slices.Clone(a.closed)
	for i, r := range a.raised {
		index = i
		resp, err := server.Client().Get(server.URL)
		if err != nil {
			t.Fatal(err)
		}
		got := fmt.Errorf("calling: %w", a.decode(resp))
		_ = resp.Body.Close()
		if !errors.Is(got, r.id) || a.idOf(got) != r.id {
			t.Errorf("%s comes back as %v", r.id.Name(), got)
		}
		if r.as != nil {
			if !errors.As(got, r.as) {
				t.Errorf("%s: no data in %v", r.id.Name(), got)
			} else if data := reflect.ValueOf(r.as).Elem().Interface(); !reflect.DeepEqual(data, r.err) && !sameData(r.err, data) {
				t.Errorf("%s: data %+v, raised %+v", r.id.Name(), data, r.err)
			}
		}
		seen = append(seen, r.id)
	}
	for _, id := range a.ids {
		if !slices.Contains(seen, id) {
			t.Errorf("%s is never raised", id.Name())
		}
	}
}

// sameData compares what an occurrence holds with decoded data.
func sameData(err error, data any) bool {
	m := reflect.ValueOf(err).MethodByName("Data")
	return m.IsValid() && reflect.DeepEqual(m.Call(nil)[0].Interface(), data)
}

func TestServiceAndClientLivePerson(t *testing.T) {
	api[connectorapi.ID]{
		ids: connectorapi.IDs(), idOf: connectorapi.IDOf, handler: connectorapi.Handler, decode: connectorapi.DecodeResponse,
		raised: []raised[connectorapi.ID]{
			{connectorapi.ErrInvalidAppJWT, connectorapi.ErrInvalidAppJWT, nil},
			{connectorapi.ErrInvalidConsumerJWS, connectorapi.NewInvalidConsumerJWS(), new(*connectorapi.InvalidConsumerJWSError)},
			{connectorapi.ErrConsumerJWSMissing, &connectorapi.ConsumerJWSMissingError{}, new(*connectorapi.ConsumerJWSMissingError)},
			{connectorapi.ErrAppJWTMissing, connectorapi.ErrAppJWTMissing.WithCause(errors.New("no header")), nil},
		},
	}.run(t)
}

func TestServiceAndClientAxway(t *testing.T) {
	delay := 30 * time.Second
	api[axway.ID]{
		ids: axway.IDs(), idOf: axway.IDOf, handler: axway.Handler, decode: axway.DecodeResponse,
		raised: []raised[axway.ID]{
			{axway.ErrAuthenticationFailure, axway.NewAuthenticationFailure("The access token has expired."), new(*axway.AuthenticationFailureError)},
			{axway.ErrAccessDenied, axway.NewAccessDenied("Not yours."), new(*axway.AccessDeniedError)},
			{axway.ErrCaseClosed, axway.NewCaseClosed(45).WithCause(errors.New("hunter2")), new(*axway.CaseClosedError)},
			{axway.ErrCaseClosed, &axway.CaseClosedError{Days: 1}, new(*axway.CaseClosedError)},
			{axway.ErrBadRequest, axway.NewBadRequest(""), new(*axway.BadRequestError)},
			{axway.ErrServiceTemporarilyUnavailable, axway.NewServiceTemporarilyUnavailable("Down."), new(*axway.ServiceTemporarilyUnavailableError)},
			{axway.ErrPortalConnectionFailure, &axway.PortalConnectionFailureError{Delay: &delay}, new(*axway.PortalConnectionFailureError)},
			{axway.ErrPortalConnectionFailure, axway.ErrPortalConnectionFailure, nil},
			{axway.ErrServerError, axway.NewServerError("Partially."), new(*axway.ServerError)},
			{axway.ErrCaseDetailsUnavailable, axway.NewCaseDetailsUnavailable("7"), new(*axway.CaseDetailsUnavailableError)},
			{axway.ErrInternal, errors.New("an uncatalogued error"), nil},
		},
	}.run(t)
}

func TestServiceAndClientAvalara(t *testing.T) {
	a := api[avalara.ID]{ids: avalara.IDs(), idOf: avalara.IDOf, handler: avalara.Handler, decode: avalara.DecodeResponse}
	for _, id := range avalara.IDs() {
		a.raised = append(a.raised, raised[avalara.ID]{id, id, nil})
	}
	a.run(t)
}

func TestServiceAndClientAui(t *testing.T) {
	api[aui.ID]{
		ids: aui.IDs(), idOf: aui.IDOf, handler: aui.Handler, decode: aui.DecodeResponse,
		closed: []aui.ID{aui.ErrAccessRefused},
		raised: []raised[aui.ID]{
			{aui.ErrAuthenticationError, aui.ErrAuthenticationError, nil},
			{aui.ErrValidationError, aui.NewValidationError([]aui.ValidationIssue{{Loc: []aui.LocationStep{aui.LocationStepInteger(1)}, Msg: "m", Type: "t"}}), new(*aui.ValidationError)},
			{aui.ErrApplicationError, &aui.ApplicationError{Description: "d", Message: "m", ExtraData: map[string]any{"k": "v"}}, new(*aui.ApplicationError)},
			{aui.ErrContentModeration, aui.NewContentModeration("c", "t"), new(*aui.ContentModerationError)},
			{aui.ErrServerError, aui.NewServerError(503, "d", "m"), new(*aui.ServerError)},
			{aui.ErrInternalServerError, aui.NewInternalServerError(), new(*aui.InternalServerError)},
			{aui.ErrInternalServerError, http.ErrBodyNotAllowed, nil},
		},
	}.run(t)
}

// TestSwitch shows the three ways in which a client tells errors apart.
func TestSwitch(t *testing.T) {
	server := httptest.NewServer(axway.Handler(func(http.ResponseWriter, *http.Request) error {
		return axway.NewCaseClosed(45)
	}))
	defer server.Close()
	resp, err := server.Client().Get(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	switch err = axway.DecodeResponse(resp); axway.IDOf(err) {
	case axway.ErrCaseClosed:
	default:
		t.Errorf("IDOf: %v", err)
	}
	switch {
	case errors.Is(err, axway.ErrBadRequest):
		t.Error("errors.Is: BadRequest")
	case errors.Is(err, axway.ErrAccessDenied):
		if closed, ok := errors.AsType[*axway.CaseClosedError](err); !ok || closed.Days != 45 {
			t.Errorf("%+v", closed)
		}
	default:
		t.Errorf("errors.Is: %v", err)
	}
}
