package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/importer"
	"github.com/seed-1b9d9f04/errgen/internal/importer/table"
)

// BenchmarkTable: a table of 5,000 rows, from the page to the catalog that is proved.
// It is to take less than a second.
func BenchmarkTable(b *testing.B) {
	for _, name := range []string{"big.md", "big.csv", "big.html"} {
		text := bigTable(name, 5000)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c, err := table.Draft(name, text, table.Options{})
				if err != nil {
					b.Fatal(err)
				}
				c.File, c.Package = name, "big"
				r, err := importer.Finish(c)
				if err != nil || len(r.Findings) > 0 || len(r.Catalog.Entries) != 5000 {
					b.Fatal(err, r.Findings)
				}
			}
		})
	}
}

// bigTable is a table of a code, a status, a message and a description in each row, in
// the format that a file's name says.
func bigTable(name string, rows int) []byte {
	row := map[string]string{"md": "| %s | %v | %s | %s |\n", "csv": "%s,%v,%s,%s\n", "html": "<tr><td>%s<td>%v<td>%s<td>%s\n"}[name[len("big."):]]
	var b strings.Builder
	fmt.Fprintf(&b, row, "Code", "HTTP status", "Message", "Description")
	if strings.HasPrefix(row, "|") {
		fmt.Fprintf(&b, row, "---", "---", "---", "---")
	}
	for i := range rows {
		fmt.Fprintf(&b, row, fmt.Sprintf("ERR_%d", i), 400+i%100, fmt.Sprintf("Number %d went wrong.", i), fmt.Sprintf("It happened in the %d. way.", i))
	}
	if strings.HasPrefix(row, "<") {
		return []byte("<table>\n" + b.String() + "</table>\n")
	}
	return []byte(b.String())
}
