package gen

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// Fault is an error that no catalog and no output folder can cause: errgen itself
// is at fault.
type Fault struct{ Err error }

// Error returns the error's text.
func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap returns the error.
func (f *Fault) Unwrap() error { return f.Err }

// Panic is a panic of an emitter, as an error: a fault of errgen.
type Panic struct {
	Value any
	Stack []byte
}

// Error returns the panic's value without the stack.
func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// Job is a catalog to be emitted.
type Job struct {
	Catalog *model.Catalog
	Target  Target
}

// Emit runs every emitter over every catalog, side by side, and returns the
// files in the order of the catalogs and, for each, of the emitters. The error is
// a Fault, that of the first catalog and emitter that has one.
func Emit(jobs []Job, emitters []Emitter) ([]File, error) {
	results := make([][]File, len(jobs)*len(emitters))
	err := SideBySide(len(results), func(i int) error {
		j, e := jobs[i/len(emitters)], emitters[i%len(emitters)]
		err := protect(func() (err error) {
			results[i], err = e.Emit(j.Catalog, j.Target)
			return err
		})
		if err != nil {
			return &Fault{fmt.Errorf("emitter %s, catalog %q: %w", e.Name(), j.Target.Catalog, err)}
		}
		return nil
	})
	return slices.Concat(results...), err
}

// protect calls f and returns its error, or its panic as one.
func protect(f func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &Panic{v, debug.Stack()}
		}
	}()
	return f()
}

// SideBySide calls f(0) to f(n-1), as many at a time as there are processors.
// After an error or a panic, which counts as one, no further calls are begun. It
// returns the error of the lowest index, and waits for all calls that were begun.
func SideBySide(n int, f func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = protect(func() error { return f(i) }); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
