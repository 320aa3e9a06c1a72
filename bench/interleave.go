package bench

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// Contender is one of several ways to do the same.
type Contender struct {
	Name   string // no white space: it is part of a metric's unit
	Do     func()
	Before func() // runs before each batch and is not timed; may be nil
}

// batchTime is how long one batch of a contender runs: long beside the clock's
// resolution, short beside what disturbs a shared machine.
const batchTime = 100 * time.Microsecond

// Interleave lets the contenders run by turns, one batch each per iteration of
// b. For each it reports the median time of one call (unit ns/NAME), and for
// each but the first the median of its time divided by the first's in the same
// turn (unit x/NAME).
func Interleave(b *testing.B, contenders ...Contender) {
	b.Helper()
	batches := make([]int, len(contenders))
	for i, c := range contenders {
		batches[i] = calibrate(c)
	}
	times := make([][]float64, len(contenders))
	for turn := 0; b.Loop(); turn++ {
		for k := range contenders {
			i := (turn + k) % len(contenders) // nobody is always first
			times[i] = append(times[i], timeBatch(contenders[i], batches[i]))
		}
	}
	b.ReportMetric(0, "ns/op") // of all contenders together: says nothing
	for i, c := range contenders {
		b.ReportMetric(Median(times[i]), "ns/"+c.Name)
		if i > 0 {
			b.ReportMetric(Median(Ratios(times[i], times[0])), "x/"+c.Name)
		}
	}
}

// calibrate finds how many calls make a batch.
func calibrate(c Contender) int {
	for n := 1; ; n *= 2 {
		if t := timeBatch(c, n) * float64(n); t >= float64(batchTime) {
			return max(1, int(float64(n)*float64(batchTime)/t))
		}
	}
}

// timeBatch is the time of one call in nanoseconds, the mean of n.
func timeBatch(c Contender, n int) float64 {
	if c.Before != nil {
		c.Before()
	}
	start := time.Now()
	for range n {
		c.Do()
	}
	return float64(time.Since(start)) / float64(n)
}

// Ratios divides turn by turn.
func Ratios(a, b []float64) []float64 {
	r := make([]float64, len(a))
	for i := range a {
		r[i] = a[i] / b[i]
	}
	return r
}

// Median leaves its argument as it is. The median of nothing is 0.
func Median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return (sorted[(len(sorted)-1)/2] + sorted[len(sorted)/2]) / 2
}

// Metric makes a text fit to stand in a metric's unit.
func Metric(name string) string { return strings.Join(strings.Fields(name), "-") }
