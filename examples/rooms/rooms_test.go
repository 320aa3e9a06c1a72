package rooms_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/examples/rooms"
	"github.com/seed-1b9d9f04/errgen/examples/rooms/byhand"
	"github.com/seed-1b9d9f04/errgen/examples/rooms/service"
)

// answersFile has all requests of the test with their answers. ERRGEN_UPDATE=1
// writes it anew.
const answersFile = "testdata/answers.txt"

// versions are the service's two, each with a store of its own.
func versions(log io.Writer) map[string]http.Handler {
	users := rooms.Users{"t-ann": {Name: "ann"}, "t-bob": {Name: "bob"}, "t-eve": {Name: "eve"}, "t-root": {Name: "root", Admin: true}}
	logger := slog.New(slog.NewTextHandler(log, nil))
	limiter := func() *rooms.Limiter {
		noon := time.Date(2026, 3, 1, 12, 0, 17, 5e8, time.UTC)
		return &rooms.Limiter{PerMinute: 20, Now: func() time.Time { return noon }}
	}
	ids := func() func() string {
		n := 0
		return func() string { n++; return fmt.Sprintf("r-%d", n) }
	}
	return map[string]http.Handler{
		"by hand": (&byhand.Service{Store: new(rooms.Store), Users: users, Limiter: limiter(), Log: logger, NewID: ids()}).Routes(),
		"errgen":  (&service.Service{Store: new(rooms.Store), Users: users, Limiter: limiter(), Log: logger, NewID: ids()}).Routes(),
	}
}

// booking is a request's body.
func booking(title string, people int, starts, ends string) string {
	return fmt.Sprintf(`{"title":%q,"people":%d,"starts":"2026-03-02T%s:00Z","ends":"2026-03-02T%s:00Z"}`, title, people, starts, ends)
}

// requests are a token, a method, a path and a body each: every route, and every
// error of both catalogs.
var requests = [][4]string{
	{"", "GET", "/rooms", ""},
	{"t-nobody", "GET", "/rooms", ""},
	{"", "GET", "/nowhere", ""},
	{"", "HEAD", "/nowhere", ""},
	{"", "PATCH", "/rooms/blue", ""},
	{"", "POST", "/admin/usage", ""},
	{"t-ann", "GET", "/rooms", ""},
	{"t-root", "GET", "/admin/usage", ""}, // panics: there is no room yet
	{"t-ann", "GET", "/admin/usage", ""},
	{"", "DELETE", "/admin/rooms/blue", ""},
	{"t-root", "PUT", "/admin/rooms/blue", `{`},
	{"t-root", "PUT", "/admin/rooms/blue", `{"name":"` + strings.Repeat("x", 2000) + `"}`},
	{"t-root", "PUT", "/admin/rooms/blue", `{}`},
	{"t-root", "PUT", "/admin/rooms/blue", `{"name":"Blue","seats":4}`},
	{"t-root", "DELETE", "/admin/rooms/red", ""},
	{"t-root", "GET", "/admin/usage", ""},
	{"t-ann", "GET", "/rooms", ""},
	{"t-ann", "GET", "/rooms/blue", ""},
	{"t-ann", "GET", "/rooms/%3Cb%3E%22%20&%E2%80%A8", ""}, // <b>" & and a line separator
	{"t-ann", "GET", "/rooms/red/bookings", ""},
	{"t-ann", "POST", "/rooms/red/bookings", `{}`},
	{"t-ann", "POST", "/rooms/blue/bookings", `{}`},
	{"t-ann", "POST", "/rooms/blue/bookings", `[]`},
	{"t-ann", "POST", "/rooms/blue/bookings", `{"starts":"tomorrow"}`},
	{"t-ann", "POST", "/rooms/blue/bookings", booking(strings.Repeat("é", 41), -1, "11:00", "10:00")},
	{"t-ann", "POST", "/rooms/blue/bookings", booking("Party", 40, "10:00", "11:00")},
	{"t-ann", "POST", "/rooms/blue/bookings", booking("Plan", 4, "10:00", "11:00")},
	{"t-bob", "POST", "/rooms/blue/bookings", booking("Plot", 2, "10:30", "12:00")},
	{"t-bob", "POST", "/rooms/blue/bookings", booking("Plot", 2, "11:00", "12:00")},
	{"t-bob", "GET", "/bookings/1", ""},
	{"t-bob", "GET", "/bookings/7", ""},
	{"t-bob", "PUT", "/bookings/1", booking("Plot", 2, "11:00", "12:00")},
	{"t-bob", "PUT", "/bookings/2", booking("Plot", 2, "10:59", "12:00")},
	{"t-bob", "PUT", "/bookings/2", booking("Plot", 2, "12:00", "13:00")},
	{"t-bob", "DELETE", "/bookings/1", ""},
	{"t-root", "DELETE", "/admin/rooms/blue", ""},
	{"t-bob", "DELETE", "/bookings/2", ""},
	{"t-ann", "DELETE", "/bookings/1", ""},
	{"t-ann", "DELETE", "/bookings/1", ""},
	{"t-ann", "GET", "/rooms/blue/bookings", ""},
	{"t-root", "DELETE", "/admin/rooms/blue", ""},
}

// TestAnswers: both versions answer all requests byte for byte alike, and as the
// golden file has it.
func TestAnswers(t *testing.T) {
	golden, err := os.ReadFile(answersFile)
	if err != nil && os.Getenv("ERRGEN_UPDATE") == "" {
		t.Fatal(err)
	}
	var logged bytes.Buffer
	for name, routes := range versions(&logged) {
		answers := answersOf(t, routes)
		if os.Getenv("ERRGEN_UPDATE") != "" {
			golden = []byte(answers)
			if err := os.WriteFile(answersFile, golden, 0o666); err != nil {
				t.Fatal(err)
			}
			t.Setenv("ERRGEN_UPDATE", "") // the other version is compared with this one
		}
		want := strings.Split(string(golden), "\n\n")
		for i, got := range strings.Split(answers, "\n\n") {
			if i >= len(want) || got != want[i] {
				t.Fatalf("%s: got\n%s\nwant\n%s", name, got, want[min(i, len(want)-1)])
			}
		}
	}
	if strings.Contains(logged.String(), "not documented") {
		t.Errorf("an operation returns what it does not list:\n%s", logged.String())
	}
}

// answersOf makes all requests, and writes down what is answered.
func answersOf(t *testing.T, routes http.Handler) string {
	server := httptest.NewUnstartedServer(routes)
	server.Config.ErrorLog = log.New(io.Discard, "", 0) // panics
	server.Start()
	defer server.Close()
	var b strings.Builder
	for _, r := range requests {
		b.WriteString(answer(t, server, r[0], r[1], r[2], r[3]))
	}
	for range 21 { // one more than may be
		a := answer(t, server, "t-eve", "GET", "/admin/usage", "")
		if !strings.Contains(a, "403 Forbidden") {
			b.WriteString(a)
		}
	}
	b.WriteString(answer(t, server, "t-eve", "GET", "/rooms", ""))
	return b.String()
}

// answer makes a request, and writes down the answer with all of its headers but
// the date.
func answer(t *testing.T, server *httptest.Server, token, method, path, body string) string {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, server.URL+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if token != "" {
		req.Header.Set("Authorization", "Bearer "+token)
	}
	resp, err := server.Client().Do(req)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	defer func() { _ = resp.Body.Close() }()
	said, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "> %s %s %s\n", method, path, token)
	if body != "" {
		fmt.Fprintf(&b, "> %.200s\n", body)
	}
	fmt.Fprintf(&b, "< %s\n", resp.Status)
	for _, name := range slices.Sorted(maps.Keys(resp.Header)) {
		if name != "Date" {
			fmt.Fprintf(&b, "< %s: %s\n", name, strings.Join(resp.Header[name], "; "))
		}
	}
	fmt.Fprintf(&b, "%s\n\n", said)
	return b.String()
}
