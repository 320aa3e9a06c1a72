package load

import (
	"os"
	"path/filepath"
)

// rootMarks are what the root of a repository is known by, the surest first: git's
// folder (a file in a worktree), then that of a Go module, then errgen's own
// configuration. One that stands further in is the root of a part only.
var rootMarks = []string{".git", "go.mod", "errgen.yaml"}

// repository returns the root of the repository that a folder lies in: the nearest
// folder upwards that has the surest mark. It is false if none has any.
func repository(folder string) (string, bool) {
	folder, err := filepath.Abs(filepath.FromSlash(folder))
	if err != nil {
		return "", false
	}
	for _, mark := range rootMarks {
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
