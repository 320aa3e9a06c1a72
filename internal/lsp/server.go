// Package lsp is a language server for catalogs: it tells an editor as one types what is
// wrong with them, what can be written, what names mean, and where they stand.
//
// Findings are those of the commands, of the texts as they are in the editor. All else is
// answered from the pieces of the files (piece.go), of which an edit changes few, so that
// it does not wait for a catalog to be resolved, and is there while one is not valid.
// What is answered depends on the texts alone, never on what they were before.
package lsp

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// pause is how long after an edit what is wrong is looked for: not between two strokes.
const pause = 150 * time.Millisecond

// Options are what the server is told by whoever starts it.
type Options struct {
	Version string
	// Rules are those of the linter, as they are in the working folder now.
	Rules func() lint.Options
	// Configuration finds what is wrong with a text of errgen.yaml, whose path is absolute.
	Configuration func(name string, text []byte) []report.Finding
	// Log takes what the server has to say of itself.
	Log io.Writer
}

// Serve answers a client over a stream until it says exit or the stream ends. The error is
// that the client left without saying shutdown first. The server works in the root that
// the client names, as a command does that is run there.
func Serve(ctx context.Context, stream io.ReadWriteCloser, o Options) error {
	return serve(ctx, stream, o, nil)
}

// serve is Serve. It hands out the server, if that is asked for, before it answers.
func serve(ctx context.Context, stream io.ReadWriteCloser, o Options, started chan<- *server) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s := &server{options: o, workspace: newWorkspace(), log: log.New(o.Log, "errgen lsp: ", 0), exit: cancel, published: map[string]bool{}}
	if started != nil {
		started <- s
	}
	handler := jsonrpc2.HandlerWithError(s.handle).SuppressErrClosed()
	s.mu.Lock() // a message is answered before the connection is handed out
	s.conn = jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(stream, jsonrpc2.VSCodeObjectCodec{}), handler, jsonrpc2.SetLogger(s.log))
	s.mu.Unlock()
	select {
	case <-s.conn.DisconnectNotify():
	case <-ctx.Done():
	}
	s.close()
	if !s.shutDown {
		return fmt.Errorf("the client has left without saying that it would")
	}
	return nil
}

// server is one session.
type server struct {
	options Options
	log     *log.Logger
	conn    *jsonrpc2.Conn
	exit    func()

	mu        sync.Mutex // of all below
	workspace *workspace
	changes   int // how many there were of the open files
	timer     *time.Timer
	judged    []judged
	published map[string]bool // files of which diagnostics are shown
	shutDown  bool
	panics    int

	judging sync.Mutex // one at a time
}

// close ends what runs in the background.
func (s *server) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changes++
	if s.timer != nil {
		s.timer.Stop()
	}
	_ = s.conn.Close()
}

// method answers a request, or takes in a notification.
type method func(*server, *documentParams) (any, error)

var methods = map[string]method{
	"initialized":                     func(*server, *documentParams) (any, error) { return nil, nil },
	"textDocument/didOpen":            (*server).opened,
	"textDocument/didChange":          (*server).changed,
	"textDocument/didClose":           (*server).closed,
	"textDocument/didSave":            (*server).rescan,
	"workspace/didChangeWatchedFiles": (*server).rescan,
	"textDocument/completion": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.completion(f, f.text.offset(p.Position)), nil
	}),
	"textDocument/definition": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.definition(f, f.text.offset(p.Position)), nil
	}),
	"textDocument/references": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.references(f, f.text.offset(p.Position), p.Context.IncludeDeclaration), nil
	}),
	"textDocument/hover": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.hover(f, f.text.offset(p.Position)), nil
	}),
	"textDocument/prepareRename": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.prepareRename(f, f.text.offset(p.Position))
	}),
	"textDocument/rename": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.rename(f, f.text.offset(p.Position), p.NewName)
	}),
	"textDocument/codeAction": onFile(func(s *server, f *file, p *documentParams) (any, error) {
		return s.workspace.actions(f, p.Context.Diagnostics), nil
	}),
	"textDocument/formatting": onFile(func(_ *server, f *file, _ *documentParams) (any, error) {
		return f.format()
	}),
	"textDocument/documentSymbol": onFile(func(_ *server, f *file, _ *documentParams) (any, error) {
		return f.outline(), nil
	}),
}

// onFile is a method about an open file; of one that is not open nothing is known.
func onFile(answer func(*server, *file, *documentParams) (any, error)) method {
	return func(s *server, p *documentParams) (any, error) {
		o := s.workspace.open[pathOf(p.TextDocument.URI)]
		if o == nil {
			return nil, nil
		}
		return answer(s, o.file, p)
	}
}

// handle answers one message. No panic leaves it.
func (s *server) handle(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (result any, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	defer func() {
		if v := recover(); v != nil {
			s.panicked(v)
			result, err = nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: fmt.Sprintf("a fault of errgen: %v", v)}
		}
	}()
	params := json.RawMessage("{}")
	if r.Params != nil && string(*r.Params) != "null" {
		params = *r.Params
	}
	switch r.Method {
	case "initialize":
		return s.initialize(params)
	case "shutdown":
		s.shutDown = true
		return nil, nil
	case "exit":
		s.exit()
		return nil, nil
	}
	answer, known := methods[r.Method]
	switch {
	case !known && r.Notif: // such as $/cancelRequest: answers are there before they can be cancelled
		return nil, nil
	case !known:
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "there is no method " + r.Method}
	case s.shutDown:
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the server is shut down"}
	}
	var p documentParams
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return answer(s, &p)
}

func (s *server) panicked(v any) {
	s.panics++
	s.log.Printf("a fault of errgen: %v\n%s", v, debug.Stack())
}

// initialize says what the server can do, and enters the client's root.
func (s *server) initialize(params json.RawMessage) (any, error) {
	var p initializeParams
	if err := json.Unmarshal(params, &p); err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	root := p.RootURI
	if root == "" && len(p.WorkspaceFolders) > 0 {
		root = p.WorkspaceFolders[0].URI
	}
	if root != "" {
		s.workspace.root = pathOf(root)
		if err := os.Chdir(filepath.FromSlash(s.workspace.root)); err != nil {
			s.log.Print(err)
		}
		s.workspace.scan()
	}
	return initializeResult{
		ServerInfo: map[string]string{"name": "errgen", "version": s.options.Version},
		Capabilities: map[string]any{
			"positionEncoding":           "utf-16",
			"textDocumentSync":           map[string]any{"openClose": true, "change": 2, "save": true},
			"completionProvider":         map[string]any{"triggerCharacters": []string{"{", " ", "$"}},
			"definitionProvider":         true,
			"referencesProvider":         true,
			"hoverProvider":              true,
			"documentSymbolProvider":     true,
			"documentFormattingProvider": true,
			"renameProvider":             map[string]any{"prepareProvider": true},
			"codeActionProvider":         map[string]any{"codeActionKinds": []string{quickFix}},
		},
	}, nil
}

func (s *server) opened(p *documentParams) (any, error) {
	d := p.TextDocument
	s.workspace.set(d.URI, d.Version, newText(d.Text))
	s.judgeSoon()
	return nil, nil
}

func (s *server) changed(p *documentParams) (any, error) {
	o := s.workspace.open[pathOf(p.TextDocument.URI)]
	if o == nil {
		return nil, nil
	}
	t := o.text
	for _, c := range p.ContentChanges {
		t = t.changed(c)
	}
	s.workspace.set(o.uri, p.TextDocument.Version, t)
	s.judgeSoon()
	return nil, nil
}

func (s *server) closed(p *documentParams) (any, error) {
	delete(s.workspace.open, pathOf(p.TextDocument.URI))
	return s.rescan(p)
}

// rescan looks for the files of the root again: some may have come or gone.
func (s *server) rescan(*documentParams) (any, error) {
	if s.workspace.root != "" {
		s.workspace.scan()
	}
	s.judgeSoon()
	return nil, nil
}
