package config

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

// target is a target as it holds: what it does not say is said by the file, nil if it
// is the file, or else is what errgen has by itself.
func (r *reader) target(t, file *target) Target {
	if file == nil {
		file = &target{}
	}
	var made Target
	for _, p := range t.paths {
		made.Paths = append(made.Paths, r.resolve(p))
	}
	if !t.Has("paths") {
		made.Paths = []string{r.relative(filepath.Join(r.folder, defaultPath))}
	} else if len(t.paths) == 0 && !t.IsBroken("paths") {
		r.list.Report(t.At("paths"), diag.WrongType, "`paths` is empty", "name a catalog or a folder of them")
	}
	made.Out = r.relative(filepath.Join(r.folder, defaultOut))
	if t.out.Given() {
		made.Out = r.resolve(t.out)
	}
	emit := t.emit
	if !t.Has("emit") {
		emit = file.emit
	} else if len(emit) == 0 && !t.IsBroken("emit") {
		r.list.Report(t.At("emit"), diag.WrongType, "`emit` is empty", "say what to make: "+strings.Join(r.known.Emitters, ", "))
	}
	for _, e := range emit {
		made.Emit = append(made.Emit, e.S)
	}
	made.OpenAPI = t.openapi.Or(file.openapi.S)
	made.Audience = t.audience.Or(file.audience.S)
	made.TSImports = t.tsImports.Or(file.tsImports.S)
	made.GoImport = t.goImport.S
	made.Options = r.known.Options(cmp.Or(t.options, file.options), &diag.Reporter{List: r.list})
	r.checkWords(t)
	return made
}

// checkWords reports words of a target that there are not.
func (r *reader) checkWords(t *target) {
	for _, e := range t.emit {
		r.oneOf("emitter", e, r.known.Emitters, "there is "+strings.Join(r.known.Emitters, ", "))
	}
	r.oneOf("version of OpenAPI", t.openapi, r.known.Versions, "there is "+strings.Join(r.known.Versions, " and "))
	r.oneOf("audience", t.audience, r.known.Audiences, "there is "+strings.Join(r.known.Audiences, " and "))
	r.oneOf("ending of imports", t.tsImports, r.known.TSImports, "there is "+strings.Join(r.known.TSImports, " and "))
	if !t.goImport.Given() {
		return
	}
	if err := r.known.CheckImport(t.goImport.S); err != nil {
		r.list.Report(t.goImport.Pos, diag.InvalidName, diag.Quote(t.goImport.S)+" is no import path: "+err.Error(), "write the import path of the output folder")
	}
}

// checkTargets reports what the file says of all targets that can be of one alone, and
// two that write to one folder.
func (r *reader) checkTargets(f *file) {
	if !f.Has("targets") {
		return
	}
	r.checkWords(&f.target)
	for _, key := range []string{"paths", "out", "go-import"} {
		if f.Has(key) {
			r.list.Report(f.At(key), diag.MisplacedKey, "`"+key+"` beside `targets`", "move it into the target that it is for",
				diag.Related{Pos: f.At("targets"), Message: "the targets"})
		}
	}
	if len(f.targets) == 0 && !f.IsBroken("targets") {
		r.list.Report(f.At("targets"), diag.WrongType, "`targets` is empty", "write {paths: [...], out: ...} for each, or leave the key out")
	}
	first := map[string]*target{}
	for _, t := range f.targets {
		if t.IsBroken() {
			continue
		}
		for _, key := range []string{"paths", "out"} {
			if !t.Has(key) {
				r.list.Report(t.Pos, diag.MissingKey, "a target without `"+key+"`", "add `"+key+"`")
			}
		}
		out := filepath.Clean(t.out.S)
		if other := first[out]; other != nil && t.out.Given() {
			r.list.Report(t.out.Pos, diag.DuplicateName, "two targets write to "+diag.Quote(t.out.S), "make them one, with the paths of both",
				diag.Related{Pos: other.out.Pos, Message: "the other one"})
			continue
		}
		first[out] = t
	}
}

// lint is what is said of "errgen lint".
func (r *reader) lint(x *lint) Lint {
	if x == nil {
		return Lint{}
	}
	for _, g := range x.off {
		r.oneOf("group of rules", g, r.known.LintGroups, "there is "+strings.Join(r.known.LintGroups, ", "))
	}
	if x.rules.Given() && x.rules.N > int64(r.known.LintVersion) {
		r.list.Report(x.rules.Pos, diag.UnknownVersion, "this errgen does not know that version of the rules", "write a version that it knows, or use a newer errgen")
	}
	return Lint{Rules: int(x.rules.N), Levels: r.levels(x.levels, r.known.LintRules), Off: plain(x.off), Fail: x.fail.S}
}

// breaking is what is said of "errgen breaking".
func (r *reader) breaking(b *breaking) Breaking {
	if b == nil {
		return Breaking{}
	}
	against := b.against.S
	if strings.HasPrefix(against, "./") || strings.HasPrefix(against, "../") {
		against = r.resolve(b.against)
		if filepath.IsLocal(against) {
			against = "./" + against
		}
	} else if b.against.Given() && against == "" {
		r.list.Report(b.against.Pos, diag.WrongType, "`against` is empty", "write a git revision, REV:PATH, or ./ with a folder or file")
	}
	policy := model.Policy{Codes: b.Codes.S, Texts: b.Texts.S, Removal: b.Removal.S, Unstable: plain(b.Unstable)}
	var accept []Acceptance
	for _, a := range b.accept {
		r.oneOf("rule", a.Rule, r.known.BreakingRules, "run 'errgen explain' for the list")
		accept = append(accept, Acceptance{model.Acceptance{Rule: a.Rule.S, Of: a.Of.S, Because: a.Because.S, Until: a.Until.S, Version: a.Version.S}, a.Pos})
	}
	return Breaking{Policy: policy, Against: against, Levels: r.levels(b.levels, r.known.BreakingRules), Fail: b.fail.S, Accept: accept}
}

// levels are the levels of rules.
func (r *reader) levels(pairs []load.Pair, rules []string) map[string]string {
	all := map[string]string{}
	for _, p := range pairs {
		if r.oneOf("rule", p.Name, rules, "run 'errgen explain' for the list") && p.Value.Given() {
			all[p.Name.S] = p.Value.S
		}
	}
	return all
}

// plain are texts without their places.
func plain(texts []load.Text) []string {
	var all []string
	for _, t := range texts {
		all = append(all, t.S)
	}
	return slices.Clip(all)
}
