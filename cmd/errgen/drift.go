package main

import (
	"slices"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// driftRules are the rules of what check finds of a file that the catalogs make.
var driftRules = map[gen.Drift]string{
	gen.Differs: "output-differs", gen.LineEnds: "output-line-ends", gen.Missing: "output-missing", gen.Stale: "output-stale",
}

const (
	outputForeign = "output-foreign"
	outputUnmade  = "output-unmade"

	documentUnmerged = "document-unmerged"
)

// drift is a rule of check.
type drift struct{ rule, message, remedy, cause string }

// drifts are the rules of check: what is wrong with a file, what to do, and what
// "errgen explain" says.
var drifts = []drift{
	{
		"output-differs", "the file is not what the catalogs make", "run errgen generate",
		"A catalog was changed and its output not made anew, a generated file was edited, or another version of errgen made it. What is built and what is documented are then not the same.",
	},
	{
		"output-line-ends", "the file has other line ends than errgen writes", "say in .gitattributes that a checkout may not change them: text eol=lf",
		"A checkout has changed LF to CR LF, which git does where core.autocrlf is set. The file is the same besides.",
	},
	{
		"output-missing", "the catalogs make a file that is not there", "run errgen generate",
		"A catalog or an emitter is new, or the file was removed or never committed.",
	},
	{
		"output-stale", "the catalogs do not make the file any more", "run errgen generate, which removes it",
		"A file with errgen's header is in the output folder, and no catalog makes it: an entry, a catalog or an emitter is gone.",
	},
	{
		layoutDiffers, "the catalog is not in its canonical layout", "run errgen fmt",
		"Keys are in another order, or quotes, indentation or blank lines are others than errgen fmt writes. It means the same.",
	},
	{
		documentUnmerged, "the document does not refer to the responses of its operations", "run errgen openapi merge",
		"The errors of an operation have changed in the catalog, or the responses in the document.",
	},
	{
		outputForeign, "a file that errgen did not make is where the catalogs make one", "move or remove it",
		"The file has no errgen header, so that errgen generate refuses to overwrite it.",
	},
	{
		outputUnmade, "the file is part of a generated package, and errgen did not make it", "move it to another package",
		"With --strict, generated packages hold nothing else: what stands beside generated code is not checked by anybody who takes the folder for generated.",
	},
}

// drifted are files that have drifted as findings, those of the engine as one of each
// rule.
func drifted(diffs []gen.Diff) []report.Finding {
	var all []report.Finding
	for _, d := range diffs {
		rule := driftRules[d.Drift]
		if d.Foreign {
			rule = outputForeign
		}
		f := inOutput(rule, shownOnce(d.Path))
		if !slices.ContainsFunc(all, func(other report.Finding) bool { return other.Rule == f.Rule && other.Pos == f.Pos }) {
			all = append(all, f)
		}
	}
	return all
}

// notMade is a file of a generated package that errgen did not make, as a finding.
func notMade(name string) report.Finding { return inOutput(outputUnmade, name) }

// inOutput is a finding about a file of the output folder.
func inOutput(rule, name string) report.Finding {
	i := slices.IndexFunc(drifts, func(d drift) bool { return d.rule == rule })
	return report.Finding{
		Rule: rule, Level: report.Error, Category: "output", Pos: diag.Pos{File: name},
		Message: drifts[i].message, Remedy: drifts[i].remedy,
	}
}
