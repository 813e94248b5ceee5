// Package parindex scores administrative reform exactly and explains every point, through libparindex.
//
// What the library owns is freed by Close, or by the garbage collector, in any order: the library keeps what others were
// made from. Nothing here changes once it is made, so that goroutines may share it until it is closed.
package parindex

// #cgo LDFLAGS: -lparindex
// #include <parindex.h>
import "C"

import (
	"fmt"
	"unsafe"
)

func init() {
	if found := C.parindex_abi_version(); found != C.PARINDEX_ABI_VERSION {
		panic(fmt.Sprintf("libparindex has the ABI %d, not %d", found, C.PARINDEX_ABI_VERSION))
	}
}

func newError() *C.parindex_error {
	return &C.parindex_error{struct_size: C.sizeof_parindex_error}
}

// textIn is a text as the library takes it. It is copied there before the call returns.
func textIn(text []byte) (*C.char, C.size_t) {
	if len(text) == 0 {
		return nil, 0
	}
	return (*C.char)(unsafe.Pointer(&text[0])), C.size_t(len(text))
}

// textOf is a text that a function of the library writes.
func textOf(write func(buffer *C.char, capacity C.size_t, size *C.size_t, err *C.parindex_error) C.parindex_status) (string, error) {
	err := newError()
	var size C.size_t
	buffer := make([]byte, 256)
	status := write((*C.char)(unsafe.Pointer(&buffer[0])), C.size_t(len(buffer)), &size, err)
	if status == C.PARINDEX_E_BUFFER_TOO_SMALL {
		buffer = make([]byte, size+1)
		status = write((*C.char)(unsafe.Pointer(&buffer[0])), C.size_t(len(buffer)), &size, err)
	}
	if status != C.PARINDEX_OK {
		return "", errorOf(err)
	}
	return string(buffer[:size]), nil
}
