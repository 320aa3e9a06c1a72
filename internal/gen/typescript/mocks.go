package typescript

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/templates/errgen"
)

// mocks is the module that writes the catalog's errors as servers do, nil if none of them
// has a response. It stands by itself, so that no client carries it.
func mocks(c *model.Catalog, t *errgen.Table, header string) []byte {
	w := &tableWriter{t: t, c: c}
	var rows []string
	for i := range t.Entries {
		if len(t.Entries[i].Reads) > 0 { // be it within others alone
			rows = append(rows, w.written(i))
		}
	}
	if !slices.ContainsFunc(t.Entries, func(e errgen.Entry) bool { return e.Traits&errgen.IsUnreachable == 0 }) {
		return nil
	}
	all := nameTypes(c).all
	var out bytes.Buffer
	fmt.Fprintf(&out, "// %s\n\n", header)
	fmt.Fprintf(&out, "/** Responses of errors, as the API's server writes them: for mocks and tests. */\n")
	fmt.Fprintf(&out, "import { encodeError } from %s;\n", tscode.Text(engine+"encode.js"))
	fmt.Fprintf(&out, "import type { Encoded, Mock, Writing } from %s;\n", tscode.Text(engine+"encode.js"))
	fmt.Fprintf(&out, "import type { %s, UnexpectedResponse, Unlisted } from \"./errors.js\";\n\n", all)
	fmt.Fprintf(&out, "const writing: Writing = {\n  e: [\n")
	for _, row := range rows {
		fmt.Fprintf(&out, "    %s,\n", row)
	}
	fmt.Fprintf(&out, "  ],\n  s: [\n")
	for i := range t.Schemas {
		fmt.Fprintf(&out, "    %s,\n", schema(&t.Schemas[i]))
	}
	fmt.Fprintf(&out, "  ],\n")
	if len(t.Exchange) > 0 {
		fmt.Fprintf(&out, "  x: %s,\n", list(t.Exchange, func(p errgen.Param) string { return param(p, nil) }))
	}
	fmt.Fprintf(&out, `};

/** An error to answer with: its name and its params. What was decoded is one as well. */
export type Mocked = Mock<Exclude<%s, Unlisted | UnexpectedResponse>>;

/**
 * The response of an error, for new Response(body, { status, headers }). Exchange values,
 * such as the id of a request, are given by their names.
 */
export function mock(error: Mocked, exchange: { readonly [name: string]: unknown } = {}): Encoded {
  return encodeError(writing, error, exchange);
}
`, all)
	return out.Bytes()
}

// written is an entry as it is written.
func (w *tableWriter) written(i int) string {
	e, m := &w.t.Entries[i], w.c.Entries[i]
	var o object
	o.text("n", e.Name)
	o.add("m", w.params(e, m))
	o.add("z", strconv.Itoa(m.WriteStatus()))
	if e.Traits&errgen.HasStatus != 0 {
		o.add("s", spans(e.Status))
	}
	if len(e.Reads) > 0 {
		env := &w.t.Envelopes[e.Reads[0].Envelope]
		if len(env.ContentType) > 0 {
			o.text("c", env.ContentType[0])
		}
		o.flag("t", env.Kind == errgen.TextBody)
	}
	o.add("h", listOf(e.Headers, func(l errgen.Line) string {
		if l.Fixed != nil {
			return "[" + tscode.Text(l.Name) + "," + list(l.Fixed, tscode.Text) + "]"
		}
		return "[" + tscode.Text(l.Name) + "," + program(l.Value) + "]"
	}))
	if len(e.Fixed) > 0 {
		o.add("b", "["+tscode.Text(string(e.Fixed))+"]")
	} else if len(e.Body) > 0 {
		o.add("b", program(e.Body))
	}
	if nested := w.nested(e); len(nested) > 0 {
		o.add("w", (&object{nested}).String())
	}
	return o.String()
}

// nested are the bodies of an entry within others, by their envelopes.
func (w *tableWriter) nested(e *errgen.Entry) []string {
	var o object
	for _, r := range e.Reads {
		if r.Body != nil {
			o.add(strconv.Itoa(r.Envelope), program(r.Body))
		}
	}
	return o.members
}

// program is what is written: segments with their operations.
func program(p errgen.Program) string {
	return list(p, func(s errgen.Segment) string {
		if s.Op == errgen.OpNone {
			return tscode.Text(s.Literal)
		}
		parts := tscode.Text(s.Literal) + "," + strconv.Itoa(int(s.Op))
		if s.Operand != 0 || s.Skip != 0 {
			parts += "," + strconv.Itoa(s.Operand)
		}
		if s.Skip != 0 {
			parts += "," + strconv.Itoa(s.Skip)
		}
		return "[" + parts + "]"
	})
}
