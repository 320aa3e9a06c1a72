package echo

import "net/http"

type Context struct{}

func (*Context) Response() http.ResponseWriter { return nil }

func (*Context) JSON(code int, v any) error { return nil }
func (*Context) NoContent(code int) error   { return nil }

type HTTPError struct{}

func (*HTTPError) Error() string { return "" }

func NewHTTPError(code int, message string) *HTTPError { return nil }
