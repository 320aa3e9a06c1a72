package config

import "github.com/seed-1b9d9f04/errgen/internal/model/load"

// file is a configuration as it is written.
type file struct {
	target
	targets  []*target
	lint     *lint
	breaking *breaking
	check    *check
}

// target is a member of "targets", or the file itself where there are none.
type target struct {
	load.Node
	paths, emit            []load.Text
	out, openapi, goImport load.Text
	audience, tsImports    load.Text
	options                *load.OpenAPI
}

// lint is the object "lint".
type lint struct {
	load.Node
	rules  load.Int
	levels []load.Pair
	off    []load.Text
	fail   load.Text
}

// breaking is the object "breaking".
type breaking struct {
	load.Node
	load.Policy
	against, fail load.Text
	levels        []load.Pair
	accept        []*load.Acceptance
}

// check is the object "openapi-check".
type check struct {
	load.Node
	levels []load.Pair
	fail   load.Text
}

// The words of levels.
var (
	levelWords = []string{"error", "warning", "info", "off"}
	failWords  = []string{"error", "warning", "info", "none"}
)

var fileForm = load.NewForm("the configuration", func(f *file) *load.Node { return &f.Node },
	map[string]string{"errgen": "this file is the configuration of errgen: give a catalog another name"},
	append(targetKeys(func(f *file) *target { return &f.target }),
		load.FormsKey("targets", targetForm, func(f *file) *[]*target { return &f.targets }),
		load.FormKey("lint", lintForm, func(f *file) **lint { return &f.lint }),
		load.FormKey("breaking", breakingForm, func(f *file) **breaking { return &f.breaking }),
		load.FormKey("openapi-check", checkForm, func(f *file) **check { return &f.check }),
	)...)

var targetForm = load.NewForm("a target", func(t *target) *load.Node { return &t.Node }, nil,
	targetKeys(func(t *target) *target { return t })...)

// targetKeys are the keys of a target, which are the flags of "errgen generate".
func targetKeys[T any](of func(*T) *target) []load.Key[T] {
	return []load.Key[T]{
		load.TextsKey("paths", func(t *T) *[]load.Text { return &of(t).paths }),
		load.TextKey("out", func(t *T) *load.Text { return &of(t).out }),
		load.TextsKey("emit", func(t *T) *[]load.Text { return &of(t).emit }),
		load.TextKey("openapi", func(t *T) *load.Text { return &of(t).openapi }),
		load.TextKey("audience", func(t *T) *load.Text { return &of(t).audience }),
		load.FormKey("openapi-options", optionsForm, func(t *T) **load.OpenAPI { return &of(t).options }),
		load.TextKey("ts-imports", func(t *T) *load.Text { return &of(t).tsImports }),
		load.TextKey("go-import", func(t *T) *load.Text { return &of(t).goImport }),
	}
}

var optionsForm = load.OpenAPIForm("`openapi-options`")

var checkForm = load.NewForm("`openapi-check`", func(c *check) *load.Node { return &c.Node }, nil,
	load.WordsKey("levels", "of rules to levels", levelRemedy, func(c *check) *[]load.Pair { return &c.levels }, levelWords...),
	load.WordKey("fail", failRemedy, func(c *check) *load.Text { return &c.fail }, failWords...),
)

var lintForm = load.NewForm("`lint`", func(x *lint) *load.Node { return &x.Node }, nil,
	load.IntegerKey("rules", 1, func(x *lint) *load.Int { return &x.rules }),
	load.WordsKey("levels", "of rules to levels", levelRemedy, func(x *lint) *[]load.Pair { return &x.levels }, levelWords...),
	load.TextsKey("off", func(x *lint) *[]load.Text { return &x.off }),
	load.WordKey("fail", failRemedy, func(x *lint) *load.Text { return &x.fail }, failWords...),
)

var breakingForm = load.NewForm("`breaking`", func(b *breaking) *load.Node { return &b.Node }, nil, append([]load.Key[breaking]{
	load.TextKey("against", func(b *breaking) *load.Text { return &b.against }),
	load.WordsKey("levels", "of rules to levels", levelRemedy, func(b *breaking) *[]load.Pair { return &b.levels }, levelWords...),
	load.WordKey("fail", failRemedy, func(b *breaking) *load.Text { return &b.fail }, failWords...),
	load.AcceptKey(func(b *breaking) *[]*load.Acceptance { return &b.accept }),
}, load.PolicyKeys(func(b *breaking) *load.Policy { return &b.Policy })...)...)

const (
	levelRemedy = "write error, warning or info, or off for a rule that is not to be reported"
	failRemedy  = "write the level from which on the exit status is 1, or none"
)

// Objects returns the keys that each kind of object of the configuration may have, by
// what messages call it. The manual and the JSON Schema are held to it.
func Objects() map[string][]string {
	return map[string][]string{
		"the configuration": fileForm.Names(),
		"a target":          targetForm.Names(),
		"`lint`":            lintForm.Names(),
		"`breaking`":        breakingForm.Names(),
		"`openapi-check`":   checkForm.Names(),
		"`openapi-options`": optionsForm.Names(),
	}
}
