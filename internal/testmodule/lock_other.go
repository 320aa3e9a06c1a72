//go:build !unix || solaris || illumos || aix

package testmodule

import "errors"

// lock has no folder to offer where none can be locked.
func lock(string) (unlock func(), err error) { return nil, errors.ErrUnsupported }
