//go:build roundtrip

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
	"time"

	oapi "github.com/seed-1b9d9f04/errgen/.ci/openapi/go/gen/oapi-codegen30/service"
	"github.com/seed-1b9d9f04/errgen/.ci/openapi/go/gen/shoperr"
)

// every has errors of all entries of the shop that have a response, under each of their
// statuses, and several at once.
func every() []error {
	wait := shoperr.NewTooMany(60)
	if data, ok := errors.AsType[*shoperr.TooManyError](wait); ok {
		data.Wait = new(20 * time.Second)
	}
	absent, long := shoperr.NewAbsent("/sku"), shoperr.NewTooLong("/note", 200)
	return []error{
		shoperr.NewUnreadable(), shoperr.NewOddQuery("limit", "no number"), shoperr.NewNoToken(), shoperr.NewNotAllowed(), shoperr.NewTooMany(60), wait,
		shoperr.NewBroken(), shoperr.NewMaintained(502), shoperr.NewMaintained(503), shoperr.NewUnreachable(), shoperr.NewNoOrder("o-12"),
		shoperr.NewInUse("o-12", "Mira", shoperr.UrgencySoon), shoperr.NewShipped(), shoperr.NewOutdated(409, 5), shoperr.NewOutdated(412, 5),
		shoperr.NewSoldOut("kettle", 1), shoperr.NewNoGood(), shoperr.NewDiscontinued(), shoperr.NewDeclined("expired"), shoperr.NewNotEnough("expired", 7.5),
		shoperr.NewPaidBefore(), shoperr.NewUnpaid(), shoperr.NewNoAnswer(), absent, long, shoperr.NewOutOfRange("/count", 1, 9), errors.Join(absent, long),
	}
}

type raising struct{}

// TestEveryError: each error of each operation goes over HTTP from the strict server to
// the client, which has a type for it under its status, all of the body in it, and of no
// other error of the status alone.
func TestEveryError(t *testing.T) {
	raise := func(oapi.StrictHandlerFunc, string) oapi.StrictHandlerFunc {
		return func(ctx context.Context, _ http.ResponseWriter, _ *http.Request, _ any) (any, error) {
			return nil, ctx.Value(raising{}).(error)
		}
	}
	var raised error
	handler := oapi.Handler(oapi.NewStrictHandlerWithOptions(strict{}, []oapi.StrictMiddlewareFunc{raise}, oapi.StrictHTTPServerOptions{
		RequestErrorHandlerFunc: writeError, ResponseErrorHandlerFunc: writeError,
	}))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		handler.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), raising{}, raised)))
	}))
	defer server.Close()
	client, err := oapi.NewClientWithResponses(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	gone := map[shoperr.ID]bool{}
	for _, op := range shoperr.Operations() {
		if op.Path() == "" {
			continue
		}
		for _, raised = range every() {
			if !op.Allows(raised) {
				continue
			}
			for _, id := range op.Errors() {
				gone[id] = gone[id] || errors.Is(raised, id)
			}
			everyError(t, string(op), call(t, client, op), raised)
		}
	}
	for _, op := range shoperr.Operations() {
		for _, id := range op.Errors() {
			if op.Path() != "" && !gone[id] {
				t.Errorf("%s: %s has not gone", op, id.Name())
			}
		}
	}
}

// call calls an operation with made-up arguments: what the client makes of the response.
func call(t *testing.T, client *oapi.ClientWithResponses, op shoperr.Operation) any {
	t.Helper()
	f := reflect.ValueOf(client).MethodByName(strings.ToUpper(string(op)[:1]) + string(op)[1:] + "WithResponse")
	args := []reflect.Value{reflect.ValueOf(t.Context())}
	for i := 1; i < f.Type().NumIn()-1; i++ {
		arg := reflect.New(f.Type().In(i)).Elem()
		if arg.Kind() == reflect.String {
			arg.SetString("o-12")
		}
		args = append(args, arg)
	}
	out := f.Call(args)
	if err, _ := out[1].Interface().(error); err != nil {
		t.Fatalf("%s: %v", op, err)
	}
	return out[0].Interface()
}

// everyError holds a response to the error that was raised.
func everyError(t *testing.T, op string, r any, raised error) {
	t.Helper()
	status, _, body := shoperr.Encode(raised)
	of := reflect.ValueOf(r).Elem()
	got, response := of.FieldByName("Body").Bytes(), of.FieldByName("HTTPResponse").Interface().(*http.Response)
	if response.StatusCode != status || string(got) != string(body) {
		t.Errorf("%s: %v: %d %s", op, raised, response.StatusCode, got)
	}
	if decoded := shoperr.Decode(response.StatusCode, response.Header, got); decoded.Error() != raised.Error() && !strings.Contains(raised.Error(), "\n") {
		t.Errorf("%s: %v decodes to %v", op, raised, decoded)
	}
	typed := typedBody(r)
	if !strings.Contains(response.Header.Get("Content-Type"), "json") {
		return // of texts the client has the bytes alone
	}
	if again, err := json.Marshal(typed); typed == nil || err != nil || !reflect.DeepEqual(value(t, again), value(t, body)) {
		t.Errorf("%s: %v: the client types it as %T %s, not %s: %v", op, raised, typed, again, body, err)
	}
}
