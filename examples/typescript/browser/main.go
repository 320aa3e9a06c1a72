// Command browser is a net/http service that answers with the errors of the orders catalog,
// each in a path of its own, and with the files of a folder, for a page that shows them.
package main

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/seed-1b9d9f04/errgen/examples/generated/orderserr"
)

// kinds are what the service answers in each path.
var kinds = map[string]func(http.ResponseWriter, *http.Request) error{
	"/listed": func(http.ResponseWriter, *http.Request) error { return orderserr.NewOutOfStock("umbrella", 2) },
	"/parent": func(http.ResponseWriter, *http.Request) error { return orderserr.NewOrderNotFound("8") },
	"/repeated": func(http.ResponseWriter, *http.Request) error {
		return errors.Join(orderserr.NewInvalid("count", "it is not a number"), orderserr.NewMissing("item"))
	},
	"/unlisted": func(w http.ResponseWriter, _ *http.Request) error {
		return answer(w, http.StatusTeapot, "application/json", `{"code":"TEAPOT","message":"It is short and stout."}`)
	},
	"/unexpected": func(w http.ResponseWriter, _ *http.Request) error {
		return answer(w, http.StatusBadGateway, "text/html", "<html>Bad gateway</html>")
	},
	"/fine": func(w http.ResponseWriter, _ *http.Request) error {
		return answer(w, http.StatusOK, "application/json", `{"number":"7"}`)
	},
}

func answer(w http.ResponseWriter, status int, mediaType, body string) error {
	w.Header().Set("Content-Type", mediaType)
	w.WriteHeader(status)
	_, err := fmt.Fprint(w, body)
	return err
}

func main() {
	mux := http.NewServeMux()
	for path, handler := range kinds {
		mux.Handle("GET "+path, orderserr.Handler(handler))
	}
	mux.Handle("GET /", http.FileServer(http.Dir(os.Args[1])))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err == nil {
		fmt.Println("http://" + l.Addr().String())
		err = http.Serve(l, mux)
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
