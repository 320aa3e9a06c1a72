package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

const (
	progressAfter = time.Second            // how long work takes of which progress is shown
	progressEvery = 200 * time.Millisecond // how often it is shown anew
	progressWidth = 60                     // code points of what is done: the line must not be broken
)

// progress is a line at the bottom of a terminal that says what is being done, once that
// takes long. Everything else that is written there goes through its Write, which takes
// the line away first.
type progress struct {
	w io.Writer

	mu    sync.Mutex
	doing string
	shown bool
}

// working has progress shown, if anybody sees it, until stop is called.
func (a *app) working() (stop func()) {
	if a.progress == nil {
		return func() {}
	}
	return a.progress.start(progressAfter, progressEvery)
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
	if !ok || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// start shows the line after a while, until stop is called.
func (p *progress) start(after, every time.Duration) (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	begin := time.Now()
	go func() {
		defer close(ended)
		for next := time.After(after); ; next = time.After(every) {
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

func (p *progress) show(since time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	doing := []rune(diag.Escape(p.doing))
	if len(doing) > progressWidth {
		doing = append([]rune("..."), doing[len(doing)-progressWidth:]...)
	}
	fmt.Fprintf(p.w, "\r\x1b[K%s (%d s)", string(doing), int(since.Seconds()))
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
