package golang

import (
	"strings"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/templates"
)

// explanations is the file of the engine that only errgen itself has a use for.
const explanations = "explain.go"

// engineFiles are the files of the engine that packages need, as they are, below errgen's header.
var engineFiles = sync.OnceValue(func() []gen.File {
	return gen.Shared(templates.Engine, "errgen/*.go", gen.EngineDir, func(name string) bool {
		return strings.HasSuffix(name, "_test.go") || name == explanations
	})
})
