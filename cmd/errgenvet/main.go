// Command errgenvet finds mistakes in the use of packages that errgen has made. It is
// a tool of go vet:
//
//	go vet -vettool=$(which errgenvet) ./...
//
// and runs by itself: errgenvet ./... Each check has a name: "errgenvet help" lists
// them, "errgenvet help leak" explains one, -leak=false turns one off.
//
// "errgenvet coverage ./..." shows which errors the operations of a program list, raise
// and have tests of.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/coverage"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "coverage" {
		os.Exit(cover(os.Args[2:]))
	}
	multichecker.Main(checks.All...)
}

// cover runs the command coverage, and returns its exit status.
func cover(args []string) int {
	err := coverage.Main(args, os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		fmt.Fprintln(os.Stderr, "errgenvet coverage:", err)
		return 1
	}
	return 0
}
