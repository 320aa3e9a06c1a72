// Package plugin makes errgenvet a module plugin of golangci-lint, called errgen. Its
// settings are those of the checks: checks (a list of names; all without), strict and
// adhoc-allow.
package plugin

import (
	"fmt"
	"slices"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
)

func init() { register.Plugin("errgen", newPlugin) }

// settings are what .golangci.yml says under settings.custom.errgen.settings.
type settings struct {
	Checks     []string `json:"checks"`
	Strict     bool     `json:"strict"`
	AdHocAllow string   `json:"adhoc-allow"`
}

type plugin struct{ settings }

func newPlugin(conf any) (register.LinterPlugin, error) {
	s, err := register.DecodeSettings[settings](conf)
	if err != nil {
		return nil, err
	}
	return plugin{s}, nil
}

// GetLoadMode says that the checks need types.
func (plugin) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers returns the checks that are asked for. A name of none is an error.
func (p plugin) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	for flag, value := range map[*analysis.Analyzer][2]string{
		checks.Undocumented: {"strict", fmt.Sprint(p.Strict)},
		checks.AdHoc:        {"allow", p.AdHocAllow},
	} {
		if err := flag.Flags.Set(value[0], value[1]); err != nil {
			return nil, err
		}
	}
	if len(p.Checks) == 0 {
		return checks.All, nil
	}
	var all []*analysis.Analyzer
	for _, name := range p.Checks {
		i := slices.IndexFunc(checks.All, func(a *analysis.Analyzer) bool { return a.Name == name })
		if i < 0 {
			return nil, fmt.Errorf("there is no check %q", name)
		}
		all = append(all, checks.All[i])
	}
	return all, nil
}
