package stress

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// mutantsInModule is how many packages of mutants one module has at most.
const mutantsInModule = 100

// TestCompiledMutants compiles and vets the packages of some mutants that are accepted,
// and of the largest errors that there may be, and runs their examples. A package is named for the seed of its mutant: see
// TestMutants. ERRGEN_MUTANT is the seed of the first mutant, ERRGEN_COMPILED says how
// many there are; where it is given, the packages are held to the laws as well, as
// TestGenerated does those of the repository's catalogs. Not all of them pass that.
func TestCompiledMutants(t *testing.T) {
	if os.Getenv("ERRGEN_LONG")+os.Getenv("ERRGEN_MUTATIONS")+os.Getenv("ERRGEN_COMPILED") == "" {
		t.Skip("compiles many packages; ERRGEN_COMPILED=24")
	}
	t.Parallel()
	left := fromEnv(t, "ERRGEN_COMPILED", draws(24))
	seed := uint64(fromEnv(t, "ERRGEN_MUTANT", 1))
	j := newJudge(t)
	var all []*model.Catalog
	if os.Getenv("ERRGEN_COMPILED") == "" { // one of the laws is how much is printed, of less
		all = largest(t)
	}
	for ; left > 0; all = nil {
		for mutants := 0; mutants < min(left, mutantsInModule); seed++ {
			m, ok, err := j.mutant(t, seed)
			if err != nil {
				t.Fatalf("ERRGEN_MUTANT=%d: %v", seed, err)
			}
			if c := m.named(fmt.Sprintf("mutant%d", seed)); ok && c != nil && len(c.Entries) > 0 && c.Sides == model.BothSides {
				all = append(all, c)
				mutants++
			}
		}
		left -= min(left, mutantsInModule)
		runMutants(t, all)
	}
}

// largest are catalogs with as much in an error as it may have.
func largest(t *testing.T) []*model.Catalog {
	t.Helper()
	var all []*model.Catalog
	for name, text := range map[string]string{
		"doubled": chain(7, "{properties: {a: {%[1]s}, b: {%[1]s}}}"),
		"wide":    wide(30, 30, "a%d: {$ref: T}", "x%d: {type: string}"),
		"errors":  wide(30, 29, "a%d: {errorOf: P}", "x%d: {type: string}"),
		"members": wide(990, 1, "a%d: {type: string}", "x%d: {type: string}"),
	} {
		c, list := resolveGrowth(t, strings.Replace(text, "package: growth", "package: largest"+name, 1))
		if c == nil {
			t.Fatalf("%s:\n%s", name, printed(list))
		}
		all = append(all, c)
	}
	return all
}

// named resolves the mutant as a catalog of a package of its own.
func (m mutant) named(pkg string) *model.Catalog {
	m.tree = clone(m.tree)
	drop(m.tree, "package")
	m.tree.Content = append(m.tree.Content[:2:2], append([]*yaml.Node{
		{Kind: yaml.ScalarNode, Value: "package"}, {Kind: yaml.ScalarNode, Value: pkg},
	}, m.tree.Content[2:]...)...)
	c, _ := m.resolve()
	return c
}

// runMutants compiles, vets and runs the packages of mutants, in one module.
func runMutants(t *testing.T, all []*model.Catalog) {
	m := testmodule.New(t, decodecases.Module, "1.26")
	writeDriver(t, m, all)
	var tasks []task
	for _, c := range all {
		tasks = append(tasks, taskOf(t, c, 2))
		cases := tasks[len(tasks)-1].Cases
		for i := range cases {
			// An open text or code that is another entry's: see bench.checkDecoded.
			cases[i].Wild = cases[i].Wild || cases[i].WantEntry != cases[i].Entry
		}
	}
	data, err := json.Marshal(tasks)
	if err != nil {
		t.Fatal(err)
	}
	m.Write("cases.json", string(data))
	m.Go("vet", "./...")
	if os.Getenv("ERRGEN_COMPILED") != "" {
		m.Go("run", "./driver", "cases.json")
	}
	m.Go("test", "-vet=off", "./examples")
}
