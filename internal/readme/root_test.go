package readme

import (
	"fmt"
	"os"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// TestMain runs the tests in the root of the repository, as its readers do.
func TestMain(m *testing.M) {
	if err := os.Chdir(seeds.Root()); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}
