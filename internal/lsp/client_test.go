package lsp

import (
	"context"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
)

// editor is a client that speaks the protocol with a server, as editors do.
type editor struct {
	t       *testing.T
	root    string
	conn    *jsonrpc2.Conn
	server  *server
	version map[string]int

	mu        sync.Mutex
	published map[string]publishedDiagnostics // by file
	news      chan struct{}
}

// newEditor starts a server in a folder with files.
func newEditor(t *testing.T, files map[string]string) *editor {
	t.Helper()
	dir := t.TempDir()
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	t.Chdir(dir)
	for name, content := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	e := &editor{t: t, root: filepath.ToSlash(dir), version: map[string]int{}, published: map[string]publishedDiagnostics{}, news: make(chan struct{}, 1)}
	here, there := net.Pipe()
	done := make(chan error, 1)
	started := make(chan *server, 1)
	go func() {
		done <- serve(context.Background(), there, Options{Rules: func() lint.Options { return lint.Options{} }, Log: t.Output()}, started)
	}()
	e.server = <-started
	e.conn = jsonrpc2.NewConn(context.Background(), jsonrpc2.NewBufferedStream(here, jsonrpc2.VSCodeObjectCodec{}), jsonrpc2.HandlerWithError(e.handle))
	e.call("initialize", map[string]any{"rootUri": uriOf(e.root), "capabilities": map[string]any{}}, nil)
	e.notify("initialized", struct{}{})
	t.Cleanup(func() {
		e.call("shutdown", nil, nil)
		e.notify("exit", nil)
		if err := <-done; err != nil {
			t.Error(err)
		}
		if e.server.panics > 0 {
			t.Errorf("%d panics", e.server.panics)
		}
	})
	return e
}

// handle takes in what the server says by itself.
func (e *editor) handle(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
	if r.Method == "textDocument/publishDiagnostics" {
		var p publishedDiagnostics
		if err := json.Unmarshal(*r.Params, &p); err != nil {
			return nil, err
		}
		e.mu.Lock()
		e.published[strings.TrimPrefix(pathOf(p.URI), e.root+"/")] = p
		e.mu.Unlock()
		select {
		case e.news <- struct{}{}:
		default:
		}
	}
	return nil, nil
}

func (e *editor) call(method string, params, result any) {
	e.t.Helper()
	if err := e.conn.Call(context.Background(), method, params, result); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) notify(method string, params any) {
	e.t.Helper()
	if err := e.conn.Notify(context.Background(), method, params); err != nil {
		e.t.Fatalf("%s: %v", method, err)
	}
}

func (e *editor) uri(name string) string { return uriOf(e.root + "/" + name) }

// open opens a file with a text.
func (e *editor) open(name, content string) {
	e.version[name]++
	e.notify("textDocument/didOpen", map[string]any{
		"textDocument": map[string]any{"uri": e.uri(name), "languageId": "yaml", "version": e.version[name], "text": content},
	})
}

// edit changes an open file.
func (e *editor) edit(name string, changes ...change) {
	e.version[name]++
	e.notify("textDocument/didChange", map[string]any{
		"textDocument": map[string]any{"uri": e.uri(name), "version": e.version[name]}, "contentChanges": changes,
	})
}

// at are the params of what is asked about a place.
func (e *editor) at(name string, p position) map[string]any {
	return map[string]any{"textDocument": map[string]any{"uri": e.uri(name)}, "position": p}
}

// diagnostics waits for what is shown of a file as it is now.
func (e *editor) diagnostics(name string) []diagnostic {
	e.t.Helper()
	deadline := time.After(60 * time.Second)
	for {
		e.mu.Lock()
		p, ok := e.published[name]
		e.mu.Unlock()
		if ok && (p.Version == nil || *p.Version == e.version[name]) {
			return p.Diagnostics
		}
		select {
		case <-e.news:
		case <-deadline:
			e.t.Fatalf("no diagnostics of %s", name)
		}
	}
}

// cursorMark is where the cursor stands in the texts of tests.
const cursorMark = "¦"

// cut takes the cursor out of a text.
func cutCursor(t *testing.T, s string) (string, position) {
	t.Helper()
	before, after, ok := strings.Cut(s, cursorMark)
	if !ok {
		t.Fatalf("no cursor in %q", s)
	}
	whole := newText(before + after)
	return whole.s, whole.position(len(before))
}
