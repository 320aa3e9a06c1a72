package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := &progress{w: &b}
	out := p.around(&b)
	stop := p.start(time.Hour, time.Hour)
	p.say("checking shop.yaml")
	stop()
	if b.Len() > 0 {
		t.Errorf("%q of what was done at once", b.String())
	}
	stop = p.start(time.Millisecond, time.Millisecond)
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
	b.Reset()
	p.say("checking " + strings.Repeat("long/", 40) + "\x1b[31m.yaml")
	p.show(3 * time.Second)
	if got := strings.TrimPrefix(b.String(), "\r\x1b[K"); len([]rune(got)) > 75 || strings.Contains(got, "\x1b") || !strings.HasPrefix(got, "...") {
		t.Errorf("%q", got)
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
