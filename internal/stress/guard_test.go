package stress

import (
	"fmt"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"syscall"
	"testing"
	"time"
)

// What a mutant may take, far more than any needs: the time that it has a processor, the
// memory that it holds at once, and the bytes that it allocates in all.
const (
	mutantTime   = 60 * time.Second
	mutantMemory = 2 << 30
	mutantShare  = 1 << 30
)

// A meter tells what is spent from when it is made. How busy the machine is, is not
// part of it.
type meter struct {
	began     time.Duration // processorTime
	allocated uint64
	looks     int
}

// lookEvery is how long it is between two looks at a meter; lookCost is more than one
// takes.
const (
	lookEvery = 100 * time.Millisecond
	lookCost  = time.Millisecond
)

func newMeter() *meter {
	return &meter{began: processorTime(), allocated: metric("/gc/heap/allocs:bytes")}
}

// look says what is spent that must not be: "" if nothing is. What waits for ever takes
// no time, but that of looking, which has a turn whenever it could have had one.
func (m *meter) look() string {
	m.looks++
	spent, held := processorTime()-m.began, metric("/memory/classes/heap/objects:bytes")
	switch {
	case held > mutantMemory:
		return fmt.Sprintf("holds %d MiB", held>>20)
	case spent > mutantTime:
		return fmt.Sprintf("takes more than %s of processor time", mutantTime)
	case time.Duration(m.looks)*lookEvery > 2*mutantTime && spent < time.Duration(m.looks)*lookCost:
		return fmt.Sprintf("waits: looked at %d times, it took %s", m.looks, spent)
	}
	return ""
}

// processorTime is how long this process has had a processor.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func metric(name string) uint64 {
	sample := []metrics.Sample{{Name: name}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// guarded does something with a mutant within its time and memory. One that takes more
// ends the test, since nothing else can stop it.
func (j *judge) guarded(t *testing.T, m mutant, do func(mutant) error) error {
	return guarded(func() error { return do(m) }, func(tooMuch string) {
		j.show(t, m, fmt.Errorf("it %s", tooMuch))
		panic(fmt.Sprintf("ERRGEN_MUTANT=%d %s", m.seed, tooMuch))
	})
}

// guarded does something and calls stop if that takes more than a mutant may. A panic
// is a fault.
func guarded(do func() error, stop func(tooMuch string)) (err error) {
	spent, done := newMeter(), make(chan struct{})
	go func() {
		defer close(done)
		defer func() {
			if v := recover(); v != nil {
				err = &fault{"panic", fmt.Errorf("%v\n%s", v, debug.Stack())}
			}
		}()
		err = do()
	}()
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-done:
			if took := metric("/gc/heap/allocs:bytes") - spent.allocated; err == nil && took > mutantShare {
				err = &fault{"memory", fmt.Errorf("%d MiB allocated", took>>20)}
			}
			return err
		case <-tick.C:
		}
		if tooMuch := spent.look(); tooMuch != "" {
			stop(tooMuch)
		}
	}
}

// TestGuard holds the meter to what it is for: neither a machine that is busy nor one
// that stood still is what a mutant spends.
func TestGuard(t *testing.T) {
	for _, test := range []struct {
		name  string
		spent time.Duration
		looks int
		want  string
	}{
		{"little", time.Second, 10, ""},
		{"a loop", mutantTime + time.Second, 1000, "takes more than"},
		{"a busy machine", 10 * time.Second, 9000, ""},
		{"a lock", 100 * time.Millisecond, 9000, "waits"},
	} {
		m := newMeter()
		m.began -= test.spent
		m.looks = test.looks
		if got := m.look(); (got == "") != (test.want == "") || !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: %q, not %q", test.name, got, test.want)
		}
	}
	if err := guarded(func() error { panic("odd") }, nil); err == nil || !strings.Contains(err.Error(), "panic: odd") {
		t.Errorf("a panic is no fault: %v", err)
	}
}
