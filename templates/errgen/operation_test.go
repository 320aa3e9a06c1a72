package errgen

import "testing"

// TestOperations: which operation has a name, and what it lists.
func TestOperations(t *testing.T) {
	ops := Operations[string]{{Name: "Get", Method: "GET", Errors: []string{"A", "B"}}, {Name: "Put"}}
	for name, method := range map[string]string{"Get": "GET", "Put": "", "None": "", "": ""} {
		if op := ops.Named(name); op.Method != method || (op.Name == "") != (name == "None" || name == "") {
			t.Errorf("%q is %v", name, op)
		}
	}
	for _, tt := range []struct {
		op    string
		names []string
		want  bool
	}{
		{"Get", []string{"A"}, true},
		{"Get", []string{"B", "A"}, true},
		{"Get", []string{"A", "C"}, false},
		{"Get", nil, false},
		{"Put", []string{"A"}, false},
		{"None", []string{"A"}, false},
	} {
		if got := ops.Named(tt.op).Lists(tt.names); got != tt.want {
			t.Errorf("%s lists %v: %t", tt.op, tt.names, got)
		}
	}
}
