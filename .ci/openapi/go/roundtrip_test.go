//go:build roundtrip

// Every error of the shop goes over HTTP: handlers return it, the generated server
// writes it by the generated package, the generated client types it.
package openapi

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	oapi "github.com/seed-1b9d9f04/errgen/.ci/openapi/go/gen/oapi-codegen30/service"
	ogen "github.com/seed-1b9d9f04/errgen/.ci/openapi/go/gen/ogen30/service"
	"github.com/seed-1b9d9f04/errgen/.ci/openapi/go/gen/shoperr"
)

// raised are errors of the operation that changes an order, by the order they are of.
var raised = map[string]error{
	"unreadable": shoperr.NewUnreadable(), "token": shoperr.NewNoToken(), "allowed": shoperr.NewNotAllowed(),
	"none": shoperr.NewNoOrder("none"), "use": shoperr.NewInUse("use", "Mira", shoperr.UrgencyLater), "shipped": shoperr.NewShipped(),
	"outdated": shoperr.NewOutdated(409, 5), "outdated412": shoperr.NewOutdated(412, 5),
	"absent": shoperr.NewAbsent("/sku"), "several": errors.Join(shoperr.NewAbsent("/sku"), shoperr.NewTooLong("/note", 200)),
	"broken": errors.New("something else"),
}

// want is the error that clients read.
func want(err error) error {
	if _, ok := errors.AsType[*shoperr.Error](err); !ok {
		return shoperr.NewBroken()
	}
	return err
}

// same holds a response to the error that was raised: its status, body and decoding.
func same(t *testing.T, name string, status int, header http.Header, body []byte) {
	t.Helper()
	wantStatus, _, wantBody := shoperr.Encode(want(raised[name]))
	if status != wantStatus || !reflect.DeepEqual(value(t, body), value(t, wantBody)) {
		t.Errorf("%s: %d %s, want %d %s", name, status, body, wantStatus, wantBody)
	}
	if got := shoperr.Decode(status, header, body); got.Error() != shoperr.Decode(wantStatus, header, wantBody).Error() {
		t.Errorf("%s: decodes to %v", name, got)
	}
}

func value(t *testing.T, body []byte) (v any) {
	t.Helper()
	if err := json.Unmarshal(body, &v); err != nil {
		t.Errorf("%s: %v", body, err)
	}
	return v
}

type strict struct{ oapi.StrictServerInterface }

func (strict) UpdateOrder(_ context.Context, r oapi.UpdateOrderRequestObject) (oapi.UpdateOrderResponseObject, error) {
	return nil, raised[r.OrderId]
}

func writeError(w http.ResponseWriter, _ *http.Request, err error) { shoperr.WriteError(w, err) }

func TestOAPICodegen(t *testing.T) {
	handler := oapi.NewStrictHandlerWithOptions(strict{}, nil, oapi.StrictHTTPServerOptions{
		RequestErrorHandlerFunc: func(w http.ResponseWriter, r *http.Request, err error) {
			writeError(w, r, shoperr.NewUnreadable().WithCause(err))
		},
		ResponseErrorHandlerFunc: writeError,
	})
	server := httptest.NewServer(oapi.Handler(handler))
	defer server.Close()
	client, err := oapi.NewClientWithResponses(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	for name := range raised {
		r, err := client.UpdateOrderWithResponse(t.Context(), name, oapi.UpdateOrderJSONRequestBody{Sku: "a", Count: 1})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		same(t, name, r.StatusCode(), r.HTTPResponse.Header, r.Body)
		if typed := typedBody(r); typed == nil {
			t.Errorf("%s: the client has no body for %d", name, r.StatusCode())
		} else if again, err := json.Marshal(typed); err != nil || !reflect.DeepEqual(value(t, again), value(t, r.Body)) {
			t.Errorf("%s: the client types it as %s, not %s: %v", name, again, r.Body, err)
		}
	}
	r, err := http.Post(server.URL+"/orders", "application/json", strings.NewReader("{"))
	if err != nil {
		t.Fatal(err)
	}
	if err := shoperr.DecodeResponse(r); !errors.Is(err, shoperr.ErrUnreadable) {
		t.Errorf("a body that cannot be read: %v", err)
	}
}

// typedBody is the field of a response that is set beside Body and HTTPResponse.
func typedBody(r any) any {
	v := reflect.ValueOf(r).Elem()
	for i := range v.NumField() {
		if f, name := v.Field(i), v.Type().Field(i).Name; f.Kind() == reflect.Pointer && name != "HTTPResponse" && !f.IsNil() {
			return f.Interface()
		}
	}
	return nil
}

type ogenHandler struct{ ogen.UnimplementedHandler }

func (ogenHandler) UpdateOrder(_ context.Context, _ *ogen.NewOrder, p ogen.UpdateOrderParams) (ogen.UpdateOrderRes, error) {
	return nil, raised[p.OrderId]
}

type noSecurity struct{}

func (noSecurity) HandleToken(ctx context.Context, _ ogen.OperationName, _ ogen.Token) (context.Context, error) {
	return ctx, nil
}

func (noSecurity) Token(context.Context, ogen.OperationName) (ogen.Token, error) {
	return ogen.Token{Token: "x"}, nil
}

// besideHeaders is the body of a response of ogen's, which may stand beside headers.
func besideHeaders(r any) any {
	if body := reflect.Indirect(reflect.ValueOf(r)).FieldByName("Response"); body.IsValid() {
		return body.Addr().Interface()
	}
	return r
}

func TestOgen(t *testing.T) {
	server, err := ogen.NewServer(ogenHandler{}, noSecurity{}, ogen.WithErrorHandler(
		func(_ context.Context, w http.ResponseWriter, r *http.Request, err error) { writeError(w, r, err) }))
	if err != nil {
		t.Fatal(err)
	}
	served := httptest.NewServer(server)
	defer served.Close()
	client, err := ogen.NewClient(served.URL, noSecurity{})
	if err != nil {
		t.Fatal(err)
	}
	for name, err := range raised {
		r, failed := client.UpdateOrder(t.Context(), &ogen.NewOrder{Sku: "a", Count: 1}, ogen.UpdateOrderParams{OrderId: name})
		if failed != nil {
			t.Errorf("%s: %v", name, failed)
			continue
		}
		_, _, body := shoperr.Encode(want(err))
		again, failed := json.Marshal(besideHeaders(r))
		if failed != nil || !reflect.DeepEqual(value(t, again), value(t, body)) {
			t.Errorf("%s: the client types it as %s, not %s: %v", name, again, body, failed)
		}
	}
}
