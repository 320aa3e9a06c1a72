package errgen

import (
	"fmt"
	"net/http"
	"testing"
)

// fitOf says how a response fits one envelope: strictly or loosely, its size, and the
// slots in which something stands.
func fitOf(env Envelope, status int, h http.Header, body string) string {
	env.Status = Spans{{100, 599}}
	table := &Table{Envelopes: []Envelope{env}, Schemas: []Schema{{Kind: StringSchema}}}
	r := table.newReading(status, h, body)
	defer r.release()
	fits := r.fits()
	if len(fits) == 0 {
		return "-"
	}
	f := fits[0]
	how := "loose"
	if f.strict {
		how = "strict"
	}
	return fmt.Sprint(how, " ", f.size, slotsOf(r, &f))
}

func slotsOf(r *reading, f *fitting) string {
	all := ""
	for i, v := range f.slots {
		if text, ok := r.textOf(v); ok {
			all += fmt.Sprintf(" %d=%s", i, text)
		}
	}
	return all
}

func jsonShape(members ...Node) Envelope {
	return Envelope{Kind: JSONBody, Slots: 6, Root: Node{Kind: ObjectNode, Members: members}}
}

func leafNode(name string, slot int, types JSONTypes) Node {
	return Node{Name: name, Slot: slot, Types: types}
}

func optional(n Node) Node {
	n.Optional = true
	return n
}

func alias(n Node) Node {
	n.Alias = true
	return n
}

func TestFitJSON(t *testing.T) {
	inner := func(members ...Node) Node { return Node{Kind: ObjectNode, Name: "in", Members: members} }
	code := leafNode("code", SlotCode, StringType)
	constant := Node{Kind: ConstantNode, Name: "kind", Constant: `{"a":1}`}
	numbers := Node{Name: "list", Slot: 3, Types: ArrayType, Items: IntegerType}
	for name, c := range map[string]struct {
		env  Envelope
		body string
		want string
	}{
		"empty":                 {jsonShape(), "{}", "strict 1"},
		"another root":          {jsonShape(), "[]", "-"},
		"no JSON":               {jsonShape(), "{", "-"},
		"a member":              {jsonShape(leafNode("a", 2, StringType)), `{"a":"x"}`, "strict 2 2=x"},
		"more members":          {jsonShape(leafNode("a", 2, StringType)), `{"b":1,"a":"x"}`, "strict 2 2=x"},
		"missing":               {jsonShape(leafNode("a", 2, StringType)), `{}`, "-"},
		"another type":          {jsonShape(leafNode("a", 2, StringType)), `{"a":1}`, "-"},
		"its code proves":       {jsonShape(code, leafNode("a", 2, StringType)), `{"code":"X","a":1}`, "loose 2 1=X"},
		"a number as code":      {jsonShape(code), `{"code":5}`, "loose 2 1=5"},
		"a whole as code":       {jsonShape(code), `{"code":5.0}`, "loose 2 1=5"},
		"no code":               {jsonShape(code), `{"code":5.5}`, "-"},
		"null as code":          {jsonShape(code), `{"code":null}`, "-"},
		"optional code":         {jsonShape(optional(code)), `{"code":5}`, "loose 2 1=5"},
		"optional, null":        {jsonShape(optional(code)), `{"code":null}`, "strict 1"},
		"a number where text":   {jsonShape(leafNode("code", SlotCode, IntegerType)), `{"code":"5"}`, "loose 2 1=5"},
		"optional":              {jsonShape(optional(leafNode("a", 2, StringType))), `{}`, "strict 1"},
		"optional, there":       {jsonShape(optional(leafNode("a", 2, StringType))), `{"a":"x"}`, "strict 2 2=x"},
		"optional, other":       {jsonShape(optional(leafNode("a", 2, StringType))), `{"a":1}`, "strict 1"},
		"last of two":           {jsonShape(leafNode("a", 2, StringType)), `{"a":1,"a":"x"}`, "strict 2 2=x"},
		"constant":              {jsonShape(constant), `{"kind":{"a":1}}`, "strict 3"},
		"constant, reformed":    {jsonShape(constant), `{"kind": {"a" : 1.0}}`, "strict 3"},
		"another constant":      {jsonShape(constant), `{"kind":{"a":2}}`, "-"},
		"no constant":           {jsonShape(constant), `{}`, "-"},
		"optional constant":     {jsonShape(optional(constant)), `{}`, "strict 1"},
		"null constant":         {jsonShape(optional(constant)), `{"kind":null}`, "strict 1"},
		"optional, another":     {jsonShape(optional(constant)), `{"kind":5}`, "-"},
		"a constant proves":     {jsonShape(constant, leafNode("a", 2, StringType)), `{"kind":{"a":1}}`, "loose 3"},
		"an object":             {jsonShape(inner(leafNode("a", 2, StringType))), `{"in":{"a":"x"}}`, "strict 3 2=x"},
		"no object":             {jsonShape(inner(leafNode("a", 2, StringType))), `{"in":[]}`, "-"},
		"object missing":        {jsonShape(inner(leafNode("a", 2, StringType))), `{}`, "-"},
		"in it missing":         {jsonShape(inner(leafNode("a", 2, StringType))), `{"in":{}}`, "-"},
		"optional object":       {jsonShape(optional(inner(leafNode("a", 2, StringType)))), `{}`, "strict 1"},
		"of another type":       {jsonShape(optional(inner(leafNode("a", 2, StringType)))), `{"in":5}`, "strict 1"},
		"exchange":              {jsonShape(Node{Kind: IgnoredNode, Name: "id"}), `{"id":[]}`, "strict 2"},
		"exchange missing":      {jsonShape(Node{Kind: IgnoredNode, Name: "id"}), `{}`, "-"},
		"exchange null":         {jsonShape(optional(Node{Kind: IgnoredNode, Name: "id"})), `{"id":null}`, "strict 1"},
		"elements":              {jsonShape(numbers), `{"list":[1,2.0]}`, "strict 2 3=[1,2.0]"},
		"another element":       {jsonShape(numbers), `{"list":[1,2.5]}`, "-"},
		"no elements":           {jsonShape(numbers), `{"list":[]}`, "strict 2 3=[]"},
		"an alias":              {jsonShape(leafNode("a", 2, StringType), alias(leafNode("b", 2, StringType))), `{"b":"x"}`, "strict 2 2=x"},
		"both":                  {jsonShape(leafNode("a", 2, StringType), alias(leafNode("b", 2, StringType))), `{"b":"x","a":"y"}`, "strict 3 2=y"},
		"neither":               {jsonShape(leafNode("a", 2, StringType), alias(leafNode("b", 2, StringType))), `{}`, "-"},
		"another place":         {jsonShape(leafNode("a", 2, StringType), inner(leafNode("a", 2, StringType))), `{"in":{"a":"x"}}`, "strict 3 2=x"},
		"further members":       {Envelope{Kind: JSONBody, Slots: 4, Root: Node{Kind: ObjectNode, More: 3}}, `{"a":1}`, `strict 1 3={"a":1}`},
		"a text root":           {Envelope{Kind: JSONBody, Slots: 3, Root: leafNode("", 2, StringType)}, `"x"`, "strict 1 2=x"},
		"another text root":     {Envelope{Kind: JSONBody, Slots: 3, Root: leafNode("", 2, StringType)}, `5`, "-"},
		"a code root":           {Envelope{Kind: JSONBody, Slots: 3, Root: leafNode("", SlotCode, IntegerType)}, `"5"`, "loose 1 1=5"},
		"no code root":          {Envelope{Kind: JSONBody, Slots: 3, Root: leafNode("", SlotCode, IntegerType)}, `"x"`, "-"},
		"a constant root":       {Envelope{Kind: JSONBody, Slots: 2, Root: Node{Kind: ConstantNode, Constant: "1"}}, `1.0`, "strict 2"},
		"another constant root": {Envelope{Kind: JSONBody, Slots: 2, Root: Node{Kind: ConstantNode, Constant: "1"}}, `2`, "-"},
		"a list root":           {Envelope{Kind: JSONBody, Slots: 2, Root: Node{Kind: ListNode, Members: []Node{{Kind: ObjectNode}}}}, `[{}]`, "strict 1"},
		"an empty list":         {jsonShape(Node{Kind: ListNode, Name: "l"}, leafNode("a", 2, StringType)), `{"l":[]}`, "-"},
		"an element proves":     {jsonShape(Node{Kind: ListNode, Name: "l"}, leafNode("a", 2, StringType)), `{"l":[1]}`, "loose 2"},
		"no list":               {jsonShape(Node{Kind: ListNode, Name: "l"}), `{"l":{}}`, "-"},
		"optional, no list":     {jsonShape(optional(Node{Kind: ListNode, Name: "l"})), `{"l":{}}`, "strict 1"},
	} {
		if got := fitOf(c.env, 400, nil, c.body); got != c.want {
			t.Errorf("%s: %s fits %s, want %s", name, c.body, got, c.want)
		}
	}
}

// TestFitForms: a leaf with forms is the value in a text.
func TestFitForms(t *testing.T) {
	forms := leafNode("a", 2, IntegerType)
	forms.Forms = []Program{program("no <0> of <1>"), program("no <0>")}
	for _, c := range []struct{ body, required, optional string }{
		{`{"a":"no 5"}`, "strict 2 2=5", "strict 2 2=5"},
		{`{"a":"no 5 of x"}`, "strict 2 2=5", "strict 2 2=5"},
		{`{"a":"no x"}`, "-", "strict 1"},
		{`{"a":"5"}`, "-", "strict 1"},
		{`{"a":5}`, "-", "strict 1"},
		{`{}`, "-", "strict 1"},
	} {
		if got := fitOf(jsonShape(forms), 400, nil, c.body); got != c.required {
			t.Errorf("%s fits %s, want %s", c.body, got, c.required)
		}
		if got := fitOf(jsonShape(optional(forms)), 400, nil, c.body); got != c.optional {
			t.Errorf("%s fits %s where it is optional, want %s", c.body, got, c.optional)
		}
	}
}

func TestFitText(t *testing.T) {
	number := Envelope{Kind: TextBody, Media: "text/plain", Slots: 3, Root: leafNode("", 2, IntegerType)}
	text := Envelope{Kind: TextBody, Media: "text/plain", Slots: 3, Root: leafNode("", 2, StringType)}
	constant := Envelope{Kind: TextBody, Media: "text/plain", Slots: 3, Root: Node{Kind: ConstantNode, Constant: "a\nb"}}
	for _, c := range []struct {
		env         Envelope
		media, body string
		want        string
	}{
		{text, "", "x", "strict 1 2=x"},
		{text, "text/plain", "x", "strict 1 2=x"},
		{text, " Text/Plain ; charset=utf-8", "x", "strict 1 2=x"},
		{text, "text/html", "x", "loose 1 2=x"},
		{text, "", " \n a \r\n b\r\n", "strict 1 2=a \n b"},
		{text, "", " \n", "-"},
		{text, "", "", "-"},
		{number, "", "5", "strict 1 2=5"},
		{number, "", "five", "-"},
		{number, "text/html", "five", "-"},
		{constant, "", "a\r\nb ", "strict 2"},
		{constant, "", "a", "-"},
	} {
		h := http.Header{}
		if c.media != "" {
			h = header("Content-Type", c.media, "Content-Type", "other")
		}
		if got := fitOf(c.env, 400, h, c.body); got != c.want {
			t.Errorf("%q of %q fits %s, want %s", c.body, c.media, got, c.want)
		}
	}
}

// TestFitHeaders: headers count if the code stands in one, or without a body.
func TestFitHeaders(t *testing.T) {
	code := Node{Name: "X-Code", Slot: SlotCode, Types: StringType}
	reason := Node{Name: "X-Reason", Slot: 3, Types: IntegerType}
	fixed := Node{Kind: ConstantNode, Name: "X-Api", Constant: "shop"}
	body := func(headers ...Node) Envelope {
		env := jsonShape(leafNode("a", 2, StringType))
		env.Headers = headers
		return env
	}
	empty := func(headers ...Node) Envelope { return Envelope{Kind: EmptyBody, Slots: 4, Headers: headers} }
	for name, c := range map[string]struct {
		env    Envelope
		header http.Header
		body   string
		want   string
	}{
		"the code":           {body(code), header("X-Code", "A"), `{"a":"x"}`, "strict 3 1=A 2=x"},
		"the code proves":    {body(code), header("X-Code", "A"), `{}`, "loose 2 1=A"},
		"no code":            {body(code), nil, `{"a":"x"}`, "strict 2 2=x"},
		"beside the body":    {body(reason), header("X-Reason", "5"), `{"a":"x"}`, "strict 2 2=x 3=5"},
		"a required one":     {body(reason), nil, `{"a":"x"}`, "strict 2 2=x"},
		"code and missing":   {body(code, reason), header("X-Code", "A"), `{"a":"x"}`, "loose 3 1=A 2=x"},
		"code and reason":    {body(code, reason), header("X-Code", "A", "X-Reason", "5"), `{"a":"x"}`, "strict 4 1=A 2=x 3=5"},
		"lines":              {body(code), header("X-Code", "A", "X-Code", "B"), `{"a":"x"}`, "strict 3 1=A, B 2=x"},
		"in both":            {body(leafNode("X-A", 2, StringType)), header("X-A", "y"), `{"a":"x"}`, "strict 2 2=x"},
		"empty":              {empty(), nil, "", "strict 0"},
		"not empty":          {empty(), nil, " ", "-"},
		"a constant":         {empty(fixed), header("X-Api", "shop"), "", "strict 2"},
		"another":            {empty(fixed), header("X-Api", "x"), "", "-"},
		"none":               {empty(fixed), nil, "", "-"},
		"optional":           {empty(optional(fixed)), nil, "", "strict 0"},
		"optional, another":  {empty(optional(fixed)), header("X-Api", "x"), "", "-"},
		"a value":            {empty(reason), header("X-Reason", "5"), "", "strict 1 3=5"},
		"another type":       {empty(reason), header("X-Reason", "x"), "", "-"},
		"optional, type":     {empty(optional(reason)), header("X-Reason", "x"), "", "strict 0"},
		"after one that not": {empty(fixed, optional(reason)), header("X-Api", "x", "X-Reason", "x"), "", "-"},
	} {
		if got := fitOf(c.env, 400, c.header, c.body); got != c.want {
			t.Errorf("%s: fits %s, want %s", name, got, c.want)
		}
	}
}

// TestFitSuccess: under 400 a fit counts only if it is strict, and something proves the
// error.
func TestFitSuccess(t *testing.T) {
	code := leafNode("code", SlotCode, StringType)
	constant := Node{Kind: ConstantNode, Name: "ok", Constant: "false"}
	list := Envelope{Kind: JSONBody, Slots: 3, List: true, Root: Node{Kind: ObjectNode, Members: []Node{
		{Kind: ListNode, Name: "l", Members: []Node{{Kind: ObjectNode, Members: []Node{leafNode("a", 2, StringType)}}}},
	}}}
	for name, c := range map[string]struct {
		env  Envelope
		body string
		want bool
	}{
		"nothing":        {jsonShape(), "{}", false},
		"a member":       {jsonShape(leafNode("a", 2, StringType)), `{"a":"x"}`, false},
		"a code":         {jsonShape(code), `{"code":"x"}`, true},
		"a constant":     {jsonShape(constant), `{"ok":false}`, true},
		"another":        {jsonShape(constant), `{"ok":true}`, false},
		"loosely":        {jsonShape(code, leafNode("a", 2, StringType)), `{"code":"x"}`, false},
		"an item":        {list, `{"l":[5,{"a":"x"}]}`, true},
		"no item":        {list, `{"l":[5,{"b":"x"}]}`, false},
		"an empty list":  {list, `{"l":[]}`, false},
		"without a list": {list, `{}`, false},
	} {
		for status, want := range map[int]bool{399: c.want, 200: c.want} {
			if got := fitOf(c.env, status, nil, c.body); (got != "-") != want {
				t.Errorf("%s: under 400 it fits %s", name, got)
			}
		}
	}
	if got := fitOf(jsonShape(leafNode("a", 2, StringType)), 0, nil, `{"a":"x"}`); got == "-" {
		t.Error("without a status nothing has to prove the error")
	}
}

// TestFitStatus: an envelope fits in its statuses, and not if it is a part.
func TestFitStatus(t *testing.T) {
	table := &Table{Envelopes: []Envelope{
		{Kind: JSONBody, Slots: 2, Status: status(400, 404), Root: Node{Kind: ObjectNode}},
		{Kind: JSONBody, Slots: 2, Status: status(400, 599), Part: true, Root: Node{Kind: ObjectNode}},
		{Kind: JSONBody, Slots: 2, Status: Spans{{404, 404}, {500, 599}}, Root: Node{Kind: ObjectNode}},
	}}
	for status, want := range map[int]string{400: "[0]", 404: "[0 2]", 405: "[]", 500: "[2]", 599: "[2]", 0: "[0 2]"} {
		r := table.newReading(status, nil, "{}")
		envelopes := []int{}
		for _, f := range r.fits() {
			envelopes = append(envelopes, f.env)
		}
		if got := fmt.Sprint(envelopes); got != want {
			t.Errorf("in %d the envelopes %s fit, want %s", status, got, want)
		}
		r.release()
	}
}

func TestTextHasType(t *testing.T) {
	for text, types := range map[string]JSONTypes{
		"x": 0, "": NullType, "5": IntegerType | NumberType, "-0": IntegerType | NumberType, "5.5": NumberType, "5.0": NumberType, "true": BoolType, "false": BoolType,
		"null": NullType, "True": 0, "[1]": 0,
	} {
		for _, one := range []JSONTypes{NullType, BoolType, IntegerType, NumberType} {
			if got := textHasType(text, one); got != (types&one != 0) {
				t.Errorf("%q is of %b: %v", text, one, got)
			}
		}
		if !textHasType(text, StringType) || !textHasType(text, ArrayType|NullType) || !textHasType(text, ObjectType) || textHasType(text, 0) {
			t.Errorf("%q is any string, and may be a list or an object", text)
		}
	}
}
