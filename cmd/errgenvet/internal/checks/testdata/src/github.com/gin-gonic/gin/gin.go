package gin

import "net/http"

type Context struct{ Writer http.ResponseWriter }

func (*Context) Abort()                                {}
func (*Context) Status(code int)                       {}
func (*Context) JSON(code int, obj any)                {}
func (*Context) AbortWithStatus(code int)              {}
func (*Context) AbortWithStatusJSON(code int, obj any) {}
func (*Context) String(code int, f string, a ...any)   {}
