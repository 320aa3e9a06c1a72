package main

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// emitters are all there are, in the order in which help texts name them.
func emitters() []gen.Emitter { return []gen.Emitter{golang.New(), openapi.New(), docs.New()} }

// readCatalogs reads, resolves and proves the catalogs at paths, in the order of
// their files, with the engine's table of each. If there are findings, the
// catalogs are not to be used. Files that were passed over are named.
func (a *app) readCatalogs(paths []string) ([]*model.Catalog, map[*model.Catalog]*lower.Program, []diag.Diagnostic) {
	var l diag.List
	var catalogs []*model.Catalog
	programs := map[*model.Catalog]*lower.Program{}
	files, passed := load.Paths(paths, &l)
	a.sayPassed(passed)
	for _, f := range files {
		if c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil {
			catalogs = append(catalogs, c)
			programs[c] = program.Lowered()
		}
	}
	return catalogs, programs, l.Sorted()
}

// sayPassed says in one line which files of the folders given are no catalogs.
func (a *app) sayPassed(files []string) {
	const most = 3
	if len(files) == 0 {
		return
	}
	names := strings.Join(files[:min(most, len(files))], ", ")
	if len(files) > most {
		names += fmt.Sprintf(" and %d more", len(files)-most)
	}
	a.say("passed over, without the key `errgen`: " + names)
}
