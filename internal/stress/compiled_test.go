package stress

import (
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/testmodule"
)

// mutantsInModule is how many packages of mutants one module has at most.
const mutantsInModule = 100

// TestCompiledMutants compiles and vets the packages of some mutants that are accepted,
// and runs their examples. A package is named for the seed of its mutant: see
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
	for left > 0 {
		var all []*model.Catalog
		for ; len(all) < min(left, mutantsInModule); seed++ {
			m, ok, err := j.mutant(t, seed)
			if err != nil {
				t.Fatalf("ERRGEN_MUTANT=%d: %v", seed, err)
			}
			if c := m.named(fmt.Sprintf("mutant%d", seed)); ok && c != nil && len(c.Entries) > 0 && c.Sides == model.BothSides {
				all = append(all, c)
			}
		}
		left -= len(all)
		runMutants(t, all)
	}
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
