package plugin

import (
	"testing"

	"github.com/golangci/plugin-module-register/register"

	"github.com/seed-1b9d9f04/errgen/cmd/errgenvet/internal/checks"
)

// TestPlugin: what golangci-lint asks for, and gets.
func TestPlugin(t *testing.T) {
	for _, tt := range []struct {
		name  string
		conf  any
		count int // -1: an error
	}{
		{"no settings", nil, len(checks.All)},
		{"some checks", map[string]any{"checks": []any{"leak", "swapped"}}, 2},
		{"a check that there is not", map[string]any{"checks": []any{"leaks"}}, -1},
		{"a setting that there is not", map[string]any{"check": []any{"leak"}}, -1},
		{"an allow-list", map[string]any{"adhoc-allow": "^Health"}, len(checks.All)},
	} {
		count := -1
		if p, err := newPlugin(tt.conf); err == nil {
			if p.GetLoadMode() != register.LoadModeTypesInfo {
				t.Errorf("%s: load mode %s", tt.name, p.GetLoadMode())
			}
			if all, err := p.BuildAnalyzers(); err == nil {
				count = len(all)
			}
		}
		if count != tt.count {
			t.Errorf("%s: %d checks, want %d", tt.name, count, tt.count)
		}
	}
	if err := checks.AdHoc.Flags.Set("allow", ""); err != nil {
		t.Fatal(err)
	}
}
