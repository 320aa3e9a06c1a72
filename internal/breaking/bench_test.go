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
	if os.Getenv("ERRGEN_LONG") == "" {
		t.Skip("takes minutes; ERRGEN_LONG=1")
	}
	for name, change := range map[string]func(string) string{
		"nothing":    func(s string) string { return s },
		"every text": func(s string) string { return strings.ReplaceAll(s, "'No. ", "'Number ") },
		"every code": func(s string) string { return strings.ReplaceAll(s, "code: E_", "code: F_") },
	} {
		took := map[int]time.Duration{}
		for _, n := range []int{1000, 4000} {
			before, after := side(t, many(n)), side(t, change(many(n)))
			var times []time.Duration
			for range 3 {
				start := processorTime(t)
				if _, err := Compare([]Side{before}, []Side{after}, Terms{}); err != nil {
					t.Fatal(err)
				}
				times = append(times, processorTime(t)-start)
			}
			took[n] = slices.Min(times)
		}
		ratio := float64(took[4000]) / float64(took[1000])
		t.Logf("%s: %v, %v: %.1f times", name, took[1000], took[4000], ratio)
		if took[1000] > 2*time.Second || ratio > 8 {
			t.Errorf("%s: %v for 1,000 entries, and %.1f times as much for 4,000", name, took[1000], ratio)
		}
	}
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
