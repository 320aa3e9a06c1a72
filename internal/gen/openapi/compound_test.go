package openapi

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// What is said beside a reference to a type counts; a reference is left only where
// nothing is.
func TestNarrowedTypes(t *testing.T) {
	number := &model.Type{Name: "Size", Schema: &model.Schema{Kind: model.NumberKind, Minimum: "1", Maximum: "10", Description: "A size."}}
	word := &model.Type{Name: "Word", Schema: &model.Schema{Kind: model.StringKind, MinLength: ptr(2), MaxLength: ptr(5), Enum: values("ab", "abc", "abcd")}}
	list := &model.Type{Name: "List", Schema: &model.Schema{Kind: model.ArrayKind, Items: integer(), MinItems: ptr(1), MaxItems: ptr(3)}}
	for _, test := range []struct {
		name           string
		of             *model.Type
		over           model.Schema
		accept, reject []string
		isRef          bool
	}{
		{name: "nothing", of: number, accept: []string{"1", "10"}, reject: []string{"0", "11"}, isRef: true},
		{name: "the same bounds", of: number, over: model.Schema{Minimum: "1", Maximum: "10"}, accept: []string{"1", "10"}, reject: []string{"0", "11"}, isRef: true},
		{name: "minimum", of: number, over: model.Schema{Minimum: "3"}, accept: []string{"3", "10"}, reject: []string{"2", "11"}},
		{name: "maximum", of: number, over: model.Schema{Maximum: "8"}, accept: []string{"1", "8"}, reject: []string{"0", "9"}},
		{name: "exclusive minimum", of: number, over: model.Schema{ExclMinimum: "3"}, accept: []string{"4"}, reject: []string{"3", "11"}},
		{name: "exclusive maximum", of: number, over: model.Schema{ExclMaximum: "8"}, accept: []string{"7"}, reject: []string{"0", "8"}},
		{name: "constant", of: number, over: model.Schema{Const: numberValue("5")}, accept: []string{"5"}, reject: []string{"4"}},
		{name: "the same lengths", of: word, over: model.Schema{MinLength: ptr(2), MaxLength: ptr(5)}, accept: []string{`"ab"`}, reject: []string{`"a"`}, isRef: true},
		{name: "least length", of: word, over: model.Schema{MinLength: ptr(3)}, accept: []string{`"abc"`}, reject: []string{`"ab"`}},
		{name: "greatest length", of: word, over: model.Schema{MaxLength: ptr(3)}, accept: []string{`"abc"`}, reject: []string{`"abcd"`}},
		{name: "pattern", of: word, over: model.Schema{Pattern: "abc?"}, accept: []string{`"ab"`, `"abc"`}, reject: []string{`"abcd"`}},
		{name: "the same enum", of: word, over: model.Schema{Enum: values("ab", "abc", "abcd")}, accept: []string{`"ab"`}, reject: []string{`"abcde"`}, isRef: true},
		{name: "a smaller enum", of: word, over: model.Schema{Enum: values("ab")}, accept: []string{`"ab"`}, reject: []string{`"abc"`}},
		{name: "fewest items", of: list, over: model.Schema{MinItems: ptr(2)}, accept: []string{`[1,2]`}, reject: []string{`[1]`, `[1,2,3,4]`}},
		{name: "most items", of: list, over: model.Schema{MaxItems: ptr(2)}, accept: []string{`[1,2]`}, reject: []string{`[]`, `[1,2,3]`}},
		{name: "null", of: number, over: model.Schema{Nullable: true}, accept: []string{"null", "1"}, reject: []string{"0"}, isRef: true},
		{name: "minimum, and null", of: number, over: model.Schema{Minimum: "3", Nullable: true}, accept: []string{"null", "3"}, reject: []string{"2"}},
	} {
		for _, o := range []Options{{}, {OpenAPI31: true}} {
			over := test.over
			over.Kind, over.Ref = model.RefKind, test.of
			c := catalog("refs", nil)
			c.Types = []*model.Type{number, word, list, {Name: "Subject", Schema: &model.Schema{Kind: model.ArrayKind, Items: &over}}}
			printed, doc := emit(t, c, o)
			s := doc.Components.Schemas["RefsSubject"].Value
			check(t, o, s, test.accept, true, printed)
			check(t, o, s, test.reject, false, printed)
			if isRef := s.Items.Ref != "" || len(s.Items.Value.AnyOf) > 0; isRef != test.isRef { // 3.1 says "or null" around it
				t.Errorf("%s: 3.1 %v: reference %q", test.name, o.OpenAPI31, s.Items.Ref)
			}
		}
	}
}

// A description beside a reference is the narrower type's own, or stands around the
// reference.
func TestDescribedTypes(t *testing.T) {
	size := &model.Type{Name: "Size", Schema: &model.Schema{Kind: model.IntegerKind, Description: "A size."}}
	for _, test := range []struct {
		over model.Schema
		want string
	}{
		{model.Schema{}, ""}, // at the reference
		{model.Schema{Description: "Here."}, "Here."},
		{model.Schema{Minimum: "3"}, "A size."},
		{model.Schema{Minimum: "3", Description: "Here."}, "Here."},
	} {
		over := test.over
		over.Kind, over.Ref = model.RefKind, size
		c := catalog("refs", nil)
		c.Types = []*model.Type{size, {Name: "Subject", Schema: &model.Schema{Kind: model.ArrayKind, Items: &over}}}
		_, doc := emit(t, c, Options{})
		items := doc.Components.Schemas["RefsSubject"].Value.Items
		got := ""
		if items.Ref == "" {
			got = items.Value.Description
		}
		if got != test.want {
			t.Errorf("%+v: got %q, want %q", test.over, got, test.want)
		}
	}
}
