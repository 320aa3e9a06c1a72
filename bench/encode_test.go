package bench_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/generated/avalara"
	"github.com/seed-1b9d9f04/errgen/generated/axway"
	"github.com/seed-1b9d9f04/errgen/generated/connectorapi"
)

// static is an error of each API that needs no data, and how it is written.
var static = []struct {
	name  string
	write func(*bench.NullWriter)
	body  []byte
}{
	{"connectorapi", func(w *bench.NullWriter) { connectorapi.WriteError(w, connectorapi.ErrAppJWTMissing) }, connectorapi.NewAppJWTMissing().AppendBody(nil)},
	{"axway", func(w *bench.NullWriter) { axway.WriteError(w, axway.ErrInternal) }, axway.NewInternal().AppendBody(nil)},
	{"avalara", func(w *bench.NullWriter) { avalara.WriteError(w, avalara.ErrRequestBodyCannotBeEmpty) }, avalara.NewRequestBodyCannotBeEmpty().AppendBody(nil)},
	{"aui", func(w *bench.NullWriter) { aui.WriteError(w, aui.ErrAuthenticationError) }, aui.NewAuthenticationError().AppendBody(nil)},
}

// BenchmarkWriteStatic writes an error without data, beside a bare Write of the
// same bytes, which sets no header and no status; beside the bytes with the
// headers and the status that errgen sets; and beside net/http's Error.
func BenchmarkWriteStatic(b *testing.B) {
	for _, s := range static {
		b.Run(s.name, func(b *testing.B) {
			w, bare, full := bench.NewNullWriter(), bench.NewNullWriter(), bench.NewNullWriter()
			bench.Interleave(
				b,
				bench.Contender{Name: "errgen", Do: func() { s.write(w) }},
				bench.Contender{Name: "bare-Write", Do: func() { _, _ = bare.Write(s.body) }},
				bench.Contender{Name: "Write-with-headers", Do: func() {
					full.Header().Set("Content-Type", "application/json")
					full.Header().Set("X-Content-Type-Options", "nosniff")
					full.WriteHeader(401)
					_, _ = full.Write(s.body)
				}},
			)
		})
	}
}

// application is the struct that equals an aui.ApplicationError on the wire.
type application struct {
	StatusCode  int    `json:"status_code"`
	Description string `json:"description"`
	Message     string `json:"message"`
}

// texts are two strings as of an ordinary message.
var texts = []struct{ name, description, message string }{
	{"plain", "Message not processed", "The message of user 77 could not be processed."},
	{"escaped", "Message not processed", `The message "hello" could not be processed.`},
}

// BenchmarkWriteTwoStrings writes an error with two strings beside
// encoding/json's Encoder with an equal struct, without and with the headers
// and the status that errgen sets. "errgen" writes an error that was made
// before, "errgen-made-anew" makes it as well, as the peers do.
func BenchmarkWriteTwoStrings(b *testing.B) {
	for _, text := range texts {
		b.Run(text.name, func(b *testing.B) { writeTwoStrings(b, text.description, text.message) })
	}
}

// writeTwoStrings is the benchmark with two texts.
func writeTwoStrings(b *testing.B, description, message string) {
	err := error(aui.NewApplicationError(description, message))
	w, plain, full := bench.NewNullWriter(), bench.NewNullWriter(), bench.NewNullWriter()
	bench.Interleave(
		b,
		bench.Contender{Name: "errgen", Do: func() { aui.WriteError(w, err) }},
		bench.Contender{Name: "errgen-made-anew", Do: func() { aui.WriteError(w, aui.NewApplicationError(description, message)) }},
		bench.Contender{Name: "Encoder", Do: func() {
			_ = json.NewEncoder(plain).Encode(application{400, description, message})
		}},
		bench.Contender{Name: "Encoder-with-headers", Do: func() {
			full.Header().Set("Content-Type", "application/json")
			full.Header().Set("X-Content-Type-Options", "nosniff")
			full.WriteHeader(400)
			_ = json.NewEncoder(full).Encode(application{400, description, message})
		}},
	)
}

// BenchmarkAppend makes the body alone, into a buffer with room.
func BenchmarkAppend(b *testing.B) {
	for _, text := range texts {
		b.Run(text.name, func(b *testing.B) { appendTwoStrings(b, text.description, text.message) })
	}
}

// appendTwoStrings is the benchmark with two texts.
func appendTwoStrings(b *testing.B, description, message string) {
	err := aui.NewApplicationError(description, message)
	buffer := make([]byte, 0, 1024)
	w := bench.NewNullWriter()
	bench.Interleave(
		b,
		bench.Contender{Name: "errgen", Do: func() { buffer = err.AppendBody(buffer[:0]) }},
		bench.Contender{Name: "Encoder", Do: func() {
			_ = json.NewEncoder(w).Encode(application{400, description, message})
		}},
		bench.Contender{Name: "json.Marshal", Do: func() {
			buffer, _ = json.Marshal(application{400, description, message})
		}},
	)
}

// errTwice is an error behind two wraps.
var errTwice = fmt.Errorf("add note: %w", fmt.Errorf("post: %w", axway.NewCaseClosed(45)))

// BenchmarkIs compares by ID, and by ancestor, through two wraps.
func BenchmarkIs(b *testing.B) {
	sentinel := errors.New("sentinel")
	wrapped := fmt.Errorf("add note: %w", fmt.Errorf("post: %w", sentinel))
	found := false
	bench.Interleave(
		b,
		bench.Contender{Name: "errgen", Do: func() { found = errors.Is(errTwice, axway.ErrCaseClosed) }},
		bench.Contender{Name: "errgen-ancestor", Do: func() { found = errors.Is(errTwice, axway.ErrAccessDenied) }},
		bench.Contender{Name: "sentinel", Do: func() { found = errors.Is(wrapped, sentinel) }},
	)
	if !found {
		b.Fatal("not found")
	}
}

func TestEqualBodies(t *testing.T) {
	for _, text := range texts {
		want, err := json.Marshal(application{400, text.description, text.message})
		if err != nil {
			t.Fatal(err)
		}
		if got := aui.NewApplicationError(text.description, text.message).AppendBody(nil); string(got) != string(want) {
			t.Errorf("errgen writes %s\nencoding/json %s", got, want)
		}
	}
}

func TestWritingAllocates(t *testing.T) {
	w := bench.NewNullWriter()
	for _, s := range static {
		holdAllocations(t, "static, "+s.name, 0, func() { s.write(w) })
	}
	for _, text := range texts {
		err := aui.NewApplicationError(text.description, text.message)
		boxed := error(err)
		buffer := make([]byte, 0, 1024)
		holdAllocations(t, "two strings, "+text.name, 0, func() { aui.WriteError(w, boxed) })
		holdAllocations(t, "AppendBody, "+text.name, 0, func() { buffer = err.AppendBody(buffer[:0]) })
	}
}

// More of what is written without allocation: numbers, errors behind wraps, several of
// one response but for the list of them.
func TestWritingMoreAllocates(t *testing.T) {
	w := bench.NewNullWriter()
	closed := error(axway.NewCaseClosed(45))
	holdAllocations(t, "a number", 0, func() { axway.WriteError(w, closed) })
	holdAllocations(t, "wrapped", 0, func() { axway.WriteError(w, errTwice) })
	issues := error(aui.NewValidationError([]aui.ValidationIssue{{Loc: []aui.LocationStep{aui.LocationStepString("body")}, Msg: "field required"}}))
	holdAllocations(t, "a list of objects", 0, func() { aui.WriteError(w, issues) })
	both := errors.Join(avalara.ErrRequestBodyCannotBeEmpty, avalara.ErrRequestBodyCannotBeEmpty)
	holdAllocations(t, "several", 1, func() { avalara.WriteError(w, both) })
	foreign := errors.New("foreign")
	holdAllocations(t, "the fallback", 0, func() { axway.WriteError(w, foreign) })
	holdAllocations(t, "Error", 1, func() { _ = closed.Error() })
}

func TestComparingAllocatesNothing(t *testing.T) {
	for _, id := range []axway.ID{axway.ErrCaseClosed, axway.ErrAccessDenied} {
		target := error(id) // as a constant is: without an allocation
		holdAllocations(t, id.Name(), 0, func() {
			if !errors.Is(errTwice, target) {
				t.Fatal("not found")
			}
		})
	}
}

// holdAllocations fails if a call allocates more than most times.
func holdAllocations(t *testing.T, name string, most float64, f func()) {
	t.Helper()
	if n := testing.AllocsPerRun(100, f); n > most {
		t.Errorf("%s: %v allocations, at most %v expected", name, n, most)
	}
}
