package founding

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// axwayClasses raises each class with a message.
var axwayClasses = map[string]struct {
	id    axway.ID
	raise func(message string) *axway.Error
}{
	"AUTHENTICATION_FAILURE":          {axway.ErrAuthenticationFailure, axway.NewAuthenticationFailure},
	"ACCESS_DENIED":                   {axway.ErrAccessDenied, axway.NewAccessDenied},
	"BAD_REQUEST":                     {axway.ErrBadRequest, axway.NewBadRequest},
	"SERVICE_TEMPORARILY_UNAVAILABLE": {axway.ErrServiceTemporarilyUnavailable, axway.NewServiceTemporarilyUnavailable},
	"SERVER_ERROR":                    {axway.ErrServerError, axway.NewServerError},
}

func TestAxwayClasses(t *testing.T) {
	classes := seeds.Axway()
	if len(classes) != 5 {
		t.Fatalf("%d classes", len(classes))
	}
	last := -1
	for _, class := range classes {
		c, ok := axwayClasses[class.Code]
		if !ok {
			t.Fatalf("no entry for %s", class.Code)
		}
		at := slices.Index(axway.IDs(), c.id)
		if at < last {
			t.Errorf("%s is not in the documented order", class.Code)
		}
		last = at
		status, header, body := axway.Encode(c.raise(`A "quoted" message, <é>.`))
		want := fmt.Sprintf(`{"code":%q,"message":"A \"quoted\" message, <é>."}`, class.Code)
		if status != class.Status || string(body) != want || header.Get("Content-Type") != "application/json" {
			t.Errorf("%s: %d %v %s\nwant %s", class.Code, status, header, body, want)
		}
		err := axway.Decode(class.Status, header, body)
		if axway.IDOf(err) != c.id {
			t.Errorf("%s decodes to %v", class.Code, err)
		}
		// The class, not the status, is the error.
		if axway.IDOf(axway.Decode(418, nil, body)) != c.id {
			t.Errorf("%s under another status is lost", class.Code)
		}
	}
}

func TestAxwayKeepsTheDocumentedOrder(t *testing.T) {
	var documented []string
	for _, p := range seeds.AxwayProperties() {
		documented = append(documented, p.Name)
		if p.Optional {
			t.Errorf("%s is documented as optional", p.Name)
		}
	}
	if got := memberPaths(t, string(axway.NewCaseClosed(1).AppendBody(nil))); !slices.Equal(got, documented) {
		t.Errorf("members %v, documented %v", got, documented)
	}
}

func TestAxwayExample(t *testing.T) {
	example := seeds.ExampleAxway()
	header := http.Header{}
	for _, h := range example.Header {
		header.Add(h.Name, h.Value)
	}
	for _, body := range []string{example.Body, seeds.ExampleAxwayBody()} {
		err := axway.Decode(example.Status, header, []byte(body))
		closed, ok := errors.AsType[*axway.CaseClosedError](err)
		if !ok || closed.Days != 45 {
			t.Fatalf("decodes to %v, %+v", err, closed)
		}
		if !errors.Is(err, axway.ErrCaseClosed) || !errors.Is(err, axway.ErrAccessDenied) || errors.Is(err, axway.ErrBadRequest) {
			t.Errorf("kinds are wrong: %v", err)
		}
		status, _, encoded := axway.Encode(axway.NewCaseClosed(45))
		if status != example.Status || string(encoded) != compact(t, body) {
			t.Errorf("%d %s, documented %d %s", status, encoded, example.Status, compact(t, body))
		}
		r := axway.ResponseOf(err)
		if r.Body != body || r.Header.Get("X-Troubleshooting-ID") != "dc8a785d4e41fe925fb204f9" || r.StatusCode != 403 {
			t.Errorf("response not kept: %+v", r)
		}
	}
}

// A message that is no documented occurrence is its class, whole.
func TestAxwayRewordedMessages(t *testing.T) {
	for _, message := range []string{
		"The case has been closed for more than 0 days. Please contact Axway Global Support.", // below the minimum
		"The case has been closed for more than many days. Please contact Axway Global Support.",
		"The case has been closed for more than 45 days.",
		"",
	} {
		err := axway.Decode(403, nil, fmt.Appendf(nil, `{"code":"ACCESS_DENIED","message":%q}`, message))
		denied, ok := errors.AsType[*axway.AccessDeniedError](err)
		if axway.IDOf(err) != axway.ErrAccessDenied || !ok || denied.Message != message {
			t.Errorf("%q: %v", message, err)
		}
	}
}

func TestAxwayDelayIfKnown(t *testing.T) {
	delay := 90 * time.Second
	for _, c := range []struct {
		raised error
		delay  *time.Duration
		has    string
	}{
		{&axway.PortalConnectionFailureError{Delay: &delay}, &delay, " 90 "},
		{&axway.PortalConnectionFailureError{}, nil, ""},
		{axway.ErrPortalConnectionFailure, nil, ""},
		{axway.NewPortalConnectionFailure(), nil, ""},
	} {
		status, header, body := axway.Encode(c.raised)
		if status != 503 || !strings.Contains(string(body), c.has) {
			t.Errorf("%v: %d %s", c.raised, status, body)
		}
		err := axway.Decode(status, header, body)
		got, ok := errors.AsType[*axway.PortalConnectionFailureError](err)
		if !ok || (got.Delay == nil) != (c.delay == nil) || got.Delay != nil && *got.Delay != *c.delay {
			t.Errorf("%s decodes to %v, %+v", body, err, got)
		}
		if !errors.Is(err, axway.ErrServiceTemporarilyUnavailable) || !axway.IDOf(err).Retryable() {
			t.Errorf("%v: class or retryable lost", err)
		}
	}
}

func TestAxwayPartialCompletion(t *testing.T) {
	status, header, body := axway.Encode(axway.NewCaseDetailsUnavailable("00123456"))
	err := axway.Decode(status, header, body)
	got, ok := errors.AsType[*axway.CaseDetailsUnavailableError](err)
	if !ok || got.CaseID != "00123456" || status != 500 || !errors.Is(err, axway.ErrServerError) {
		t.Errorf("%d %s decodes to %v", status, body, err)
	}
}

func TestAxwayFallbackHidesTheCause(t *testing.T) {
	status, _, body := axway.Encode(errors.New("database password is hunter2"))
	if status != 500 || string(body) != `{"code":"SERVER_ERROR","message":"An unexpected error occurred."}` {
		t.Errorf("%d %s", status, body)
	}
	status, _, body = axway.Encode(axway.NewCaseClosed(3).WithCause(errors.New("hunter2")))
	if status != 403 || strings.Contains(string(body), "hunter2") {
		t.Errorf("%d %s", status, body)
	}
	upstream := axway.Decode(401, nil, []byte(`{"code":"AUTHENTICATION_FAILURE","message":"token 123"}`))
	if status, _, body = axway.Encode(fmt.Errorf("calling upstream: %w", upstream)); status != 500 {
		t.Errorf("an upstream's error is passed on: %d %s", status, body)
	}
	want := `{"code":"ACCESS_DENIED","message":"The case has been closed for more than 0 days. Please contact Axway Global Support."}`
	if status, _, body = axway.Encode(axway.ErrCaseClosed); status != 403 || string(body) != want {
		t.Errorf("a bare ID that needs data is written with %d %s", status, body)
	}
}
