package load

import (
	"os"
	"path/filepath"
)

// The marks of a repository: git's folder (a file in a worktree), else that of a Go
// module.
const (
	gitMark    = ".git"
	moduleMark = "go.mod"
)

// ConfigName is the name of errgen's own configuration.
const ConfigName = "errgen.yaml"

// repository returns the root of the repository that a folder lies in: the nearest
// folder upwards that has the surest mark. It is false if none has any. One that stands
// further in is the root of a part only.
func repository(folder string) (string, bool) {
	return above(folder, gitMark, moduleMark, ConfigName)
}

// ConfigFile returns the configuration that holds in a folder: the nearest upwards, up
// to the root of the repository and never beyond. Outside of a repository it is the
// folder's own. It is false if there is none.
func ConfigFile(folder string) (string, bool) {
	folder, err := filepath.Abs(filepath.FromSlash(folder))
	if err != nil {
		return "", false
	}
	root := ConfigFolder(folder)
	for dir := folder; ; dir = filepath.Dir(dir) {
		file := filepath.Join(dir, ConfigName)
		if _, err := os.Stat(file); err == nil {
			return file, true
		}
		if dir == root {
			return "", false
		}
	}
}

// ConfigFolder is where the configuration of a folder belongs: the root of the
// repository, or outside of one the folder itself.
func ConfigFolder(folder string) string {
	if root, ok := above(folder, gitMark, moduleMark); ok {
		return root
	}
	return folder
}

// above returns the nearest folder upwards that has the first of some marks, or if none
// has it, the second, and so on.
func above(folder string, marks ...string) (string, bool) {
	folder, err := filepath.Abs(filepath.FromSlash(folder))
	if err != nil {
		return "", false
	}
	for _, mark := range marks {
		for dir := folder; ; dir = filepath.Dir(dir) {
			if _, err := os.Lstat(filepath.Join(dir, mark)); err == nil {
				return dir, true
			}
			if dir == filepath.Dir(dir) {
				break
			}
		}
	}
	return "", false
}
