// Command report makes of the output of "go test -bench" what people read: the
// plots of docs/performance and the tables of docs/performance.md, which stand
// there between a comment "bench: NAME" and a comment "end".
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	page := flag.String("page", "", "Markdown `file` whose tables to replace")
	plots := flag.String("plots", "", "`folder` to write the plots to")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: report [-page FILE] [-plots DIR] RESULTS...")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*page, *plots, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

// run prints all tables, and writes them and the plots where asked to.
func run(page, plots string, files []string) error {
	r, err := read(files)
	if err != nil {
		return err
	}
	tables := allTables(r)
	for _, t := range tables {
		fmt.Printf("%s:\n\n%s\n", t.name, t.text)
	}
	if page != "" {
		if err := replaceTables(page, tables); err != nil {
			return err
		}
	}
	if plots != "" {
		return draw(plots, r)
	}
	return nil
}
