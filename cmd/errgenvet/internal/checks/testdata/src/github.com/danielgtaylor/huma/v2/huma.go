package huma

func Error404NotFound(msg string, errs ...error) error           { return nil }
func Error503ServiceUnavailable(msg string, errs ...error) error { return nil }
func NewError(status int, msg string, errs ...error) error       { return nil }
