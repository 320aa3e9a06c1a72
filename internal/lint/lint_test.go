package lint

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// head is the beginning of a catalog that keeps all rules.
const head = `errgen: 1
package: shop
include: [lib.yaml]
envelopes:
  Problem: {body: {properties: {code: {type: string}, message: {type: string}, request: {type: string, exchange: true}}}}
fallback: Internal
`

// files makes a catalog that includes lib.yaml.
func files(t *testing.T, catalog, lib string) Input {
	t.Helper()
	return inputOf(t, "shop.yaml", head+catalog, func(name string) ([]byte, error) {
		if name != "lib.yaml" {
			return nil, errors.New("no such file")
		}
		return []byte(lib), nil
	})
}

// said are the findings of catalogs, each as "rule subject", joined.
func said(inputs []Input, o Options) string {
	var all []string
	for _, f := range Check(inputs, o) {
		all = append(all, f.Rule+" "+f.Subject)
	}
	return strings.Join(all, "; ")
}

const noTypes = "errgen: 1\ntypes: {T: {type: string}}\n"

const internal = "  Internal: {status: 500, code: INTERNAL, fields: {message: Something went wrong.}}\n"

// TestAllowances: where an allowance has to stand to hold, and where it is in vain.
func TestAllowances(t *testing.T) {
	const denied = "  Denied: {status: 401, code: DENIED, fields: {message: You may not do this.}%s}\n"
	const allowed = ", allow: {www-authenticate-missing: Nobody asks.}"
	plain := fmt.Sprintf(denied, "")
	for _, test := range []struct{ name, catalog, lib, want string }{
		{"none", "errors:\n" + internal + plain, noTypes, "www-authenticate-missing Denied"},
		{"the entry", "errors:\n" + internal + fmt.Sprintf(denied, allowed), noTypes, ""},
		{"another entry", "errors:\n" + internal[:len(internal)-2] + allowed + "}\n" + plain, noTypes, "unused-allow Internal; www-authenticate-missing Denied"},
		{"its parent", "errors:\n" + internal + fmt.Sprintf(denied, allowed) + "  No: {parent: Denied, fields: {message: Not this either.}}\n", noTypes, ""},
		{"its child", "errors:\n" + internal + plain + "  No: {parent: Denied, fields: {message: Not this either.}" + allowed + "}\n", noTypes, "www-authenticate-missing Denied"},
		{"defaults", "defaults: {" + allowed[2:] + "}\nerrors:\n" + internal + plain, noTypes, ""},
		{"the catalog", allowed[2:] + "\nerrors:\n" + internal + plain, noTypes, "yaml"},
		{"a shared file", "errors:\n" + internal, "errgen: 1\nerrors:\n" + plain, "www-authenticate-missing Denied"},
		{"an entry of a shared file", "errors:\n" + internal, "errgen: 1\nerrors:\n" + fmt.Sprintf(denied, allowed), ""},
		{"what refines it", "errors:\n" + internal + "  Denied: {description: No., " + allowed[2:] + "}\n", "errgen: 1\nerrors:\n" + plain, ""},
		{"what it refines", "errors:\n" + internal + "  Denied: {description: No.}\n", "errgen: 1\nerrors:\n" + fmt.Sprintf(denied, allowed), ""},
		{"defaults of the other file", "defaults: {" + allowed[2:] + "}\nerrors:\n" + internal, "errgen: 1\nerrors:\n" + plain, "www-authenticate-missing Denied; unused-allow defaults"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.want == "yaml" { // in block style, as it stands at the top
				test.catalog, test.want = "allow: {www-authenticate-missing: Nobody asks.}\nerrors:\n"+internal+plain, ""
			}
			if got := said([]Input{files(t, test.catalog, test.lib)}, Options{}); got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

// TestSharedFiles: what several catalogs include is said once, and an allowance there is
// needed if one of them needs it.
func TestSharedFiles(t *testing.T) {
	lib := "errgen: 1\nerrors:\n  Busy: {status: 409, code: BUSY, retryable: true, fields: {message: Too much to do.}}\n"
	one := files(t, "errors:\n"+internal, lib)
	other := files(t, "errors:\n"+internal+"  Late: {status: 409, code: LATE, fields: {message: It is too late.}}\n", lib)
	other.File.Path = "other.yaml"
	if got := said([]Input{one, other}, Options{}); got != "retryable-without-delay Busy" {
		t.Error(got)
	}

	lib = strings.Replace(lib, "}}\n", "}, allow: {in-no-operation: It is everywhere.}}\n", 1)
	with := "operations: {Get: [Internal]}\nerrors:\n" + internal
	needs, spares := files(t, with, lib), files(t, "errors:\n"+internal, lib)
	if got := said([]Input{spares, needs}, Options{Off: []string{"http"}}); got != "" {
		t.Error(got)
	}
	if got := said([]Input{spares}, Options{Off: []string{"http"}}); got != "unused-allow Busy" {
		t.Error(got)
	}
}

// TestOptions: rules, groups and sets are turned off, and levels are changed.
func TestOptions(t *testing.T) {
	in := []Input{files(t, "errors:\n"+internal+"  Denied: {status: 401, code: DENIED, allow: {status-missing: It has one.}}\n", noTypes)}
	const all = "undocumented Denied; www-authenticate-missing Denied; unused-allow Denied"
	for _, test := range []struct {
		name string
		o    Options
		want string
	}{
		{"as they are", Options{}, all},
		{"the first set", Options{Set: 1}, all},
		{"a group off", Options{Off: []string{"http"}}, "undocumented Denied"},
		{"a rule off", Options{Off: []string{"undocumented"}}, "www-authenticate-missing Denied; unused-allow Denied"},
		{"a group off but for a rule", Options{Off: []string{"http"}, Levels: map[Rule]report.Level{WWWAuthenticateMissing: report.Error}}, "undocumented Denied; www-authenticate-missing Denied"},
		{"allowances off", Options{Off: []string{"upkeep"}}, "undocumented Denied; www-authenticate-missing Denied"},
	} {
		if got := said(in, test.o); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
	for _, f := range Check(in, Options{Levels: map[Rule]report.Level{Undocumented: report.Error}}) {
		if want := (f.Rule == "undocumented"); (f.Level == report.Error) != want {
			t.Errorf("%s has level %s", f.Rule, f.Level)
		}
	}
}

// TestNoServer: what only servers can mend is not said of a package for clients.
func TestNoServer(t *testing.T) {
	text := "errgen: 1\npackage: shop\n%senvelopes: {Problem: {body: {properties: {code: {type: string}, message: {type: string}}}}}\n" +
		"errors: {Broken: {status: 500, code: BROKEN, description: It broke.}}\n"
	both := said([]Input{inputOf(t, "shop.yaml", fmt.Sprintf(text, ""), nil)}, Options{})
	client := said([]Input{inputOf(t, "shop.yaml", fmt.Sprintf(text, "go: {sides: client}\n"), nil)}, Options{})
	if both != "correlation-missing package shop; fallback-missing package shop; server-text Broken" || client != "" {
		t.Errorf("both sides: %q, clients: %q", both, client)
	}
}

// TestExistingPlaces: where allowances that are lacking go.
func TestExistingPlaces(t *testing.T) {
	in := files(t, "defaults: {envelope: Problem}\nerrors:\n"+internal+"operations:\n  Get: {errors: [Internal], method: GET, path: /}\n  Put: {errors: [Internal]}\n  Post: [Internal]\n",
		"errgen: 1\nenvelopes: {Text: {body: {type: string, field: text}}}\n"+
			"errors:\n  Denied: {status: 401, code: DENIED, envelope: Problem, fields: {message: You may not do this.}}\n"+
			"  Text: {status: 409, envelope: Text, fields: {text: It is taken.}}\ndefaults: {envelope: Problem}\n")
	var got []string
	for _, a := range Existing([]Input{in}, Options{}, report.Info) {
		got = append(got, fmt.Sprintf("%s %v %s", a.File, a.Path, a.Rule))
	}
	want := []string{
		"shop.yaml [] mixed-envelopes", "lib.yaml [envelopes Text] root-not-object", "lib.yaml [errors Denied] www-authenticate-missing",
		"lib.yaml [errors Denied] in-no-operation", "lib.yaml [errors Text] in-no-operation",
		"shop.yaml [operations Put] operation-without-path", "shop.yaml [] operation-without-path",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
	if got := Existing([]Input{in}, Options{}, report.Error); len(got) > 0 {
		t.Errorf("errors: %v", got)
	}
}
