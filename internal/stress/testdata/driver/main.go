// Command driver holds generated packages to the laws: it makes the errors that
// the files named say, writes and reads them. It prints what is wrong, a line each.
package main

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"strings"
)

// A task is what to do with one package.
type task struct {
	Package string
	Cases   []testCase
	Odd     int // how many values that only Go can hold are tried for each entry
}

// A testCase is an occurrence, and what the engine makes of it.
type testCase struct {
	build
	Wild       bool // values are out of bounds: only what holds for all is checked
	Private    bool // it has required params that stand nowhere
	IsResponse bool
	Compare    bool // the engine's response is the same
	WantStatus int
	WantHeader []struct{ Name, Value string }
	WantBody   string
	WantText   string
	WantEntry  string   // to which it decodes; "" if to none
	Complete   bool     // with its data
	Recovered  []string // Go fields that must come back
	Free       []string // Go fields that admit any value of their type
	Sensitive  []string // Go fields that are never printed
	CloseCode  int
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var tasks []task
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	if err := d.Decode(&tasks); err != nil {
		panic(err)
	}
	failures := 0
	for _, task := range tasks {
		for _, s := range subjects {
			if s.name == task.Package {
				c := &checker{subject: s, r: rand.New(rand.NewSource(int64(len(task.Cases))))}
				c.run(task)
				failures += c.failures
			}
		}
	}
	if failures > 0 {
		os.Exit(1)
	}
}

// A checker checks one package.
type checker struct {
	*subject
	r        *rand.Rand
	where    string
	server   *httptest.Server
	current  http.Handler
	foreign  bool // values of type any may be such as JSON does not have
	failures int
}

// maxFailures is how many failures of a package are printed.
const maxFailures = 12

func (c *checker) fail(format string, args ...any) {
	c.failures++
	if c.failures <= maxFailures {
		fmt.Printf("%s: %s: %.1500s\n", c.name, c.where, fmt.Sprintf(format, args...))
	}
}

// guard reports a panic of what f does.
func (c *checker) guard(where string, f func()) {
	c.where = where
	defer func() {
		if p := recover(); p != nil {
			c.fail("panic: %v\n%s", p, debug.Stack())
		}
	}()
	f()
}

func (c *checker) run(task task) {
	c.server = httptest.NewServer(c)
	defer c.server.Close()
	c.checkZero()
	tried := map[string]int{}
	for i := range task.Cases {
		tc := &task.Cases[i]
		c.guard(fmt.Sprintf("%s (case %d)", tc.Entry, i), func() { c.check(tc) })
		if n := tried[tc.Entry]; !tc.Wild && n < task.Odd {
			tried[tc.Entry]++
			c.guard(fmt.Sprintf("%s (case %d), served", tc.Entry, i), func() { c.serve(tc) })
			c.guard(fmt.Sprintf("%s (case %d), odd values", tc.Entry, i), func() { c.odd(tc) })
			c.guard(fmt.Sprintf("%s (case %d), secrets", tc.Entry, i), func() { c.secrets(tc) })
		}
	}
}
