// Command errgenvet finds mistakes in the use of packages that errgen has made. It is
// a tool of go vet:
//
//	go vet -vettool=$(which errgenvet) ./...
//
// and runs by itself: errgenvet ./... Each check has a name: "errgenvet help" lists
// them, "errgenvet help leak" explains one, -leak=false turns one off.
package main

import (
	"golang.org/x/tools/go/analysis/multichecker"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
)

func main() { multichecker.Main(checks.All...) }
