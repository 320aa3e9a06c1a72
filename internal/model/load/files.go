package load

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// Files returns the files at paths that are errgen's: catalogs, files for inclusion,
// and what these include, whatever is wrong with them. What cannot be read is added to
// l, and so is every fault in what can.
func Files(paths []string, l *diag.List) []string {
	p := &pathLoader{list: l, files: map[string]named{}}
	for _, given := range paths {
		p.add(given)
	}
	in := newIncluder(l, p.readIncluded, p.root)
	var names, passed []string
	for _, name := range p.sorted() {
		f, foreign := p.load(name)
		if foreign {
			passed = append(passed, name.shown)
			continue
		}
		names = append(names, name.shown)
		if f != nil {
			in.include(f)
			for _, included := range f.Included {
				names = append(names, shown(included.Path))
			}
		}
	}
	p.checkFolders(passed)
	slices.Sort(names)
	return slices.Compact(names)
}
