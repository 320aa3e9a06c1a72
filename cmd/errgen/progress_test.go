package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/creack/pty"
)

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	columns := 72
	p := &progress{w: &b, after: time.Hour, every: time.Hour, columns: func() int { return columns }}
	out := p.around(&b)
	stop := p.start()
	p.say("checking shop.yaml")
	stop()
	if b.Len() > 0 {
		t.Errorf("%q of what was done at once", b.String())
	}
	p.after, p.every = time.Millisecond, time.Millisecond
	stop = p.start()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(time.Millisecond) {
		p.mu.Lock()
		shown := p.shown
		p.mu.Unlock()
		if shown || time.Now().After(deadline) {
			break
		}
	}
	io.WriteString(out, "wrote x\n")
	stop()
	if got := b.String(); !strings.HasPrefix(got, "\r\x1b[Kchecking shop.yaml (0 s)") || !strings.Contains(got, "\r\x1b[Kwrote x\n") {
		t.Errorf("%q", got)
	}
	lines := strings.Split(b.String(), "\r\x1b[K")
	if last := lines[len(lines)-1]; last != "" && last != "wrote x\n" {
		t.Errorf("%q is left", last)
	}
	for _, c := range []struct {
		columns int
		doing   string
		want    string
	}{
		{24, "checking shop.yaml", "...king shop.yaml (3 s)"},
		{25, "checking shop.yaml", "checking shop.yaml (3 s)"},
		{40, "checking " + strings.Repeat("long/", 40) + "\x1b[31m.yaml", `...g/long/long/long/\x1b[31m.yaml (3 s)`},
		{20, "checking 注文注文注文.yaml", "...注文.yaml (3 s)"},
		{5, "checking shop.yaml", "... (3 s)"},
	} {
		b.Reset()
		columns = c.columns
		p.say(c.doing)
		p.show(3 * time.Second)
		if got := strings.TrimPrefix(b.String(), "\r\x1b[K"); got != c.want {
			t.Errorf("%d columns: %q, want %q", c.columns, got, c.want)
		}
	}
}

// TestTerminal looks at a terminal while much is generated: what is done is shown there,
// in one line that is never broken, and in the end there is what would have been there
// without it.
func TestTerminal(t *testing.T) {
	const columns = 50
	t.Setenv("TERM", "xterm")
	t.Setenv("CI", "")
	t.Setenv("NO_COLOR", "")
	dir := t.TempDir()
	var c strings.Builder
	c.WriteString("errgen: 1\npackage: much\nenvelopes: {E: {body: {properties: {code: {type: string}}}}}\nerrors:\n")
	for i := range 400 {
		fmt.Fprintf(&c, "  E%d: {status: 400, code: E_%d}\n", i, i)
	}
	catalog := filepath.Join(dir, "much-of-it-in-a-catalog-with-a-long-name.yaml")
	if err := os.WriteFile(catalog, []byte(c.String()), 0o666); err != nil {
		t.Fatal(err)
	}

	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal is to be had: ", err)
	}
	defer keyboard.Close()
	if err := pty.Setsize(tty, &pty.Winsize{Rows: 24, Cols: columns}); err != nil {
		t.Fatal(err)
	}
	arrived := make(chan string)
	go func() {
		all, _ := io.ReadAll(keyboard) // it ends in an error once nobody has the terminal
		arrived <- string(all)
	}()
	a := newApp(tty, tty)
	if a.progress == nil {
		t.Fatal("a terminal shows progress")
	}
	a.progress.after, a.progress.every = 0, time.Millisecond
	status := a.run([]string{"generate", "--emit", "docs", "--out", filepath.Join(dir, "out"), catalog})
	tty.Close()
	got := <-arrived

	var left []string // what is on the terminal in the end, line by line
	shown := 0
	for _, line := range strings.Split(strings.ReplaceAll(got, "\r\n", "\n"), "\n") {
		states := strings.Split(line, "\r\x1b[K")
		for _, s := range states[:len(states)-1] {
			if shown++; utf8.RuneCountInString(s) >= columns {
				t.Errorf("%q is broken into two lines", s)
			}
		}
		left = append(left, states[len(states)-1])
	}
	if shown == 0 || !strings.Contains(got, "...") || status != 0 {
		t.Errorf("status %d, and no progress in %q", status, got)
	}
	if rest, want := strings.Join(left, "\n"), "wrote "+filepath.Join(dir, "out", "much", "ERRORS.md")+"\n"; rest != want {
		t.Errorf("%q is left, want %q", rest, want)
	}
	t.Setenv("CI", "true")
	if newProgress(tty) != nil {
		t.Error("CI's log shows progress")
	}
}

// TestNoProgressInFiles: only a terminal has a line that can be taken back.
func TestNoProgressInFiles(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if isTerminal(f) || isTerminal(new(bytes.Buffer)) {
		t.Error("a file is no terminal")
	}
}
