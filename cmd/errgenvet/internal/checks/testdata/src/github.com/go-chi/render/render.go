package render

import "net/http"

func Status(r *http.Request, status int) {}
