package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// progress is a line at the bottom of a terminal that says what is being done, once that
// takes long. Everything else that is written there goes through its Write, which takes
// the line away first.
type progress struct {
	w            io.Writer
	after, every time.Duration // how long work takes of which progress is shown, and how often that is done anew
	columns      func() int    // how wide the terminal is now

	mu    sync.Mutex
	doing string
	shown bool
}

// newProgress is the progress for those who look at w, nil if nobody does: where w is no
// terminal, and where CI runs, whose terminal is a log.
func newProgress(w io.Writer) *progress {
	if !isTerminal(w) || os.Getenv("CI") != "" {
		return nil
	}
	return &progress{w: w, after: time.Second, every: 200 * time.Millisecond, columns: func() int {
		columns, _, err := term.GetSize(int(w.(*os.File).Fd()))
		if err != nil || columns <= 0 {
			return 80
		}
		return columns
	}}
}

// working has progress shown, if anybody sees it, until stop is called.
func (a *app) working() (stop func()) {
	if a.progress == nil {
		return func() {}
	}
	return a.progress.start()
}

// doing says for the progress what is being done.
func (a *app) doing(what string) {
	if a.progress != nil {
		a.progress.say(what)
	}
}

// isTerminal reports whether what is written to w is seen on a terminal that can take a
// line back.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && os.Getenv("TERM") != "dumb" && term.IsTerminal(int(file.Fd()))
}

// start shows the line after a while, until stop is called.
func (p *progress) start() (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	begin := time.Now()
	go func() {
		defer close(ended)
		for next := time.After(p.after); ; next = time.After(p.every) {
			select {
			case <-done:
				return
			case <-next:
				p.show(time.Since(begin))
			}
		}
	}()
	return func() {
		close(done)
		<-ended
		p.mu.Lock()
		defer p.mu.Unlock()
		p.clear()
	}
}

// say sets what is being done.
func (p *progress) say(doing string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doing = doing
}

// show writes the line, of what is done as much of its end as fits: a line that is broken
// could not be taken back.
func (p *progress) show(since time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	doing, took := diag.Escape(p.doing), fmt.Sprintf(" (%d s)", int(since.Seconds()))
	if room := p.columns() - 1 - len(took); report.Width(doing) > room {
		rest := []rune(doing)
		for len(rest) > 0 && report.Width("..."+string(rest)) > room {
			rest = rest[1:]
		}
		doing = "..." + string(rest)
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s%s", doing, took)
	p.shown = true
}

func (p *progress) clear() {
	if p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K") // what does not arrive there was no result
		p.shown = false
	}
}

// around is a writer to a terminal that may have the line.
func (p *progress) around(w io.Writer) io.Writer { return besideProgress{w, p} }

type besideProgress struct {
	io.Writer
	progress *progress
}

// Write takes the line away and writes.
func (b besideProgress) Write(text []byte) (int, error) {
	b.progress.mu.Lock()
	defer b.progress.mu.Unlock()
	b.progress.clear()
	return b.Writer.Write(text)
}
