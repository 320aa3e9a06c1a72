//go:build !unix

package gen

import "errors"

// mkfifo cannot be done here.
func mkfifo(string) error { return errors.ErrUnsupported }
