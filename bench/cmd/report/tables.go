package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
)

// table is a Markdown table and its name in the page.
type table struct{ name, text string }

// comparison is a table of contenders: a row for each benchmark of some groups,
// a column for each contender with its time and, in brackets, how many times
// the first one's that is.
type comparison struct {
	name       string
	groups     []string
	contenders []string
	cpu        bool // the table also has rows of CPU time
}

var comparisons = []comparison{
	{"write-static", []string{"WriteStatic"}, []string{"errgen", "bare-Write", "Write-with-headers"}, false},
	{"write-two-strings", []string{"WriteTwoStrings"}, []string{"errgen", "errgen-made-anew", "Encoder", "Encoder-with-headers"}, false},
	{"append", []string{"Append"}, []string{"errgen", "Encoder", "json.Marshal"}, false},
	{"many-write", []string{"ManyWrite"}, []string{"errgen", "errgen-made-anew", "Encoder", "oapi-codegen", "kratos"}, false},
	{"decode", []string{"Decode"}, []string{"errgen", "encoding/json", "sonic", "gjson", "jx"}, false},
	{"many-decode", []string{"ManyDecode"}, []string{"errgen", "errgen-DecodeResponse", "encoding/json", "oapi-codegen", "kratos"}, false},
	{"is", []string{"Is"}, []string{"errgen", "errgen-ancestor", "sentinel"}, false},
	{"generate", []string{"Generate"}, []string{"errgen", "oapi-codegen-types", "oapi-codegen", "kratos"}, true},
	{"unchanged", []string{"Unchanged"}, []string{"unchanged", "check"}, true},
	{"startup", []string{"Startup"}, []string{"errgen-version", "oapi-codegen-version", "true"}, true},
	{"compile", []string{"Compile"}, []string{"rich", "errgen-data", "errgen-all", "oapi-codegen-types", "oapi-codegen", "kratos"}, true},
}

// allTables are the tables of which there are results.
func allTables(r *results) (list []table) {
	for _, c := range comparisons {
		if text := c.text(r); text != "" {
			list = append(list, table{c.name, text})
		}
	}
	for _, t := range []table{
		{"decode-allocations", allocations(r)},
		{"sizes", sizes(r)},
		{"linked", linked(r)},
		{"targets", targetTable(r)},
	} {
		if t.text != "" {
			list = append(list, t)
		}
	}
	return list
}

// text is the table in Markdown, "" without results.
func (c comparison) text(r *results) string {
	var rows strings.Builder
	for _, group := range c.groups {
		for _, name := range r.under(group) {
			rows.WriteString(c.row(r, name, label(name), ""))
			if c.cpu {
				rows.WriteString(c.row(r, name, label(name)+", CPU time", "cpu-"))
			}
		}
	}
	if rows.Len() == 0 {
		return ""
	}
	return head("", c.contenders) + rows.String()
}

// row is a benchmark's line. The kind stands before the units of its metrics.
func (c comparison) row(r *results, name, label, kind string) string {
	line := "| " + label + " |"
	for _, contender := range c.contenders {
		line += " " + cell(r, name, kind, contender) + " |"
	}
	return line + "\n"
}

// head is the first two lines of a table whose columns hold numbers.
func head(first string, columns []string) string {
	line, rule := "| "+first+" |", "| --- |"
	for _, c := range columns {
		line += " " + strings.ReplaceAll(c, "-", " ") + " |"
		rule += " ---: |"
	}
	return strings.Replace(line, "|  |", "| |", 1) + "\n" + rule + "\n"
}

// label is a benchmark's name in a table: without its group.
func label(name string) string {
	_, rest, ok := strings.Cut(name, "/")
	if !ok {
		return strings.ToLower(name)
	}
	return strings.ReplaceAll(rest, "-", " ")
}

// cell is a contender's time and ratio.
func cell(r *results, name, kind, contender string) string {
	ns, ok := r.get(name, kind+"ns/"+contender)
	if !ok {
		return "-"
	}
	if x, ok := r.get(name, kind+"x/"+contender); ok {
		return fmt.Sprintf("%s (%s)", duration(ns), ratio(x))
	}
	return duration(ns)
}

// duration prints nanoseconds with three digits.
func duration(ns float64) string {
	switch {
	case ns >= 1e9:
		return fmt.Sprintf("%.2f s", ns/1e9)
	case ns >= 1e6:
		return digits(ns/1e6) + " ms"
	case ns >= 1e4:
		return digits(ns/1e3) + " us"
	}
	return digits(ns) + " ns"
}

// digits prints a number with about three digits.
func digits(v float64) string {
	switch {
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

// ratio prints how many times.
func ratio(x float64) string {
	if x < 0.1 {
		return fmt.Sprintf("%.3f x", x)
	}
	return digits(x) + " x"
}

// allocations counts what each decoder allocates.
func allocations(r *results) string {
	contenders := []string{"errgen", "encoding/json", "sonic", "gjson", "jx"}
	var rows strings.Builder
	for _, name := range r.under("Decode") {
		fmt.Fprintf(&rows, "| %s |", label(name))
		for _, c := range contenders {
			n, _ := r.get(name, "allocs/"+c)
			fmt.Fprintf(&rows, " %.0f |", n)
		}
		rows.WriteString("\n")
	}
	if rows.Len() == 0 {
		return ""
	}
	return head("allocations", contenders) + rows.String()
}

// sizes are the bytes per error of source and archive.
func sizes(r *results) string {
	contenders := []string{"rich", "errgen-data", "errgen-all", "oapi-codegen-types", "oapi-codegen", "kratos"}
	var rows strings.Builder
	for _, name := range r.under("Compile") {
		for _, what := range []string{"source", "archive"} {
			fmt.Fprintf(&rows, "| %s, %s |", label(name), what)
			for _, c := range contenders {
				if v, ok := r.get(name, what+"-B/"+c); ok {
					fmt.Fprintf(&rows, " %.0f B |", v)
				} else {
					rows.WriteString(" - |")
				}
			}
			rows.WriteString("\n")
		}
	}
	if rows.Len() == 0 {
		return ""
	}
	return head("per error", contenders) + rows.String()
}

// linked are the bytes per error in a program.
func linked(r *results) string {
	var rows strings.Builder
	for _, form := range []string{"errgen-data-0-strings", "errgen-all-0-strings", "rich-0-strings", "errgen-data-2-strings", "errgen-all-2-strings", "rich-2-strings", "oapi-codegen-2-strings", "kratos-2-strings"} {
		all, ok := r.get("Link", "B/"+form+"-all")
		if !ok {
			continue
		}
		fmt.Fprintf(&rows, "| %s | %.0f B |", strings.ReplaceAll(form, "-", " "), all)
		if one, ok := r.get("Link", "B/"+form+"-one"); ok {
			symbols, _ := r.get("Link", "symbols/"+form+"-one")
			fixed, _ := r.get("Link", "fixed-B/"+form)
			fmt.Fprintf(&rows, " %.0f B | %.0f | %.0f KiB |\n", one, symbols, fixed/1024)
		} else {
			rows.WriteString(" - | - | - |\n")
		}
	}
	if rows.Len() == 0 {
		return ""
	}
	return head("", []string{"per error, all used", "per error, one used", "symbols of entries, one used", "fixed part"}) + rows.String()
}

// replaceTables puts tables into a page, between the comments that name them.
func replaceTables(page string, tables []table) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	for _, t := range tables {
		place := regexp.MustCompile(`(?s)(<!-- bench: ` + regexp.QuoteMeta(t.name) + ` -->\n).*?(<!-- end -->)`)
		if !place.Match(text) {
			return fmt.Errorf("%s has no place for the table %q", page, t.name)
		}
		text = place.ReplaceAllFunc(text, func(old []byte) []byte {
			groups := place.FindSubmatch(old)
			return []byte(string(groups[1]) + "\n" + t.text + "\n" + string(groups[2]))
		})
	}
	return os.WriteFile(page, text, 0o666)
}
