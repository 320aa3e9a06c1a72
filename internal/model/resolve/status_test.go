package resolve

import (
	"testing"
)

func TestValidClose(t *testing.T) {
	for code, want := range map[int]bool{999: false, 1000: true, 1003: true, 1004: false, 1006: false, 1007: true, 1014: true, 1015: false, 2999: false, 3000: true, 4999: true, 5000: false} {
		if validClose(code) != want {
			t.Errorf("validClose(%d) = %t", code, !want)
		}
	}
}
