// Command errgen makes Go packages, OpenAPI documents and documentation from
// catalogs of API errors. "errgen help" says how.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
)

func main() {
	collectLess()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// collectLess lets the heap grow further before garbage is collected, up to
// where memory begins to matter: the process ends soon, and takes a sixth less
// CPU time. Who sets GOGC decides for themselves.
func collectLess() {
	if os.Getenv("GOGC") != "" {
		return
	}
	const enough = 128 << 20
	usual := debug.SetGCPercent(400)
	type cycle struct{ _ *byte } // is garbage at once, so that each collection finalizes one
	var look func(*cycle)
	look = func(*cycle) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		if metrics.Read(live); live[0].Value.Uint64() > enough {
			debug.SetGCPercent(usual)
			return
		}
		runtime.SetFinalizer(&cycle{}, look)
	}
	runtime.SetFinalizer(&cycle{}, look)
}

// run carries out a command line and returns the exit status.
func run(args []string, stdout, stderr io.Writer) int {
	return newApp(stdout, stderr).run(args)
}

// newApp is a run that is still to be started.
func newApp(stdout, stderr io.Writer) *app {
	a := &app{stdout: &results{w: stdout}, stderr: stderr, emitters: emitters(), progress: newProgress(stderr)}
	if a.progress != nil {
		a.stdout.w, a.stderr = a.progress.around(stdout), a.progress.around(stderr)
	}
	return a
}

// app is one run of the command.
type app struct {
	stdout   *results
	stderr   io.Writer
	emitters []gen.Emitter // all there are
	trace    bool          // show where errgen failed
	findings findingsForm
	progress *progress // nil: nobody sees it
}

// run carries out a command line. No panic leaves it.
func (a *app) run(args []string) int {
	root := a.root()
	root.SetArgs(args)
	cmd := root
	err := guarded(func() (err error) {
		cmd, err = root.ExecuteC()
		return err
	})
	if err != nil && !errors.Is(err, errFindings) {
		_ = guarded(func() error { return a.failed(cmd.Name(), err) }) // what is said below is the first error
	}
	if err == nil && a.stdout.err != nil {
		err = fmt.Errorf("cannot write the results: %w", a.stdout.err)
	}
	return a.fail(err)
}

// guarded runs a function. A panic is an error.
func guarded(run func() error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = &gen.Fault{Err: &gen.Panic{Value: v, Stack: debug.Stack()}}
		}
	}()
	return run()
}

// results is standard output. It remembers that something was written, and that a write
// failed, so that results which did not arrive are no success.
type results struct {
	w       io.Writer
	written int
	err     error
}

// Write passes on to the writer.
func (r *results) Write(p []byte) (int, error) {
	n, err := r.w.Write(p)
	r.written += n
	if err != nil && r.err == nil {
		r.err = err
	}
	return n, err
}
