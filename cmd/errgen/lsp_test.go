package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/sourcegraph/jsonrpc2"
)

// TestLSP speaks with the command as an editor does: it starts it, opens a catalog that is
// not on the disk as it is there, and the configuration, is told what is wrong, and ends it.
func TestLSP(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	uri := func(name string) string { return "file://" + filepath.ToSlash(filepath.Join(dir, name)) }
	if err := os.WriteFile(filepath.Join(dir, "errgen.yaml"), []byte("lint: {off: [texts]}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := &exec.Cmd{Path: exe, Args: []string{"errgen", "lsp", "--stdio"}, Dir: dir, Stderr: t.Output()}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 60*time.Second)
	defer cancel()
	shown := make(chan json.RawMessage, 10)
	conn := jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(pipes{out, in}, jsonrpc2.VSCodeObjectCodec{}), jsonrpc2.HandlerWithError(
		func(_ context.Context, _ *jsonrpc2.Conn, r *jsonrpc2.Request) (any, error) {
			shown <- *r.Params
			return nil, nil
		}))
	say := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	var result struct {
		ServerInfo struct{ Name string }
	}
	say(conn.Call(ctx, "initialize", map[string]any{"processId": nil, "rootUri": "file://" + filepath.ToSlash(dir), "capabilities": map[string]any{}}, &result))
	if result.ServerInfo.Name != "errgen" {
		t.Errorf("the server is %+v", result)
	}
	say(conn.Notify(ctx, "initialized", map[string]any{}))
	opened := func(name, text string) {
		say(conn.Notify(ctx, "textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": uri(name), "languageId": "yaml", "version": 1, "text": text}}))
	}
	check := func(name, code string) {
		t.Helper()
		for {
			var p struct {
				URI         string
				Diagnostics []struct{ Code string }
			}
			select {
			case params := <-shown:
				say(json.Unmarshal(params, &p))
			case <-ctx.Done():
				t.Fatal("no diagnostics")
			}
			if p.URI != uri(name) {
				continue
			}
			if len(p.Diagnostics) != 1 || p.Diagnostics[0].Code != code {
				t.Errorf("shown is %+v", p)
			}
			return
		}
	}
	opened("shop.yaml", "errgen: 1\npackage: shop\nenvelopes: {Empty: {}}\nerrors:\n  Gone: {parent: Lost}\n")
	check("shop.yaml", "unknown-entry")
	opened("errgen.yaml", "lint: {off: [texts]}\nemit: [goo]\n")
	check("errgen.yaml", "unknown-word")
	say(conn.Call(ctx, "shutdown", nil, nil))
	say(conn.Notify(ctx, "exit", nil))
	say(cmd.Wait())
}

// pipes are the two ends of a process as one stream.
type pipes struct {
	io.ReadCloser
	io.Writer
}
