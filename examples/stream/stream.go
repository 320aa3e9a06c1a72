// Package stream is a WebSocket whose close frames carry the catalog's errors.
// It serves the Messaging API, whose catalog is errgen's own spec/aui.yaml.
package stream

import (
	"context"
	"errors"
	"net/http"

	"github.com/coder/websocket"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
)

// Handler serves a conversation. Its error becomes the close frame: that of the
// catalog's error, or for any other error the fallback's. No error is 1000.
func Handler(talk func(context.Context, *websocket.Conn) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		conn, err := websocket.Accept(w, r, nil)
		if err != nil {
			return // Accept has answered
		}
		code, reason := int(websocket.StatusNormalClosure), ""
		if err := talk(r.Context(), conn); err != nil {
			code, reason = aui.CloseFrame(err)
		}
		_ = conn.Close(websocket.StatusCode(code), reason) // the client is gone: there is nobody to tell
	})
}

// Read reads messages until the connection ends. It returns the catalog's error
// with which the service closed it, nil if it ended well.
func Read(ctx context.Context, conn *websocket.Conn, message func(string)) error {
	for {
		_, data, err := conn.Read(ctx)
		if closed, ok := errors.AsType[websocket.CloseError](err); ok {
			return aui.DecodeClose(int(closed.Code), closed.Reason)
		}
		if err != nil {
			return err
		}
		message(string(data))
	}
}
