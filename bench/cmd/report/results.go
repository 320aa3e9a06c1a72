package main

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/perf/benchfmt"
)

// results are all metrics of all benchmarks, by name and unit, as printed.
type results struct {
	names  []string // in the order of the output
	values map[string]map[string]float64
}

// read reads files that "go test -bench" has printed.
func read(files []string) (*results, error) {
	r := &results{values: map[string]map[string]float64{}}
	in := benchfmt.Files{Paths: files}
	for in.Scan() {
		result, ok := in.Result().(*benchfmt.Result)
		if !ok {
			continue // metadata, or a line of another program
		}
		r.add(result)
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	if len(r.names) == 0 {
		return nil, fmt.Errorf("no results in %s", strings.Join(files, ", "))
	}
	return r, nil
}

// add takes one line of results. Of a benchmark that ran twice the last counts.
func (r *results) add(result *benchfmt.Result) {
	base, parts := result.Name.Parts()
	name := string(base)
	for _, part := range parts {
		if !strings.HasPrefix(string(part), "-") { // the number of processors
			name += string(part)
		}
	}
	if !slices.Contains(r.names, name) {
		r.names = append(r.names, name)
		r.values[name] = map[string]float64{}
	}
	for _, v := range result.Values {
		if v.OrigUnit != "" {
			r.values[name][v.OrigUnit] = v.OrigValue
		} else {
			r.values[name][v.Unit] = v.Value
		}
	}
}

// get is one metric.
func (r *results) get(name, unit string) (float64, bool) {
	v, ok := r.values[name][unit]
	return v, ok
}

// under lists the benchmarks of a group, "Decode" or all "Decode/…".
func (r *results) under(group string) (names []string) {
	for _, name := range r.names {
		if name == group || strings.HasPrefix(name, group+"/") {
			names = append(names, name)
		}
	}
	return names
}
