//go:build unix

package gen

import "syscall"

// nonblocking opens a named pipe without waiting for somebody who writes to it.
const nonblocking = syscall.O_NONBLOCK
