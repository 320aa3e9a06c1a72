// Package typescript emits a catalog as a TypeScript module: the types of its errors, the
// engine's table of them, and the functions that call the engine, which stands beside all
// modules of an output folder.
//
// It decides nothing of what responses are: the table is what package lower makes of the
// model, the same that the Go engine runs, in a form as small as it can be.
package typescript

import (
	"bytes"
	"regexp"
	"slices"
	"sync"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates"
)

type emitter struct {
	programs map[*model.Catalog]*lower.Program
}

// New returns the emitter of TypeScript modules, "typescript" on the command line.
func New() gen.Emitter { return With(nil) }

// With returns the emitter for catalogs of which some have been lowered already.
func With(programs map[*model.Catalog]*lower.Program) gen.Emitter { return emitter{programs} }

// Name is "typescript".
func (emitter) Name() string { return "typescript" }

// Files are the paths of the catalog's modules, and of the engine.
func (emitter) Files(c *model.Catalog) []string {
	paths := []string{c.Package + "/errors.ts", c.Package + "/mocks.ts"}
	for _, f := range engineFiles() {
		paths = append(paths, f.Path)
	}
	return paths
}

// Emit returns the catalog's module, that of mocks, and the engine, which is the same for all catalogs of
// an output folder.
func (e emitter) Emit(c *model.Catalog, t gen.Target) ([]gen.File, error) {
	program := e.programs[c]
	if program == nil {
		program = lower.Lower(c)
	}
	var out bytes.Buffer
	out.WriteString("// " + gen.Header(t.Catalog) + "\n\n")
	(&module{out: &out, c: c, program: program, names: nameTypes(c)}).write()
	files := []gen.File{{Path: c.Package + "/errors.ts", Content: out.Bytes()}}
	if mocks := mocks(c, program.Table, gen.Header(t.Catalog)); mocks != nil {
		files = append(files, gen.File{Path: c.Package + "/mocks.ts", Content: mocks})
	}
	files = append(files, engineFiles()...)
	if t.TSImports == ImportsTS {
		files = slices.Clone(files)
		for i := range files {
			files[i].Content = relativeImport.ReplaceAll(files[i].Content, []byte("${1}.ts$2"))
		}
	}
	return files, nil
}

// What imports of modules beside one end in: as compilers and bundlers want it, or as it is
// on the disk for what runs TypeScript as it stands.
const (
	ImportsJS = "js"
	ImportsTS = "ts"
)

// relativeImport is the end of an import of a module beside one.
var relativeImport = regexp.MustCompile(`(?m)^((?:import|export) .* from ["']\.[^"']*)\.js(["'];)$`)

// engineFiles are the files of the engine, as they are, below errgen's header.
var engineFiles = sync.OnceValue(func() []gen.File {
	return gen.Shared(templates.TypeScript, "typescript/*.ts", gen.TypeScriptEngineDir, func(string) bool { return false })
})
