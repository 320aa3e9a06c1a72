package typescript

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/lower"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// module writes the module of a catalog.
type module struct {
	out     *bytes.Buffer
	c       *model.Catalog
	program *lower.Program
	names   *names
}

func (m *module) line(format string, args ...any) { fmt.Fprintf(m.out, format+"\n", args...) }

// write writes the module: imports, the types of errors, then the table and the functions.
func (m *module) write() {
	u := usesOf(m.program.Table)
	m.imports(u)
	for _, e := range m.c.Entries {
		m.entry(e)
	}
	m.unions()
	for _, t := range m.c.Types {
		var doc comment
		doc.prose(t.Description)
		m.line("%sexport type %s = %s;\n", doc.indented(""), m.names.types[t], m.bodyOf(t.Schema))
	}
	m.line("const table: Table = %s;\n", table(m.program.Table, m.c, u))
	m.functions()
}

// engine is the way from a module to the engine.
const engine = "../" + gen.TypeScriptEngineDir + "/"

func (m *module) imports(u *uses) {
	var doc comment
	doc.say("%s.", strings.TrimSuffix(cmpOr(m.c.Title, "Errors of "+m.c.Package), "."))
	doc.prose(m.c.Description)
	m.line("%s", strings.TrimSuffix(doc.indented(""), "\n"))
	ofOperations := ""
	if len(m.c.Operations) > 0 {
		ofOperations = ", isOneOf"
	}
	m.line(`import { decodeFirst, decodeWhole, isA%s } from %s;`, ofOperations, tscode.Text(engine+"catalog.js"))
	if m.c.HasClose {
		m.line(`import { closedWith } from %s;`, tscode.Text(engine+"close.js"))
	}
	m.line(`import { Exception } from %s;`, tscode.Text(engine+"error.js"))
	m.line(`import type { FetchResponse, Integer, Json, Listed, NoParams, Received, UnexpectedResponse, Unlisted as UnlistedIn } from %s;`, tscode.Text(engine+"error.js"))
	m.line(`import type { Table } from %s;`, tscode.Text(engine+"table.js"))
	m.out.WriteString(u.imports(engine))
	m.line("\nexport { retryAfter } from %s;", tscode.Text(engine+"retry.js"))
	m.line("export type { Integer, Json, NoParams, Received, UnexpectedResponse };\n")
}

// entry writes the type of an entry's errors.
func (m *module) entry(e *model.Entry) {
	m.line("%sexport interface %s extends Listed<%s, %s, %s, %s, %t, %s> {%s}\n",
		entryDoc(e).indented(""), m.names.entries[e], tscode.Text(e.Name), statusType(e), codeType(e), m.params(e), e.Retryable, m.within(), closeCode(e))
}

// within is the type of the errors that stand in an error.
func (m *module) within() string {
	for i := range m.program.Table.Envelopes {
		if m.program.Table.Envelopes[i].Nests {
			return m.names.all
		}
	}
	return "never"
}

func closeCode(e *model.Entry) string {
	if e.Close == nil {
		return ""
	}
	return " readonly closeCode: " + strconv.Itoa(e.Close.Code) + " "
}

// statusType is the type of an entry's status: the number, where there is one.
func statusType(e *model.Entry) string {
	if only, ok := e.Status.Only(); ok && !e.StatusParam {
		return strconv.Itoa(only)
	}
	return "number"
}

// codeType is the type of an entry's code: the text, where it is constant.
func codeType(e *model.Entry) string {
	if e.Code == nil {
		return "undefined"
	}
	if code, ok := e.Code.Template.Constant(); ok {
		return tscode.Text(code)
	}
	return "string | undefined"
}

// params is the type of an entry's params: undefined as well, where some are required, which
// a response may fail to tell.
func (m *module) params(e *model.Entry) string {
	if len(e.Params) == 0 {
		return "NoParams"
	}
	var b strings.Builder
	required := false
	b.WriteString("{\n")
	for _, p := range e.Params {
		var doc comment
		doc.prose(p.Description)
		isOptional := p.MayBeAbsent() || p.Private && p.Default == nil
		required = required || p.Required() && !p.Private
		b.WriteString(doc.indented("  "))
		b.WriteString("  readonly " + tscode.Property(p.Name) + optional(isOptional) + ": " + strings.ReplaceAll(m.typeOf(p.Schema), "\n", "\n  ") + ";\n")
	}
	b.WriteString("}")
	if required {
		b.WriteString(" | undefined")
	}
	return b.String()
}

// unions writes what all errors are, and those of operations, and the kinds for the function is.
func (m *module) unions() {
	within := m.within()
	m.line("/** An error in the API's own format that the catalog does not list. */\nexport type Unlisted = UnlistedIn<%s>;\n", within)
	m.line("/** The errors of the API. */\nexport type %s =%s;\n", m.names.all, m.alternatives(m.c.Entries))
	m.line("/** An error as it is thrown. */\nexport class %s extends Exception<%s> {}\n", m.names.exception, m.names.all)
	m.line("/** What is a kind of an error, by the error's name: itself, and its descendants. */\nexport interface Kinds {")
	for _, e := range m.c.Entries {
		var all []string
		for _, o := range m.c.Entries {
			if o.IsA(e) {
				all = append(all, m.names.entries[o])
			}
		}
		m.line("  readonly %s: %s;", e.Name, strings.Join(all, " | "))
	}
	m.line("  readonly Unlisted: Unlisted;\n  readonly UnexpectedResponse: UnexpectedResponse;\n}\n")
	for _, o := range m.c.Operations {
		var doc comment
		doc.say("The errors of %s.", strings.TrimSpace(o.Name+" "+parens(strings.TrimSpace(o.Method+" "+o.Path))))
		doc.prose(o.Description)
		m.line("%sexport type %s =%s;\n", doc.indented(""), m.names.operations[o], m.alternatives(o.Errors))
	}
	m.operations()
}

// operations writes which errors each operation can return, as a type and as names.
func (m *module) operations() {
	if len(m.c.Operations) == 0 {
		return
	}
	m.line("/** What each operation can return. */\nexport interface Operations {")
	for _, o := range m.c.Operations {
		m.line("  readonly %s: %s;", tscode.Property(o.Name), m.names.operations[o])
	}
	m.line("}\n\nconst operations: { readonly [Name in keyof Operations]: readonly string[] } = {")
	for _, o := range m.c.Operations {
		m.line("  %s: %s,", tscode.Member(o.Name), list(o.Errors, func(e *model.Entry) string { return tscode.Text(e.Name) }))
	}
	m.line("};\n")
}

func parens(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// alternatives are some errors, and those that every decoder may return.
func (m *module) alternatives(entries []*model.Entry) string {
	var b strings.Builder
	for _, e := range entries {
		b.WriteString("\n  | " + m.names.entries[e])
	}
	return b.String() + "\n  | Unlisted\n  | UnexpectedResponse"
}

// functions writes the functions of every module.
func (m *module) functions() {
	all := m.names.all
	m.line(`/**
 * The error that a response holds, of several the first; undefined if it holds none. The body
 * of one of fetch can still be read afterwards. It never throws.
 */
export function decode(response: FetchResponse, method?: string): Promise<%[1]s | undefined>;
export function decode(response: Received): %[1]s | undefined;
export function decode(response: FetchResponse | Received, method?: string): unknown {
  return decodeFirst(table, response, method);
}

/** All errors that a response holds: several in the API's list of errors. */
export function decodeAll(response: FetchResponse, method?: string): Promise<readonly %[1]s[]>;
export function decodeAll(response: Received): readonly %[1]s[];
export function decodeAll(response: FetchResponse | Received, method?: string): unknown {
  return decodeWhole(table, response, method);
}

/** Whether an error is the one with a name, or a kind of it. */
export function is<Name extends keyof Kinds>(error: %[1]s | undefined, name: Name): error is Kinds[Name] {
  return isA(table, error, name);
}`, all)
	if len(m.c.Operations) > 0 {
		m.line(`
/** Whether an error is one that an operation can return: one that it lists, or none of the catalog. */
export function isFrom<Name extends keyof Operations>(error: %s | undefined, operation: Name): error is Operations[Name] {
  return isOneOf(error, operations[operation]);
}`, all)
	}
	if m.c.HasClose {
		m.line(`
/** The error that a WebSocket was closed with; undefined for a code that means none. */
export function decodeClose(code: number, reason: string): %s | undefined {
  return closedWith(table, code, reason) as %s | undefined;
}`, all, all)
	}
}
