package reference

import "testing"

// TestPlaces holds places to names: they are what links from elsewhere use.
func TestPlaces(t *testing.T) {
	ps := places{}
	for _, test := range []struct {
		name, want string
	}{
		{"CaseClosed", "error.CaseClosed"},
		{"CASECLOSED", "error.CASECLOSED.2"},
		{"Caseclosed", "error.Caseclosed.3"},
		{"CaseClosed.2", "error.CaseClosed-2"},
		{"A_b", "error.A_b"},
		{"\u00c4rger", "error.\u00c4rger"},
		{"\u00e4RGER", "error.\u00e4RGER.2"},
		{`"><b> (c)`, "error.b-c"},
		{"<>", "error."},
		{"", "error..2"},
	} {
		if got := ps.claim("error", test.name); got != test.want {
			t.Errorf("%q: %s, not %s", test.name, got, test.want)
		}
	}
}
