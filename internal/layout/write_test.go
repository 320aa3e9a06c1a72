package layout

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/corpus"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
	"github.com/seed-1b9d9f04/errgen/internal/yamltext"
)

// valueOf is what a node says, in braces or brackets where it is. Commented says that
// members get a comment, and those of mappings that are their values.
func valueOf(n *yamltext.Node, commented bool) yamledit.Value {
	var v yamledit.Value
	switch n.Kind {
	case yamltext.Mapping:
		m := yamledit.Map{}
		for _, e := range n.Elements {
			member := yamledit.Member{Key: e.Key.Value, Value: valueOf(e.Value, commented && !n.Flow)}
			if commented && !n.Flow {
				member.Comment = e.Key.Value + "\n\x01"
			}
			m = append(m, member)
		}
		v = m
	case yamltext.Sequence:
		l := yamledit.List{}
		for _, e := range n.Elements {
			l = append(l, valueOf(e.Value, false))
		}
		v = l
	case yamltext.Scalar:
		switch n.Tag {
		case "!!int", "!!float":
			return yamledit.Number(n.Value)
		case "!!bool":
			return n.Value == "true"
		case "!!null":
			return nil
		}
		return n.Value
	}
	if n.Flow {
		return yamledit.Flow{Value: v}
	}
	return v
}

// TestWrite: all catalogs of the repository are written as they are laid out, with a
// comment above each member.
func TestWrite(t *testing.T) {
	count := 0
	for name, text := range corpus.Texts(t, ".yaml") {
		root, err := yamltext.Parse([]byte(text))
		if err != nil || root.Flow || root.Get("errgen") == nil || !isPlain([]byte(text), root) {
			continue
		}
		catalog := valueOf(root, true).(yamledit.Map)
		catalog[0].Comment = "" // which would be one of the file
		plain, err := yamledit.Apply(nil, yamledit.Edit{Value: catalog})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := Format(plain)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		count++
		got, check := Write(catalog)
		if err := check(); err != nil || string(got) != string(want) {
			t.Errorf("%s: %v: it is written as\n%s\nnot as\n%s", name, err, got, want)
		}
	}
	if count < 100 {
		t.Errorf("%d catalogs only", count)
	}
}

// TestWriteChecks: a text that does not say what the value does is no catalog.
func TestWriteChecks(t *testing.T) {
	for name, catalog := range map[string]yamledit.Map{
		"a comment in braces": {{Key: "defaults", Value: yamledit.Flow{Value: yamledit.Map{{Key: "source", Value: "a", Comment: "lost"}}}}},
		"a doubled key":       {{Key: "title", Value: "a"}, {Key: "title", Value: "b"}},
	} {
		if text, check := Write(catalog); check() == nil {
			t.Errorf("%s passes as\n%s", name, text)
		}
	}
}
