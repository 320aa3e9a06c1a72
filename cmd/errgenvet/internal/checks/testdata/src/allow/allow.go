// Package allow has functions that -adhoc.allow names.
package allow

import (
	"net/http"

	"shop.example/shop"
)

func Health(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }

func HealthOfStorage(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) }

func Order(w http.ResponseWriter, _ *http.Request) {
	w.WriteHeader(503) // want `w.WriteHeader writes`
}

func other(w http.ResponseWriter) { shop.WriteError(w, shop.ErrTooBusy) }
