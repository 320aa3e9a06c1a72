package chiserver

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/examples/internal/servicetest"
)

// The contract of all services.
func TestService(t *testing.T) { servicetest.Run(t, Routes) }
