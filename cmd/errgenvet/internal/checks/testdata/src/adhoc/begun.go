package adhoc

import (
	"encoding/json"
	"net/http"

	coder "github.com/coder/websocket"
	gorilla "github.com/gorilla/websocket"
)

// What comes behind a status, or behind a body, is no response any more.
func encoded(w http.ResponseWriter, status int, v any) {
	if v == nil {
		w.WriteHeader(404) // want `w.WriteHeader writes`
		http.Error(w, "no", 500)
		return
	}
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		w.WriteHeader(500)
	}
}

func written(w http.ResponseWriter, b []byte) {
	switch _, err := w.Write(b); {
	case err != nil:
		http.Error(w, "no", 500) // want `http.Error writes`
	}
	if _, err := w.Write(b); err != nil {
		http.Error(w, "no", 500)
	} else if len(b) == 0 {
		w.WriteHeader(500)
	}
}

func upgraded(w http.ResponseWriter, r *http.Request, u *gorilla.Upgrader) {
	if _, err := u.Upgrade(w, r, nil); err != nil {
		http.Error(w, err.Error(), 400)
	}
}

func accepted(w http.ResponseWriter, r *http.Request) {
	_, err := coder.Accept(w, r, nil)
	if err != nil {
		w.WriteHeader(400)
	}
}

// It has not begun: in one case only, by a status that is for information, for another
// response, or for one that is asked for later.
func notBegun(w, other http.ResponseWriter, r *http.Request, ok bool) http.HandlerFunc {
	if ok {
		w.WriteHeader(200)
	} else {
		w.WriteHeader(500) // want `w.WriteHeader writes`
	}
	w.WriteHeader(103)
	http.NotFound(w, r) // want `http.NotFound writes`
	other.WriteHeader(200)
	w = other
	other = nil
	w.WriteHeader(404) // want `w.WriteHeader writes`
	other.WriteHeader(200)
	other = w
	http.Error(other, "no", 500) // want `http.Error writes`
	other.WriteHeader(200)
	return func(http.ResponseWriter, *http.Request) {
		http.Error(other, "no", 500) // want `http.Error writes`
	}
}
