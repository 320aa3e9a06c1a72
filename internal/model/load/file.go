package load

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// languageVersion is the version of the catalog language that is read.
const languageVersion = 1

var fileObject = object[File]{
	what: "a catalog",
	node: func(f *File) *Node { return &f.Node },
	keys: []key[File]{
		{name: "errgen", set: integer(0, func(f *File) *Int { return &f.Version })},
		{name: "package", set: func(d *decoder, k Text, v *Value, f *File) {
			if name := d.text(k, v); d.identifier("package name", name) {
				d.shortEnough("package name", name)
				f.Package = name
			}
		}},
		{name: "include", set: texts(func(f *File) *[]Text { return &f.Include })},
		{name: "go", set: func(d *decoder, k Text, v *Value, f *File) {
			o := goOptionsObject.read(d, k, v)
			f.GoTypes, f.GoSides = o.types, o.sides
		}},
		{name: "openapi", set: func(d *decoder, k Text, v *Value, f *File) {
			f.OpenAPI = openAPIObject.read(d, k, v)
		}},
		{name: "title", set: text(func(f *File) *Text { return &f.Title })},
		{name: "description", set: text(func(f *File) *Text { return &f.Description })},
		{name: "docs", set: text(func(f *File) *Text { return &f.Docs })},
		{name: "sources", set: fileSources},
		{name: "types", set: func(d *decoder, k Text, v *Value, f *File) { f.Types = d.types(k, v) }},
		{name: "envelopes", set: func(d *decoder, k Text, v *Value, f *File) { f.Envelopes = d.envelopes(k, v) }},
		{name: "defaults", set: func(d *decoder, k Text, v *Value, f *File) {
			d.parts = 0
			f.Defaults = defaultsObject.read(d, k, v)
		}},
		{name: "groups", set: fileGroups},
		{name: "count", set: integer(0, func(f *File) *Int { return &f.Count })},
		{name: "operations", set: fileOperations},
		{name: "common", set: texts(func(f *File) *[]Text { return &f.Common })},
		{name: "errors", set: func(d *decoder, k Text, v *Value, f *File) { f.Errors = d.entries(k, v) }},
		{name: "fallback", set: text(func(f *File) *Text { return &f.Fallback })},
		{name: "retired", set: fileRetired},
		{name: "breaking", set: func(d *decoder, k Text, v *Value, f *File) { f.Breaking = breakingObject.read(d, k, v) }},
		{name: "allow", set: allow(func(f *File) *[]Allowance { return &f.Allow })},
		{name: "examples", set: func(d *decoder, k Text, v *Value, f *File) {
			d.items(k, v, func(item *Value) {
				f.Examples = append(f.Examples, exampleObject.read(d, k, item))
			})
		}},
	},
}

// goOptions is the top-level object "go".
type goOptions struct {
	Node
	types, sides Text
}

var goOptionsObject = object[goOptions]{
	what: "the catalog's `go`",
	node: func(o *goOptions) *Node { return &o.Node },
	keys: []key[goOptions]{
		{name: "types", set: func(d *decoder, k Text, v *Value, o *goOptions) {
			o.types = d.word(k, v, "write all for a Go type per entry, data for one per entry with params", "all", "data")
		}},
		{name: "sides", set: func(d *decoder, k Text, v *Value, o *goOptions) {
			o.sides = d.word(k, v, "write server or client for a package that one side uses, both for both", "both", "server", "client")
		}},
	},
}

// word reads a text that is one of some words; another one is reported, and absent.
func (d *decoder) word(k Text, v *Value, remedy string, words ...string) Text {
	w := d.text(k, v)
	if !w.Given() || slices.Contains(words, w.S) {
		return w
	}
	n := len(words) - 1
	d.list.Report(w.Pos, diag.UnknownWord, diag.Quote(k.S)+" is "+diag.Quote(w.S)+", not "+strings.Join(words[:n], ", ")+" or "+words[n], diag.DidYouMean(w.S, words, remedy))
	return Text{}
}

// decodeFile reads a whole file. It returns nil, with a finding, if the file is
// not of a version of the language that is known.
func decodeFile(path string, v *Value, l *diag.List) *File {
	d := &decoder{list: l, wrong: map[*Value]bool{}}
	f := &File{Path: path}
	if v.Broken {
		return nil
	}
	if v.Kind != Mapping {
		l.Report(v.Pos, diag.WrongType, "a catalog is a mapping, not "+orText(v.describe()), "begin with `errgen: 1`")
		return nil
	}
	if version, ok := otherVersion(v); ok {
		l.Report(version.Pos, diag.UnknownVersion, "version "+diag.Quote(version.Text)+" of the catalog language",
			"this errgen reads version "+strconv.Itoa(languageVersion)+"; write `errgen: 1`, or use a newer errgen")
		return nil
	}
	if foreign(v.keys()) {
		l.Report(v.Pos, diag.MissingKey, "no catalog: it has no key `errgen`", "begin a catalog with `errgen: 1`, or name another file")
		return nil
	}
	fileObject.decode(d, Text{}, v, f)
	for _, e := range f.Errors {
		e.Defaults = f.Defaults
	}
	checkVersion(f, v, l)
	return f
}

// keys are the keys of a mapping.
func (v *Value) keys() []string {
	var keys []string
	for _, m := range v.Members {
		keys = append(keys, m.Key.S)
	}
	return keys
}

// checkVersion reports "errgen" if it is missing or stands behind another key.
func checkVersion(f *File, v *Value, l *diag.List) {
	if !f.Has("errgen") {
		l.Report(v.Pos, diag.MissingKey, "a catalog without `errgen`", "begin with `errgen: 1`")
		return
	}
	for _, m := range v.Members {
		if m.Key.S == "errgen" {
			return
		}
		if !isExtension(m.Key.S) {
			l.Report(f.At("errgen"), diag.VersionNotFirst, "`errgen` is not the first key", "move `errgen: 1` to the top",
				diag.Related{Pos: m.Key.Pos, Message: "the first key is " + diag.Quote(m.Key.S)})
			return
		}
	}
}

func orText(s string) string {
	if s == "" {
		return "text"
	}
	return s
}

// otherVersion returns the value of "errgen" if it is an integer but not the
// version that is known: nothing else can be said of such a file.
func otherVersion(v *Value) (*Value, bool) {
	for _, m := range v.Members {
		if m.Key.S == "errgen" && m.Value.IsInteger() && m.Value.Text != strconv.Itoa(languageVersion) {
			return m.Value, true
		}
	}
	return nil, false
}
