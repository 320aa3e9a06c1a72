package seeds

import (
	"strconv"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// The tests of this file hold the catalogs' texts to the documents', word for
// word. They read the catalogs as plain YAML.

// text returns the scalar at a path, "" if there is none.
func text(n *yaml.Node, path ...string) string {
	for _, key := range path {
		if n = member(n, key); n == nil {
			return ""
		}
	}
	return n.Value
}

// pair is a key and its value.
type pair struct {
	key   string
	value *yaml.Node
}

// pairs returns the members of the mapping under a key, in file order.
func pairs(n *yaml.Node, key string) []pair {
	var ps []pair
	m := member(n, key)
	for i := 0; i < len(m.Content); i += 2 {
		ps = append(ps, pair{m.Content[i].Value, m.Content[i+1]})
	}
	return ps
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}

func equal(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}

func TestConnectorAPIHasThePagesTexts(t *testing.T) {
	c := catalog(t, "connectorapi.yaml")
	entries, rows := pairs(c, "errors"), LivePerson()
	equal(t, "count", text(c, "count"), strconv.Itoa(len(rows)))
	if len(entries) != len(rows) {
		t.Fatalf("%d entries for %d rows", len(entries), len(rows))
	}
	for i, r := range rows {
		e := entries[i]
		equal(t, e.key, text(e.value, "code"), strconv.Itoa(r.Code))
		equal(t, e.key, text(e.value, "fields", "title"), r.Title)
		equal(t, e.key, text(e.value, "fields", "details"), r.Details)
	}
	for _, p := range LivePersonProperties() {
		n := member(member(c, "envelopes"), "ErrorResp")
		n = member(n, "body")
		for _, name := range strings.Split(p.Path, ".") {
			n = member(member(n, "properties"), name)
		}
		if d := text(n, "description"); !strings.HasPrefix(d, p.Description) {
			t.Errorf("%s: %q does not begin with %q", p.Path, d, p.Description)
		}
		notes, _, _ := strings.Cut(p.Notes, "See below")
		if d := text(n, "description"); !strings.Contains(d, strings.TrimSpace(notes)) {
			t.Errorf("%s: %q lacks %q", p.Path, d, notes)
		}
	}
	equal(t, "example", text(c, "examples", "AppJWT is missing", "body"), ExampleLivePerson())
}

func TestAxwayHasThePagesTexts(t *testing.T) {
	c := catalog(t, "axway.yaml")
	var classes []pair
	for _, e := range pairs(c, "errors") {
		if text(e.value, "group") == "Classes" {
			classes = append(classes, e)
		}
	}
	rows := Axway()
	equal(t, "count", text(c, "groups", "Classes", "count"), strconv.Itoa(len(rows)))
	if len(classes) != len(rows) {
		t.Fatalf("%d classes for %d rows", len(classes), len(rows))
	}
	for i, r := range rows {
		e := classes[i]
		equal(t, e.key, text(e.value, "code"), r.Code)
		equal(t, e.key, text(e.value, "status"), strconv.Itoa(r.Status))
		equal(t, e.key, firstLine(text(e.value, "description")), r.Usage)
	}
	for _, p := range AxwayProperties() {
		equal(t, p.Name, text(c, "envelopes", "ErrorResponse", "body", "properties", p.Name, "description"), p.Description)
	}
	remedy := text(c, "errors", "CaseClosed", "remedy")
	if _, asks, ok := strings.Cut(ExampleAxwayBody(), "Please c"); !ok || !strings.HasPrefix("C"+asks, remedy) {
		t.Errorf("%q is not what the example asks for", remedy)
	}
	equal(t, "body", text(c, "examples", "ACCESS_DENIED", "body"), ExampleAxwayBody())
	whole, r := member(member(c, "examples"), "ACCESS_DENIED, whole response"), ExampleAxway()
	equal(t, "body", text(whole, "body"), r.Body)
	equal(t, "status", text(whole, "status"), strconv.Itoa(r.Status))
	headers := pairs(whole, "headers")
	if len(headers) != len(r.Header) {
		t.Fatalf("%d headers, want %d", len(headers), len(r.Header))
	}
	for i, h := range r.Header {
		equal(t, "header", headers[i].key+": "+headers[i].value.Value, h.Name+": "+h.Value)
	}
}

func TestAvalaraHasThePagesTexts(t *testing.T) {
	c := catalog(t, "avalara.yaml")
	entries, rows, bodies := pairs(c, "errors"), Avalara(), AvalaraBodies()
	equal(t, "count", text(c, "count"), strconv.Itoa(len(rows)))
	if len(entries) != len(rows) || len(bodies) != len(rows) {
		t.Fatalf("%d entries, %d bodies, %d rows", len(entries), len(bodies), len(rows))
	}
	examples := member(c, "examples").Content
	for i, r := range rows {
		e, b := entries[i], bodies[i]
		message := text(e.value, "text") // else the text of the body is the message
		for _, field := range []string{"text", "msg"} {
			if message == "" {
				message = text(e.value, "fields", field)
			}
		}
		equal(t, e.key, message, r.Message)
		equal(t, e.key, text(e.value, "group"), r.Section)
		equal(t, e.key, text(e.value, "docs"), r.Link)
		equal(t, e.key, firstLine(text(e.value, "description")), r.Summary+".")
		number, isStatus := strings.CutPrefix(r.ErrorCode, "HTTP ")
		number, _, _ = strings.Cut(number, " ")
		if isStatus {
			equal(t, e.key, text(e.value, "status"), number)
			equal(t, e.key, number, strconv.Itoa(b.Status))
		} else {
			equal(t, e.key, text(e.value, "code"), number)
			equal(t, e.key, text(e.value, "status"), "")
		}
		equal(t, e.key, b.Row, r.Message)
		equal(t, "example", text(examples[i], "body"), b.Body)
		equal(t, "example", text(examples[i], "error"), e.key)
	}
}

func TestAuiHasThePagesTexts(t *testing.T) {
	c := catalog(t, "aui.yaml")
	examples := member(c, "examples").Content
	for i, f := range AuiFormats() {
		equal(t, "example", text(examples[i], "name"), f.Heading)
		equal(t, "example", text(examples[i], "body"), f.Body)
	}
	var prose strings.Builder
	for _, e := range pairs(c, "errors") {
		prose.WriteString(text(e.value, "description") + "\n" + text(e.value, "text") + "\n")
	}
	for _, s := range AuiStatuses() {
		if !strings.Contains(prose.String(), s.Description) {
			t.Errorf("no entry says %q", s.Description)
		}
	}
	for i, f := range auiFields(c) {
		want := append(AuiFormats()[1].Fields, AuiFormats()[2].Fields...)[i]
		equal(t, f.key, text(f.value, "type"), want.Type)
		equal(t, f.key, text(f.value, "description"), strings.ReplaceAll(want.Description, "`", ""))
	}
	entry := map[int]string{1008: "AccessRefused", 1011: "InternalServerError"}
	for _, w := range AuiCloses() {
		e := entry[w.Code]
		equal(t, e, text(c, "errors", e, "close"), strconv.Itoa(w.Code))
		equal(t, e, text(c, "errors", e, "text"), w.Meaning)
	}
}

// auiFields returns the documented members in the order of the page.
func auiFields(c *yaml.Node) []pair {
	envelopes := member(c, "envelopes")
	body := func(name string) []pair { return pairs(member(member(envelopes, name), "body"), "properties") }
	fields := body("ValidationDetail")
	fields = append(fields, pairs(member(member(c, "types"), "ValidationIssue"), "properties")[:3]...)
	return append(fields, body("ErrorObject")...)
}
