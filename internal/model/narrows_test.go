package model

import "testing"

func TestNarrows(t *testing.T) {
	base := &Schema{Kind: IntegerKind}
	one := 1
	for name, s := range map[string]*Schema{
		"enum": {Kind: IntegerKind, Enum: []Value{{Kind: NumberValue, Text: "1"}}}, "min": {Kind: IntegerKind, Minimum: "1"},
		"const": {Kind: IntegerKind, Const: &Value{Kind: NumberValue, Text: "1"}},
		"max":   {Kind: IntegerKind, Maximum: "1"}, "above": {Kind: IntegerKind, ExclMinimum: "1"}, "below": {Kind: IntegerKind, ExclMaximum: "1"},
		"pattern": {Kind: StringKind, Pattern: "a"}, "min length": {Kind: StringKind, MinLength: &one}, "max length": {Kind: StringKind, MaxLength: &one},
	} {
		if !(&Param{Schema: s}).Narrows(base) {
			t.Errorf("%s does not narrow", name)
		}
		if (&Param{Schema: s, Implied: true}).Narrows(base) || (&Param{Schema: s}).Narrows(s) {
			t.Errorf("%s narrows nothing", name)
		}
		same := *s
		if (&Param{Schema: &same}).Narrows(s) {
			t.Errorf("%s narrows itself", name)
		}
	}
	ref := &Schema{Kind: RefKind, Ref: &Type{Schema: base}}
	if (&Param{Schema: &Schema{Kind: IntegerKind, Description: "x"}}).Narrows(ref) {
		t.Error("words narrow")
	}
	if (&Param{Schema: base}).Narrows(&Schema{Kind: AnyKind}) {
		t.Error("a type narrows")
	}
}
