package gen

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// scan walks the package folders for stale files and litter: those that this
// run generates, and those that hold a file with our header.
func (s *survey) scan() {
	entries, err := fs.ReadDir(s.root.FS(), ".")
	if err != nil {
		s.fail("read the folder", ".", err)
		return
	}
	var packages, others []string
	named := map[string]bool{}
	for _, e := range entries {
		dir := e.Name()
		if !s.distinct(dir) || !e.IsDir() || dir == engineTop || dir == SiteDir {
			continue
		}
		if s.planned(dir) {
			packages = append(packages, dir)
		} else if s.isPackage(dir, named) {
			packages, others = append(packages, dir), append(others, dir)
		} else if s.hasLitter(dir) {
			packages = append(packages, dir)
		}
	}
	stale := s.lost(others, named)
	for _, dir := range packages {
		s.scanPackage(dir, s.planned(dir) || slices.Contains(stale, dir))
	}
	s.scanEngines()
	if _, err := fs.Stat(s.root.FS(), SiteDir); err == nil && s.planned(SiteDir) {
		s.scanPackage(SiteDir, true)
	}
}

// lost returns those of the packages that the run does not make, and no catalog
// declares any more.
func (s *survey) lost(packages []string, named map[string]bool) []string {
	if len(packages) == 0 || s.plan.Declares == nil {
		return nil
	}
	o := &origins{s.plan.Declares, named, packages, maxSearched}
	return o.lost(s.out, s.plan.Paths)
}

// planned reports whether a folder is one of the run's output.
func (s *survey) planned(dir string) bool { return s.names[fold(dir)] == dir }

// engineTop is the folder around those of the engines.
var engineTop, _, _ = strings.Cut(EngineDir, "/")

// engines are the folders of the engines, by the extension of their files.
var engines = map[string]string{".go": EngineDir, ".ts": TypeScriptEngineDir}

// isEngine reports whether a folder is that of an engine.
func isEngine(dir string) bool { return dir == EngineDir || dir == TypeScriptEngineDir }

// need notes a file of a package, which needs the engine in its language.
func (s *survey) need(name string) {
	if !isEngine(path.Dir(name)) {
		s.needed[path.Ext(name)] = true
	}
}

// scanEngines looks for stale files of engines: those that this run's does not have, and
// all of one that no package is left to need.
func (s *survey) scanEngines() {
	for ext, dir := range engines {
		if _, err := fs.Stat(s.root.FS(), dir); err == nil && (s.planned(dir) || !s.needed[ext]) {
			s.scanPackage(dir, true)
		}
	}
}

// distinct refuses a name that differs from a planned one in letter case alone:
// on some file systems the two are one file.
func (s *survey) distinct(name string) bool {
	other, clash := s.names.clash(name)
	if clash {
		s.refuse(name, "differs from "+shown(s.out, other)+" in letter case alone", "rename or remove it")
	}
	return !clash
}

// isPackage reports whether a folder directly holds a file with our header, and
// notes the catalog that it names. A folder that cannot be read is not ours to know.
func (s *survey) isPackage(dir string, named map[string]bool) bool {
	entries, _ := fs.ReadDir(s.root.FS(), dir)
	for _, e := range entries {
		if e.Type().IsRegular() {
			if catalog, ours := s.catalogOf(dir + "/" + e.Name()); ours {
				named[catalog] = true
				return true
			}
		}
	}
	return false
}

// hasLitter reports whether a folder directly holds a temporary file of ours: a run that
// was killed may have made nothing else there.
func (s *survey) hasLitter(dir string) bool {
	entries, _ := fs.ReadDir(s.root.FS(), dir)
	return slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Type().IsRegular() && isTemp(e.Name()) })
}

// scanPackage looks for stale files and litter in a package's folder: if the package
// is stale or generated now, what is ours and not in the plan.
func (s *survey) scanPackage(dir string, stale bool) {
	planned := s.planned(dir)
	err := fs.WalkDir(s.root.FS(), dir, func(name string, e fs.DirEntry, err error) error {
		switch {
		case err != nil && planned:
			return err
		case err != nil:
			return nil
		case !s.distinct(name) && e.IsDir():
			return fs.SkipDir
		case s.kept[name]:
			s.need(name)
			return nil
		case !e.Type().IsRegular() || s.names[fold(name)] != "":
			return nil
		}
		if isTemp(name) {
			s.scanTemp(name)
		} else if _, ours := s.catalogOf(name); ours {
			s.scanOurs(name, stale)
		}
		return nil
	})
	if err != nil {
		s.fail("read the folder", dir, err)
	}
}

// scanOurs notes a file with our header that is not in the plan.
func (s *survey) scanOurs(name string, stale bool) {
	if stale {
		s.addStale(name)
	} else {
		s.need(name)
	}
}

// catalogOf reads the first line of a file and returns the catalog that our
// header there names. A file that cannot be read is not known to be ours.
func (s *survey) catalogOf(name string) (catalog string, ours bool) {
	if _, known := comments[path.Ext(name)]; !known {
		return "", false
	}
	head, err := s.head(name)
	if err != nil {
		return "", false
	}
	return headerOf(name, head)
}

// head reads the beginning of a file, as much as a header may have.
func (s *survey) head(name string) ([]byte, error) {
	return readHead(s.root.OpenFile, name, maxHeader)
}

// addStale reads a stale file, to be removed or shown.
func (s *survey) addStale(name string) {
	t := target{File: File{Path: name}}
	s.lookAt(&t)
	if t.exists {
		s.stale = append(s.stale, t)
	}
}

// scanTemp notes a temporary file that a killed run left: it has our name, and
// as much of our header as was written.
func (s *survey) scanTemp(name string) {
	if head, err := s.head(name); err == nil && isLitter(head) {
		s.litter = append(s.litter, name)
	}
}

// isLitter reports whether a file begins with our header, in any format, or
// with as much of it as there is of the file.
func isLitter(head []byte) bool {
	for _, form := range comments {
		begin := form.open + headerBegin
		n := min(len(begin), len(head))
		if strings.HasPrefix(begin, string(head[:n])) {
			return true
		}
	}
	return false
}
