package adhoc

import "net/http"

// Tests play other services.
func answers(w http.ResponseWriter, r *http.Request) { http.Error(w, "no", 500) }
