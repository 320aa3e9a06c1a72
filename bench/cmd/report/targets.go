package main

import (
	"fmt"
	"math"
	"strings"
)

// target is a figure that errgen is to reach. Of several benchmarks the worst
// counts.
type target struct {
	what    string
	group   string
	unit    string
	inverse bool    // what is measured is one divided by the metric
	least   float64 // what is measured must be at least this; 0 if not
	most    float64 // or at most this; 0 if not
	print   func(float64) string
}

var targets = []target{
	{"a static error written, beside a bare Write", "WriteStatic", "x/bare-Write", true, 0, 4, ratio},
	{"the same, beside the Write with the same headers and status", "WriteStatic", "x/Write-with-headers", true, 0, 4, ratio},
	{"an error with two strings written, faster than Encoder", "WriteTwoStrings", "x/Encoder", false, 4, 0, ratio},
	{"the same, faster than Encoder with the same headers and status", "WriteTwoStrings", "x/Encoder-with-headers", false, 4, 0, ratio},
	{"AppendBody with two strings, faster than Encoder", "Append", "x/Encoder", false, 8, 0, ratio},
	{"connectorapi decoded, faster than two passes of encoding/json", "Decode/connectorapi", "x/encoding/json", false, 3, 0, ratio},
	{"axway decoded", "Decode/axway", "x/encoding/json", false, 3, 0, ratio},
	{"avalara decoded", "Decode/avalara", "x/encoding/json", false, 3, 0, ratio},
	{"aui decoded", "Decode/aui", "x/encoding/json", false, 3, 0, ratio},
	{"one of 1,000 errors decoded", "ManyDecode", "x/encoding/json", false, 3, 0, ratio},
	{"1,000 static errors compiled with `types: data`, faster than the rich form", "Compile/0-strings", "x/errgen-data", true, 10, 0, ratio},
	{"the same, CPU time", "Compile/0-strings", "cpu-x/errgen-data", true, 10, 0, ratio},
	{"the same with `types: all`", "Compile/0-strings", "x/errgen-all", true, 3.5, 0, ratio},
	{"the same, CPU time", "Compile/0-strings", "cpu-x/errgen-all", true, 3.5, 0, ratio},
	{"1,000 errors generated, faster than oapi-codegen (types alone)", "Generate/1000", "x/oapi-codegen-types", false, 4, 0, ratio},
	{"the same, CPU time", "Generate/1000", "cpu-x/oapi-codegen-types", false, 4, 0, ratio},
	{"the same, oapi-codegen with client and server", "Generate/1000", "x/oapi-codegen", false, 4, 0, ratio},
	{"the same, CPU time", "Generate/1000", "cpu-x/oapi-codegen", false, 4, 0, ratio},
	{"10,000 errors generated, faster than oapi-codegen (types alone)", "Generate/10000", "x/oapi-codegen-types", false, 8, 0, ratio},
	{"the same, CPU time", "Generate/10000", "cpu-x/oapi-codegen-types", false, 8, 0, ratio},
	{"the same, oapi-codegen with client and server", "Generate/10000", "x/oapi-codegen", false, 8, 0, ratio},
	{"the same, CPU time", "Generate/10000", "cpu-x/oapi-codegen", false, 8, 0, ratio},
	{"`errgen version`", "Startup", "ns/errgen-version", false, 0, 15e6, duration},
}

// targetTable says of each target what was measured.
func targetTable(r *results) string {
	var b strings.Builder
	for _, t := range targets {
		v, ok := t.worst(r)
		if !ok {
			continue
		}
		bound := "at least " + t.print(t.least)
		if t.most > 0 {
			bound = "at most " + t.print(t.most)
		}
		met := "yes"
		if v < t.least || t.most > 0 && v > t.most {
			met = "**no**"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", t.what, bound, t.print(v), met)
	}
	if b.Len() == 0 {
		return ""
	}
	return "| | target | measured | met |\n| --- | ---: | ---: | --- |\n" + b.String()
}

// worst is the worst of what was measured.
func (t target) worst(r *results) (worst float64, ok bool) {
	for _, name := range r.under(t.group) {
		v, found := r.get(name, t.unit)
		if !found {
			continue
		}
		if t.inverse {
			v = 1 / v
		}
		switch {
		case !ok:
			worst, ok = v, true
		case t.most > 0:
			worst = math.Max(worst, v)
		default:
			worst = math.Min(worst, v)
		}
	}
	return worst, ok
}
