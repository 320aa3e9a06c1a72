package bench_test

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/bench"
)

// A few is enough for a client that looks for one error; program "one" decodes
// and compares with one ID, "all" raises every error as well, "none" is the
// same without a catalog.
const (
	programNone = `package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
)

func main() {
	slog.Info("status", "err", errors.New("none"), "of", http.StatusText(400))
	fmt.Println(http.ListenAndServe("", nil))
}
`
	programOne = `package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	many %q
)

func main() {
	err := many.Decode(400, nil, []byte("{}"))
	slog.Info("status", "err", err, "of", http.StatusText(400))
	fmt.Println(errors.Is(err, many.ErrEntry00000))
	fmt.Println(http.ListenAndServe("", nil))
}
`
	programAll = `package main

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"

	many %q
)

func main() {
	err := many.Decode(400, nil, []byte("{}"))
	slog.Info("status", "err", err, "of", http.StatusText(400))
	fmt.Println(errors.Is(err, many.ErrEntry00000))
	for _, err := range all {
		many.WriteError(nil, err)
	}
	fmt.Println(http.ListenAndServe("", nil))
}

var all = []error{
%s}
`
)

// programRich raises every error of the rich form, as programAll does.
const programRich = `package main

import (
	"fmt"
	"log/slog"
	"net/http"

	many %q
)

func main() {
	for _, err := range all {
		slog.Info("status", "err", err)
		fmt.Println(err)
	}
	fmt.Println(http.ListenAndServe("", nil))
}

var all = []error{
%s}
`

// programOAPI names every error that oapi-codegen has made, and parses.
const programOAPI = `package main

import (
	"fmt"
	"log/slog"
	"net/http"

	many %q
)

func main() {
	parsed, err := many.ParseGetThingResponse(&http.Response{StatusCode: 400, Body: http.NoBody})
	slog.Info("status", "err", err, "parsed", parsed)
	for _, err := range all {
		fmt.Println(err)
	}
	fmt.Println(http.ListenAndServe("", nil))
}

var all = []any{
%s}
`

// BenchmarkLink links programs that use one error of many or all of them, and
// reports how many bytes each error adds (B/NAME-all, B/NAME-one), and how many
// symbols that name an entry are left (symbols/NAME-one, -all). Its time says
// nothing: it is a measurement of sizes.
func BenchmarkLink(b *testing.B) {
	for b.Loop() {
		none := link(b, "none", programNone)
		for _, params := range []int{0, 2} {
			for _, types := range []string{"data", "all"} {
				name := fmt.Sprintf("%s-%d-strings", types, params)
				dir := errgenPackage(b, many, bench.Form{Types: types, Params: params})
				path := buildPath + strings.TrimPrefix(dir, workshop)
				one := link(b, name+"-one", fmt.Sprintf(programOne, path))
				all := link(b, name+"-all", fmt.Sprintf(programAll, path, occurrences(types, params)))
				small := errgenPackage(b, 1, bench.Form{Types: types, Params: params})
				single := link(b, name+"-single", fmt.Sprintf(programOne, buildPath+strings.TrimPrefix(small, workshop)))
				b.ReportMetric(float64(one-single)/(many-1), "B/errgen-"+name+"-one")
				b.ReportMetric(float64(all-single)/(many-1), "B/errgen-"+name+"-all")
				b.ReportMetric(float64(single-none), "fixed-B/errgen-"+name)
			}
			reportRich(b, params, none)
		}
		reportPeers(b, none)
	}
	b.ReportMetric(0, "ns/op")
}

// reportRich links the rich form.
func reportRich(b *testing.B, params int, none int64) {
	b.Helper()
	dir := fresh(b, "link", fmt.Sprintf("rich%d", params))
	write(b, filepath.Join(dir, "rich.go"), bench.Rich(many, params))
	name := fmt.Sprintf("rich-%d-strings-all", params)
	all := link(b, name, fmt.Sprintf(programRich, buildPath+strings.TrimPrefix(dir, workshop), constructed(params)))
	b.ReportMetric(float64(all-none)/many, "B/"+name)
}

// reportPeers links what the peers make of the same errors with two strings. Of
// their fixed part, which other packages are, no program without errors tells:
// it is within the figure.
func reportPeers(b *testing.B, none int64) {
	b.Helper()
	for _, g := range generators(b, many) {
		program, all := programRich, listed(`many.ErrorCode%05d("%%s", "a")`)
		switch g.name {
		case "oapi-codegen":
			program, all = programOAPI, listed(`many.ManyerrEntry%05dError{}`)
		case "kratos":
		default:
			continue
		}
		must(b, g.args[0], g.args[1:]...)
		name := g.name + "-2-strings-all"
		linked := link(b, name, fmt.Sprintf(program, buildPath+strings.TrimPrefix(g.out, workshop), all))
		b.ReportMetric(float64(linked-none)/many, "B/"+name)
	}
}

// occurrences are Go expressions of an error of each entry.
func occurrences(types string, params int) string {
	if params == 0 && types == "data" {
		return listed("many.ErrEntry%05d")
	}
	return constructed(params)
}

// constructed are Go expressions of a call of each constructor.
func constructed(params int) string {
	if params == 0 {
		return listed("many.NewEntry%05d()")
	}
	return listed(`many.NewEntry%05d("a", "b")`)
}

// listed repeats an element for each entry.
func listed(format string) string {
	var b strings.Builder
	for i := range many {
		fmt.Fprintf(&b, "\t"+format+",\n", i)
	}
	return b.String()
}

// entrySymbol is a symbol of a type or function of an entry.
var entrySymbol = regexp.MustCompile(`Entry[0-9]{5}`)

// link builds a program without symbols, as for shipping, and returns its size.
// With symbols it is built too, to count those of entries.
func link(b *testing.B, name, program string) int64 {
	b.Helper()
	dir := fresh(b, "link", name)
	write(b, filepath.Join(dir, "main.go"), program)
	binary := filepath.Join(dir, "program")
	must(b, "go", "build", "-ldflags=-s -w", "-o", binary, "./"+dir)
	if strings.HasPrefix(name, "data") || strings.HasPrefix(name, "all") {
		must(b, "go", "build", "-o", binary+".symbols", "./"+dir)
		out, err := exec.Command("go", "tool", "nm", binary+".symbols").Output()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(entrySymbol.FindAllIndex(out, -1))), "symbols/errgen-"+name)
	}
	return size(b, binary)
}
