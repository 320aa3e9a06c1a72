package gen

import (
	"io/fs"
	"path"
)

// Shared are files that packages of an output folder share, as they stand at a pattern of
// a file system of errgen's own, each below errgen's header in a comment of "//". They go
// to a folder, but for those that are left out by their names.
func Shared(from fs.FS, pattern, dir string, isLeftOut func(name string) bool) []File {
	names, err := fs.Glob(from, pattern)
	if err != nil {
		panic(err) // the pattern is well formed
	}
	var files []File
	for _, name := range names {
		base := path.Base(name)
		if isLeftOut(base) {
			continue
		}
		text, err := fs.ReadFile(from, name)
		if err != nil {
			panic(err) // it is embedded
		}
		content := append([]byte("// "+SharedHeader+"\n\n"), text...)
		files = append(files, File{Path: dir + "/" + base, Content: content})
	}
	return files
}
