package fiber

type Ctx interface {
	Status(status int) Ctx
	SendStatus(status int) error
}

func NewError(code int, message ...string) error { return nil }
