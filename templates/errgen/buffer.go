package errgen

import "sync"

// buffers holds the buffers in which bodies and texts are made.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, 1024); return &b }}

// maxBuffer bounds the buffers that are kept.
const maxBuffer = 1 << 16

// takeBuffer returns a buffer, which is empty.
func takeBuffer() *[]byte { return buffers.Get().(*[]byte) }

// releaseBuffer keeps a buffer, of which used is what was made in it.
func releaseBuffer(buf *[]byte, used []byte) {
	*buf = used[:0]
	if cap(used) <= maxBuffer {
		buffers.Put(buf)
	}
}
