package stress

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// patience is far more than the slowest of these catalogs takes.
const patience = 5 * time.Minute

// chain is a catalog of n+1 types, of which the first is a param's: the form says what
// a type holds of the next one, %[1]s.
func chain(n int, form string) string {
	var b strings.Builder
	b.WriteString("errgen: 1\npackage: growth\ntypes:\n")
	for i := range n {
		fmt.Fprintf(&b, "  T%d: %s\n", i, fmt.Sprintf(form, fmt.Sprintf("$ref: T%d", i+1)))
	}
	fmt.Fprintf(&b, "  T%d: {properties: {x: {type: string}}}\n", n)
	b.WriteString("envelopes: {E: {body: {properties: {code: {type: string}, t: {$ref: T0}}}}}\n")
	b.WriteString("errors: {A: {status: 400, code: A}, B: {status: 400, code: B}}\n")
	return b.String()
}

// nest is a catalog of n+1 envelopes, each with two entries: the form says what an
// error of one holds of the next one's.
func nest(n int, form string) string {
	var envelopes, entries strings.Builder
	for i := range n + 1 {
		holds := ""
		if i < n {
			holds = ", " + fmt.Sprintf(form, fmt.Sprintf("errorOf: E%d", i+1))
		}
		fmt.Fprintf(&envelopes, "  E%d: {body: {properties: {code: {type: string}%s}}}\n", i, holds)
		fmt.Fprintf(&entries, "  A%[1]d: {envelope: E%[1]d, status: 400, code: A%[1]d}\n  B%[1]d: {envelope: E%[1]d, status: 400, code: B%[1]d}\n", i)
	}
	return "errgen: 1\npackage: growth\nenvelopes:\n" + envelopes.String() + "errors:\n" + entries.String()
}

// wide is a catalog with two entries: their envelope has n members of a form, and a type
// T and an error of the envelope P have m of another.
func wide(n, m int, form, of string) string {
	held := strings.Join(each(m, of), ", ")
	return "errgen: 1\npackage: growth\ntypes: {T: {properties: {" + held + "}}}\n" +
		"envelopes: {P: {part: true, body: {properties: {code: {type: string}, " + held + "}}}, E: {body: {properties: {code: {type: string}, " + strings.Join(each(n, form), ", ") + "}}}}\n" +
		"errors: {A: {envelope: E, status: 400, code: A}, B: {envelope: P, code: B}}\n"
}

// ring is a catalog with a type, an envelope and what each holds of itself.
func ring(ofType, ofError string) string {
	return "errgen: 1\npackage: growth\ntypes: {T: {properties: {x: {type: string}, " + ofType + "}}}\n" +
		"envelopes: {E: {body: {properties: {code: {type: string}, t: {$ref: T}, " + ofError + "}}}}\n" +
		"errors: {A: {status: 400, code: A}, B: {status: 400, code: B}}\n"
}

// resolveGrowth resolves a catalog in reasonable time.
func resolveGrowth(t *testing.T, text string) (*model.Catalog, *diag.List) {
	t.Helper()
	list := &diag.List{}
	c := within(t, func() *model.Catalog { return resolveFile("growth.yaml", []byte(text), list) })
	return c, list
}

func within[T any](t *testing.T, f func() T) T {
	t.Helper()
	done := make(chan T, 1)
	go func() { done <- f() }()
	select {
	case v := <-done:
		return v
	case <-time.After(patience):
		t.Fatalf("not done after %s", patience)
		panic("unreachable")
	}
}

// TestGrowth: what is generated grows as its catalog does, also where each part of it
// may hold the next one, or itself, twice.
func TestGrowth(t *testing.T) {
	t.Parallel()
	const small, most = 12, 700_000
	for name, catalog := range map[string]func(n int) string{
		"optional members": func(n int) string {
			return chain(n, "{properties: {a: {%[1]s, optional: true}, b: {%[1]s, optional: true}}}")
		},
		"nullable members": func(n int) string {
			return chain(n, "{properties: {a: {%[1]s, type: 'null'}, b: {%[1]s, type: 'null'}}}")
		},
		"lists": func(n int) string {
			return chain(n, "{properties: {a: {type: array, items: {%[1]s}}, b: {type: array, items: {%[1]s}}}}")
		},
		"maps": func(n int) string {
			return chain(n, "{properties: {a: {additionalProperties: {%[1]s}}, b: {additionalProperties: {%[1]s}}}}")
		},
		"alternatives": func(n int) string {
			return chain(n, "{oneOf: [{properties: {a: {%[1]s}, b: {%[1]s}}}, {type: string}]}")
		},
		"optional errors": func(n int) string { return nest(n, "a: {%[1]s, optional: true}, b: {%[1]s, optional: true}") },
		"nullable errors": func(n int) string {
			return nest(n, "a: {oneOf: [{%[1]s}, {type: 'null'}]}, b: {oneOf: [{%[1]s}, {type: 'null'}]}")
		},
		"lists of errors": func(n int) string {
			return nest(n, "a: {type: array, items: {%[1]s}}, b: {type: array, items: {%[1]s}}")
		},
		"within themselves": func(int) string {
			return ring("a: {$ref: T, optional: true}, b: {type: array, items: {$ref: T}}", "c: {errorOf: E, optional: true}, d: {type: array, items: {errorOf: E}}")
		},
		"null or themselves": func(int) string {
			return ring("a: {$ref: T, type: 'null'}, b: {$ref: T, type: 'null'}", "c: {oneOf: [{errorOf: E}, {type: 'null'}]}, d: {oneOf: [{errorOf: E}, {type: 'null'}]}")
		},
		"one entry that ends": func(int) string {
			return strings.Replace(ring("a: {type: string}", "c: {errorOf: E, optional: true}"), "code: A}", "code: A, params: {c: {optional: false}}}", 1)
		},
		"wide":        func(n int) string { return wide(n, 1000/(2*small)-1, "a%d: {$ref: T}", "x%d: {type: string}") },
		"wide errors": func(n int) string { return wide(n, 1000/(2*small)-3, "a%d: {errorOf: P}", "x%d: {type: string}") },
		"many in one": func(n int) string {
			return nest(3, strings.Join(each(4*n, "a%d: {type: array, items: {%%[1]s}}"), ", "))
		},
	} {
		t.Run(name, func(t *testing.T) {
			sizes := map[int]int{}
			for _, n := range []int{small, 2 * small} {
				c, list := resolveGrowth(t, catalog(n))
				if c == nil {
					t.Fatalf("n = %d:\n%s", n, printed(list))
				}
				for _, ty := range c.Types {
					if fields := goFields(ty); fields > 1000 {
						t.Errorf("%s has %d fields", ty.GoName, fields)
					}
				}
				for _, f := range within(t, func() []gen.File { return generated(t, c) }) {
					if path.Dir(f.Path) != gen.EngineDir { // the same for all
						sizes[n] += len(f.Content)
					}
				}
			}
			if sizes[2*small] > 3*sizes[small] || sizes[2*small] > most {
				t.Errorf("%d bytes of %d parts, %d of %d", sizes[small], small, sizes[2*small], 2*small)
			}
		})
	}
}

// generated are the files of a catalog.
func generated(t *testing.T, c *model.Catalog) []gen.File {
	files, err := gen.Emit([]gen.Job{{Catalog: c, Target: gen.Target{Catalog: c.File, ImportPath: "growth/" + c.Package}}}, emitters())
	if err != nil {
		t.Error(err)
	}
	return files
}

func each(n int, format string) []string {
	all := make([]string, n)
	for i := range all {
		all[i] = fmt.Sprintf(format, i)
	}
	return all
}

// goFields is the number of fields that a value of a Go type has.
func goFields(t *model.Type) int {
	n := 1
	for _, p := range t.Schema.Properties {
		n += goValues(p.Go)
	}
	for _, a := range t.Alternatives {
		n += goValues(a.Go)
	}
	return n
}

func goValues(t model.GoType) int {
	if t.Kind != model.GoNamed || t.Pointers > 0 || t.Named.Schema.Kind != model.ObjectKind {
		return 1
	}
	return goFields(t.Named)
}

// TestGrowthOfWork: 32 times as much takes less than 300 times as long, where quadratic
// work would take about 1,000 times as long.
func TestGrowthOfWork(t *testing.T) {
	const few, many, most = 1000, 32_000, 300
	const head = "errgen: 1\npackage: growth\nenvelopes: {E: {body: {properties: {code: {type: string}%s}}}}\nerrors: {A: {status: 400, code: A, description: \"%s\"}}\ntypes: {T: {%s}}\n"
	for name, catalog := range map[string]func(n int) string{
		"enum": func(n int) string {
			return fmt.Sprintf(head, ", t: {enum: ["+strings.Join(each(n, "v%d"), ", ")+"]}", "", "type: string")
		},
		"constants": func(n int) string {
			return fmt.Sprintf(head, ", t: {$ref: T}", "", "enum: ["+strings.Join(each(n, "v%d"), ", ")+"]")
		},
		"lines": func(n int) string { return fmt.Sprintf(head, "", strings.Join(each(n, "l%d"), "\\n"), "type: string") },
		"paragraphs": func(n int) string {
			return fmt.Sprintf(head, "", strings.Join(each(n, "l%d"), "\\n\\n"), "type: string")
		},
	} {
		least := workOf(t, name, catalog(few))
		took := workOf(t, name, catalog(many))
		for range 2 { // what else the machine does is no growth
			if took > most*least {
				took = min(took, workOf(t, name, catalog(many)))
			}
		}
		if took > most*least {
			t.Errorf("%s: %s for %d, %s for %d", name, least, few, took, many)
		}
	}
}

// workOf is how long it takes to generate from a catalog.
func workOf(t *testing.T, name, catalog string) time.Duration {
	t.Helper()
	began := time.Now()
	c, list := resolveGrowth(t, catalog)
	if c == nil {
		t.Fatalf("%s:\n%.2000s", name, printed(list))
	}
	generated(t, c)
	return time.Since(began)
}

// TestGrowthIsFound: where each part must hold the next one, or itself, several
// times, that is a finding: one, whatever else it makes too large.
func TestGrowthIsFound(t *testing.T) {
	const n = 60
	for name, tt := range map[string]struct {
		catalog string
		code    diag.Code
		at      int // line
	}{
		"members":                     {chain(n, "{properties: {a: {%[1]s}, b: {%[1]s}}}"), diag.ValueTooLarge, 55},
		"members of members":          {chain(n, "{properties: {in: {properties: {a: {%[1]s}, b: {%[1]s}}}}}"), diag.ValueTooLarge, 56},
		"items":                       {chain(n, "{type: array, minItems: 2, items: {%[1]s}}"), diag.ValueTooLarge, 55},
		"items of a param":            {chain(0, "") + "defaults: {params: {p: {type: array, minItems: 40, items: {type: array, minItems: 40, items: {type: integer}}, private: true}}}\n", diag.ValueTooLarge, 7},
		"items of a leaf":             {ring("a: {type: string}", "c: {type: array, minItems: 1001, items: {type: integer}}"), diag.ValueTooLarge, 4},
		"depth":                       {chain(n, "{properties: {a: {%[1]s}}}"), diag.ValueTooLarge, 33},
		"errors":                      {nest(26, "a: {%[1]s}, b: {%[1]s}"), diag.ValueTooLarge, 22},
		"one error at two places":     {nest(26, "a: {%[1]s, field: c}, b: {%[1]s, field: c}"), diag.ValueTooLarge, 22},
		"items that are errors":       {nest(26, "a: {type: array, minItems: 2, items: {%[1]s}}"), diag.ValueTooLarge, 22},
		"params together":             {wide(40, 40, "a%d: {$ref: T}", "x%d: {type: string}"), diag.ValueTooLarge, 5},
		"errors together":             {wide(40, 40, "a%d: {errorOf: P}", "x%d: {type: string}"), diag.ValueTooLarge, 5},
		"depth of errors":             {nest(60, "a: {%[1]s}"), diag.ValueTooLarge, 33},
		"a type in itself":            {ring("a: {type: array, minItems: 1, items: {$ref: T}}", "c: {type: string}"), diag.RecursiveType, 3},
		"an error in itself":          {ring("a: {type: string}", "c: {errorOf: E}"), diag.RecursiveEnvelope, 4},
		"no entry that ends":          {ring("a: {type: string}", "c: {errorOf: E, optional: true}") + "defaults: {params: {c: {optional: false}}}\n", diag.RecursiveEnvelope, 4},
		"an envelope without entries": {strings.Replace(nest(1, "a: {errorOf: Rings, description: '%[1]s'}"), "envelopes:", "envelopes:\n  Rings: {part: true, body: {properties: {code: {type: string}, r: {errorOf: Rings}, s: {errorOf: Rings}}}}", 1), diag.BadErrorOf, 4},
		"errors in themselves":        {ring("a: {type: string}", "c: {type: array, minItems: 1, items: {errorOf: E}}"), diag.RecursiveEnvelope, 4},
	} {
		t.Run(name, func(t *testing.T) {
			c, list := resolveGrowth(t, tt.catalog)
			if found := list.Sorted(); c != nil || len(found) != 1 || found[0].Code != tt.code || found[0].Pos.Line != tt.at {
				t.Errorf("want %s in line %d:\n%s", tt.code, tt.at, printed(list))
			}
		})
	}
}
