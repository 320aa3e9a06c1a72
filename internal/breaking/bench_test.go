package breaking

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// many is a catalog of n entries, some of which have params.
func many(n int) string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: shop\nenvelopes:\n  Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}\nerrors:\n")
	for i := range n {
		fmt.Fprintf(&b, "  E%d: {status: 400, code: E_%d, fields: {message: 'No. %d of {a} and {b}.'}, params: {a: {type: integer, minimum: 1}, b: {type: string, optional: false}}}\n", i, i, i)
	}
	return b.String()
}

// BenchmarkCompare compares a catalog with itself, whose entries have each a code.
func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			t := new(testing.T)
			before, after := side(t, many(n)), side(t, many(n))
			for b.Loop() {
				if changes, err := Compare([]Side{before}, []Side{after}, Terms{}); err != nil || len(changes) > 0 {
					b.Fatal(changes, err)
				}
			}
		})
	}
}

// TestLinear: a comparison of a thousand entries takes less than a second of the
// processor for each side, and of four times as many about four times as long, whether
// nothing has changed or all entries have.
func TestLinear(t *testing.T) {
	changes := map[string]func(string) string{
		"every text": func(s string) string { return strings.ReplaceAll(s, "'No. ", "'Number ") },
	}
	sizes := [2]int{250, 1000}
	if os.Getenv("ERRGEN_LONG") != "" {
		sizes = [2]int{1000, 4000}
		changes["nothing"] = func(s string) string { return s }
		changes["every code"] = func(s string) string { return strings.ReplaceAll(s, "code: E_", "code: F_") }
	}
	for name, change := range changes {
		few, many := compareTime(t, sizes[0], change), compareTime(t, sizes[1], change)
		ratio := float64(many) / float64(few)
		t.Logf("%s: %d in %v, %d in %v: %.1f times", name, sizes[0], few, sizes[1], many, ratio)
		if many > time.Duration(sizes[1])*2*time.Millisecond || ratio > 8 {
			t.Errorf("%s: %v for %d entries, and %.1f times as much as for %d", name, many, sizes[1], ratio, sizes[0])
		}
	}
}

// compareTime is what comparing n entries with changed ones takes of the processor: the
// least of three times.
func compareTime(t *testing.T, n int, change func(string) string) time.Duration {
	t.Helper()
	before, after := side(t, many(n)), side(t, change(many(n)))
	var times []time.Duration
	for range 3 {
		start := processorTime(t)
		if _, err := Compare([]Side{before}, []Side{after}, Terms{}); err != nil {
			t.Fatal(err)
		}
		times = append(times, processorTime(t)-start)
	}
	return slices.Min(times)
}

// processorTime is how long this process has had a processor.
func processorTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Skip(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
