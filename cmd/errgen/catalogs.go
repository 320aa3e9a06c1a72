package main

import (
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// emitters are all there are, in the order in which help texts name them.
func emitters() []gen.Emitter { return []gen.Emitter{golang.New(), openapi.New(), docs.New()} }

// catalogs are those of a run, in the order of their files, and what the engine
// makes of each.
type catalogs struct {
	all      []*model.Catalog
	programs map[*model.Catalog]*replay.Program
}

// readCatalogs reads, resolves and proves the catalogs at paths. If there are
// findings, the catalogs are not to be used.
func readCatalogs(paths []string) (catalogs, []diag.Diagnostic) {
	var l diag.List
	read := catalogs{programs: map[*model.Catalog]*replay.Program{}}
	for _, f := range load.Paths(paths, &l) {
		if c, program := proof.Catalog(resolve.Catalog(f, &l), f, &l); c != nil {
			read.all = append(read.all, c)
			read.programs[c] = program
		}
	}
	return read, l.Sorted()
}
