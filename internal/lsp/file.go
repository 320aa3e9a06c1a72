package lsp

import (
	"path"
	"sort"
	"strings"
)

// file is a file of errgen's, read in pieces.
type file struct {
	path   string // as findings show it
	text   *text
	pieces []piece
	// contents are those of the pieces, for whoever reads a text that is much the same.
	contents map[source]*content

	includes []string // paths
	catalog  bool     // it has a package
	errgen   bool     // it is errgen's
	entries  map[string]*entry
	defaults *entry
	declared map[kind]map[string]bool
	fields   map[string][]string // the envelopes that have a field
}

// entry is what names mean within an entry, or within defaults.
type entry struct {
	file     *file
	name     string // "" for defaults
	parent   string
	envelope []string
	params   map[string]bool // that it declares
	fills    map[string]bool // fields
	piece    int             // that it stands in
}

// newFile reads a file.
func newFile(name string, t *text, r *reader) *file {
	f := readFile(name, t, r)
	f.noteAll()
	return f
}

// readFile reads the pieces of a file, and does not yet note what names mean in it.
func readFile(name string, t *text, r *reader) *file {
	f := &file{path: name, text: t, pieces: r.read(t.s)}
	f.contents = r.now
	return f
}

// noteAll notes what the names of the file mean.
func (f *file) noteAll() {
	f.entries, f.declared, f.fields = map[string]*entry{}, map[kind]map[string]bool{}, map[string][]string{}
	for i, p := range f.pieces {
		if p.node == nil {
			continue
		}
		for _, e := range p.node.Elements {
			if p.section == "" && e.Key != nil {
				f.top(e.Key.Value, i)
			}
		}
		if p.section == "" {
			for _, e := range f.list(p, "include") {
				f.includes = append(f.includes, path.Join(path.Dir(f.path), e))
			}
		}
		for _, o := range p.names {
			f.note(o, i)
		}
	}
}

// topKeys are the keys at the top.
func (f *file) topKeys() []string {
	var all []string
	for _, p := range f.pieces {
		if p.section != "" || p.node == nil {
			continue
		}
		for _, e := range p.node.Elements {
			if e.Key != nil {
				all = append(all, e.Key.Value)
			}
		}
	}
	return all
}

// top notes a key at the top.
func (f *file) top(key string, piece int) {
	switch key {
	case "errgen":
		f.errgen = true
	case "package":
		f.catalog = true
	case "defaults":
		f.defaults = f.newEntry("", piece)
	}
}

func (f *file) newEntry(name string, piece int) *entry {
	return &entry{file: f, name: name, piece: piece}
}

// list are the texts under a key at the top.
func (f *file) list(p piece, key string) []string {
	e := p.node.Get(key)
	if e == nil {
		return nil
	}
	var all []string
	for _, item := range e.Value.Elements {
		if item.Value.Value != "" && item.Key == nil {
			all = append(all, item.Value.Value)
		}
	}
	return all
}

// note takes what an occurrence says of its file and its entry.
func (f *file) note(o occurrence, piece int) {
	if o.names {
		f.declared[o.kind] = with(f.declared[o.kind], o.name)
	}
	if o.names && o.kind == fieldKind {
		f.fields[o.name] = append(f.fields[o.name], o.path[1])
	}
	if o.names && o.kind == entryKind && f.entries[o.name] == nil {
		f.entries[o.name] = f.newEntry(o.name, piece)
	}
	e := f.entry(o.owner)
	if e == nil {
		return
	}
	switch below := o.path[len(o.owner):]; {
	case len(below) == 0:
	case below[0] == "parent":
		e.parent = o.name
	case below[0] == "envelope":
		e.envelope = append(e.envelope, o.name)
	case o.kind == paramKind && o.names:
		e.params = with(e.params, o.name)
	case o.kind == fieldKind && o.key:
		e.fills = with(e.fills, o.name)
	}
}

// with is a set with a name in it.
func with(set map[string]bool, name string) map[string]bool {
	if set == nil {
		set = map[string]bool{}
	}
	set[name] = true
	return set
}

// entry is the one that a path begins with, or defaults; nil if it begins with neither.
func (f *file) entry(path []string) *entry {
	switch {
	case len(path) > 0 && path[0] == "defaults":
		return f.defaults
	case len(path) > 1 && path[0] == "errors":
		return f.entries[path[1]]
	}
	return nil
}

// piece is the one that a byte stands in, -1 if none.
func (f *file) piece(offset int) int {
	i := sort.Search(len(f.pieces), func(i int) bool { return f.pieces[i].end > offset })
	if i == len(f.pieces) && i > 0 && f.pieces[i-1].end == offset {
		i--
	}
	if i == len(f.pieces) || f.pieces[i].start > offset {
		return -1
	}
	return i
}

// found is an occurrence in a file.
type found struct {
	*file
	occurrence
	piece int
}

// span is where it stands.
func (o found) span() textRange {
	start := o.pieces[o.piece].start
	return o.text.span(start+o.start, start+o.end)
}

// at is the name that a byte stands in or behind; the innermost of several.
func (f *file) at(offset int) (found, bool) {
	i := f.piece(offset)
	if i < 0 {
		return found{}, false
	}
	inside := offset - f.pieces[i].start
	best := found{}
	for _, o := range f.pieces[i].names {
		if o.start <= inside && inside <= o.end && (best.file == nil || o.end-o.start <= best.end-best.start) {
			best = found{f, o, i}
		}
	}
	return best, best.file != nil
}

// all are the occurrences of a name.
func (f *file) all(name string) []found {
	var all []found
	for i, p := range f.pieces {
		if !strings.Contains(p.text, name) {
			continue
		}
		for _, o := range p.names {
			if o.name == name {
				all = append(all, found{f, o, i})
			}
		}
	}
	return all
}
