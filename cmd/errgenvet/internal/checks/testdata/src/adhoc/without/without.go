// Package without uses no catalog.
package without

import "net/http"

func handler(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", 500) }
