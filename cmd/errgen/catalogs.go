package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/breaking"
	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/asyncapi"
	"github.com/seed-1b9d9f04/errgen/internal/gen/docs"
	"github.com/seed-1b9d9f04/errgen/internal/gen/golang"
	"github.com/seed-1b9d9f04/errgen/internal/gen/messages"
	"github.com/seed-1b9d9f04/errgen/internal/gen/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/gen/site"
	"github.com/seed-1b9d9f04/errgen/internal/gen/typescript"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/proof"
	"github.com/seed-1b9d9f04/errgen/internal/model/resolve"
)

// emitters are all there are, in the order in which help texts name them.
func emitters() []gen.Emitter {
	return []gen.Emitter{golang.New(), openapi.New(), docs.New(), asyncapi.New(), openapi.Overlay(openapi.Options{}), messages.New(), site.New(), typescript.New()}
}

// onRequest are the emitters that run only if they are named.
var onRequest = []string{"asyncapi", "overlay", "messages", "site", "typescript"}

// readCatalogs reads, resolves and proves the catalogs at paths, in the order of
// their files, with the engine's table of each. If there are findings, the
// catalogs are not to be used. Files that were passed over are named.
func (a *app) readCatalogs(paths []string) ([]*model.Catalog, map[*model.Catalog]*lower.Program, []diag.Diagnostic) {
	var catalogs []*model.Catalog
	programs := map[*model.Catalog]*lower.Program{}
	files, read := a.readFiles(paths)
	for _, s := range read.sides(files) {
		catalogs = append(catalogs, s.Catalog)
		programs[s.Catalog] = s.Program.Lowered()
	}
	return catalogs, programs, read.findings
}

// reading is what is found on the way from files to catalogs.
type reading struct {
	list     diag.List
	findings []diag.Diagnostic // of all, once sides has been called
	doing    func(what string) // is told what is being done; nil: nobody is
}

// readFiles reads the files of catalogs at paths. Those that were passed over are named.
func (a *app) readFiles(paths []string) ([]*load.File, *reading) {
	read := &reading{doing: a.doing}
	a.doing("reading " + strings.Join(paths, ", "))
	files, passed := load.Paths(paths, &read.list)
	a.sayPassed(passed)
	return files, read
}

// sides resolves and proves the catalogs of files.
func (r *reading) sides(files []*load.File) []breaking.Side {
	var sides []breaking.Side
	for _, f := range files {
		if r.doing != nil {
			r.doing("checking " + f.Path)
		}
		if c, program := proof.Catalog(resolve.Catalog(f, &r.list), f, &r.list); c != nil {
			sides = append(sides, breaking.Side{Catalog: c, Program: program})
		}
	}
	r.findings = r.list.Sorted()
	return sides
}

// sayPassed says in one line which files of the folders given are no catalogs.
func (a *app) sayPassed(files []string) {
	const most = 3
	files = slices.DeleteFunc(files, isConfig)
	if len(files) == 0 {
		return
	}
	names := strings.Join(files[:min(most, len(files))], ", ")
	if len(files) > most {
		names += fmt.Sprintf(" and %d more", len(files)-most)
	}
	a.say("passed over, without the key `errgen`: " + names)
}
