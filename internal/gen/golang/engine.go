package golang

import (
	"io/fs"
	"path"
	"strings"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// explanations is the file of the engine that only errgen itself has a use for.
const explanations = "explain.go"

// engineFiles are the files of the engine that packages need, as they are, below errgen's header.
var engineFiles = sync.OnceValue(func() []gen.File {
	names, err := fs.Glob(templates.Engine, "errgen/*.go")
	if err != nil {
		panic(err) // the pattern is well formed
	}
	var files []gen.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || path.Base(name) == explanations {
			continue
		}
		text, err := fs.ReadFile(templates.Engine, name)
		if err != nil {
			panic(err) // it is embedded
		}
		content := append([]byte("// "+gen.SharedHeader+"\n\n"), text...)
		files = append(files, gen.File{Path: gen.EngineDir + "/" + path.Base(name), Content: content})
	}
	return files
})
