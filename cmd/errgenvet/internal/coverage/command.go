package coverage

import (
	"flag"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

const usage = `usage: errgenvet coverage [-profile FILE] [-format FORMAT] [PACKAGE...]

Shows which errors the operations of a program list, which of them it raises, and which of
these its tests have raised: as a matrix of operations and errors, with the errors that
nothing raises and those that are raised and listed by no operation. It looks at the
packages (./... without any), and at those that they import, as one program.

`

// Main runs the command with its arguments. It returns what is wrong with them, or with
// the packages.
func Main(args []string, stdout, stderr io.Writer) error {
	flags := flag.NewFlagSet("errgenvet coverage", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, usage)
		flags.PrintDefaults()
	}
	profile := flags.String("profile", "", "what tests have run: a `file` of go test -coverpkg=./... -coverprofile=FILE ./...")
	format := flags.String("format", "text", "text, markdown or json")
	if err := flags.Parse(args); err != nil {
		return err
	}
	write := Formats[*format]
	if write == nil {
		return fmt.Errorf("-format is one of %s, not %q", strings.Join(slices.Sorted(maps.Keys(Formats)), ", "), *format)
	}
	patterns := flags.Args()
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	report, err := Of(".", *profile, patterns...)
	if err != nil {
		return err
	}
	return write(report, stdout)
}
