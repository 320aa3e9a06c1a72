package corpus

import "flag"

// Seeds calls add for the seeds of a fuzz target: for all of n in go test, and while it is
// fuzzed for at most some of them, spread evenly. Fuzzing begins with every seed, and would
// spend a short time on what go test has tried.
func Seeds(n, some int, add func(i int)) {
	step := 1
	if fuzzed := flag.Lookup("test.fuzz"); fuzzed != nil && fuzzed.Value.String() != "" {
		step = max(1, (n+some-1)/some)
	}
	for i := 0; i < n; i += step {
		add(i)
	}
}
