package site

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
)

const coverageText = `{"profile": true, "catalogs": [{
	"package": "example.com/generated/shop",
	"operations": [
		{"name": "getOrder", "errors": [
			{"name": "OrderNotFound", "state": "tested", "raised": ["store/store.go:9", "<script>.go:1"], "tested": true},
			{"name": "OrderShipped", "state": "untested, not listed", "raised": ["api/api.go:43"]}]},
		{"name": "payOrder", "errors": [{"name": "CardExpired", "state": "tested elsewhere", "raised": [], "beside": ["pay/pay.go:3"]}]}],
	"common": [{"name": "Internal", "state": "the fallback", "raised": []}],
	"unraised": ["ProviderDown"],
	"unlisted": [{"name": "OrderShipped", "state": "untested, not listed", "raised": ["api/api.go:43"]}]
}]}`

// TestCoverage: what is known of a service stands on the pages of its errors, and on one
// with all of them; catalogs of which nothing is known have none.
func TestCoverage(t *testing.T) {
	known, err := ReadCoverage([]byte(coverageText))
	if err != nil {
		t.Fatal(err)
	}
	files := emitWith(t, reference.Options{}, known, read(t, "testdata/site/*.yaml")...)
	checkSite(t, files)
	for name, holds := range map[string][]string{
		"shop/service-coverage.html": {
			`<th scope="col">getOrder</th><th scope="col">payOrder</th><th scope="col">every operation</th>`,
			`<tr><th scope="row"><a href="OrderNotFound.html">OrderNotFound</a></th><td><span class="state good">tested</span> <span class="place">store/store.go:9</span> <span class="place">&lt;script&gt;.go:1</span></td><td></td><td></td></tr>`,
			`<td></td><td><span class="state good">tested elsewhere</span> <span class="place">pay/pay.go:3</span></td><td></td></tr>`,
			`Raised by nothing</h2>` + "\n" + `<ul><li><a href="ProviderDown.html">ProviderDown</a></li></ul>`,
			`<ul><li><a href="OrderShipped.html">OrderShipped</a>: <span class="state open">untested, not listed</span>`,
		},
		"shop/OrderShipped.html": {`<li>getOrder: <span class="state open">untested, not listed</span> <span class="place">api/api.go:43</span></li><li>no operation: `},
		"shop/Internal.html":     {`<li>every operation: <span class="state good">the fallback</span></li>`},
		"shop/index.html":        {`<a href="service-coverage.html">`},
	} {
		for _, want := range holds {
			if !strings.Contains(string(files[name]), want) {
				t.Errorf("%s does not hold %s:\n%s", name, want, files[name])
			}
		}
	}
	for name, content := range files {
		if strings.HasPrefix(name, "live/") && strings.Contains(string(content), "coverage") {
			t.Errorf("%s tells of a coverage that is not known", name)
		}
	}
}

// TestWrongCoverage: what is none, and what is of other catalogs than there are now.
func TestWrongCoverage(t *testing.T) {
	shop := read(t, "testdata/site/shop.yaml")[0]
	for text, want := range map[string]string{
		"{\n\"catalogs\": [}":                      "line 2: invalid character '}' looking for beginning of value",
		"{\n\"catalogs\": [{\"common\":\n\"a\"}]}": "line 3: catalogs.common is a string",
		"{}": "it has no catalogs",
		strings.ReplaceAll(coverageText, "payOrder", "buyOrder"):         "shop has no operation buyOrder",
		strings.ReplaceAll(coverageText, "ProviderDown", "ProviderGone"): "shop has no error ProviderGone",
		strings.ReplaceAll(coverageText, "CardExpired", "CardLost"):      "shop has no error CardLost",
	} {
		c, err := ReadCoverage([]byte(text))
		if err == nil {
			_, err = c.Of(shop)
		}
		if err == nil || err.Error() != want {
			t.Errorf("%.60s: %v, want %s", text, err, want)
		}
	}
}
