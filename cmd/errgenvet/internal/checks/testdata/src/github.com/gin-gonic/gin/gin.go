package gin

type Context struct{}

func (*Context) JSON(code int, obj any)                {}
func (*Context) AbortWithStatus(code int)              {}
func (*Context) AbortWithStatusJSON(code int, obj any) {}
func (*Context) String(code int, f string, a ...any)   {}
