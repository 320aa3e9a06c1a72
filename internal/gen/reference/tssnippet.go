package reference

import (
	"slices"
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/tscode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// entryTypeScript adds the code that recognises an entry and has a mock answer with it.
func (b *Builder[M]) entryTypeScript(v *Entry[M], e *model.Entry) {
	if !b.typeScript {
		return
	}
	if code := b.typeScriptMatch(e); code != "" {
		v.TypeScriptMatch = b.Fence("ts", code)
	}
	if code := b.typeScriptMock(e); code != "" {
		v.TypeScriptMock = b.Fence("ts", code)
	}
}

// typeScriptMatch returns statements that recognise the entry or a kind of it and read a
// param; "" if it is in nothing that clients receive:
//
//	import { decode } from "./shop/errors.js";
//
//	const error = await decode(response);
//	if (error?.name === "OutOfStock") {
//	  console.log(error.params?.left);
//	}
func (b *Builder[M]) typeScriptMatch(e *model.Entry) string {
	is := func(error string) string { return error + ".name === " + tscode.Text(e.Name) }
	imports, question := []string{"decode"}, is("error?")
	if len(e.Children) > 0 {
		is = func(error string) string { return "is(" + error + ", " + tscode.Text(e.Name) + ")" }
		imports, question = append(imports, "is"), is("error")
	}
	received := "await decode(response)"
	switch {
	case slices.ContainsFunc(e.Reads, func(env *model.Envelope) bool { return !env.Part }):
	case len(e.Reads) > 0:
		received = "(await decode(response))?.within.find((one) => " + is("one") + ")"
	case e.Close != nil:
		imports[0], received = "decodeClose", "decodeClose(event.code, event.reason)"
	default:
		return ""
	}
	use := "// ..."
	if p := e.TellingParam(); p != nil && allKindsHave(e, p.Name) {
		use = "console.log(" + tscode.Optional("error.params", p.Name) + ");"
	}
	return b.typeScriptImport("errors", imports...) + "const error = " + received + ";\nif (" + question + ") {\n  " + use + "\n}"
}

// allKindsHave reports whether an entry and all its descendants have a param: one that fills
// a field itself has no use for what its ancestors fill it with.
func allKindsHave(e *model.Entry, param string) bool {
	return slices.ContainsFunc(e.Params, func(p *model.Param) bool { return p.Name == param }) &&
		!slices.ContainsFunc(e.Children, func(kind *model.Entry) bool { return !allKindsHave(kind, param) })
}

// typeScriptImport imports functions from a module of the catalog.
func (b *Builder[M]) typeScriptImport(module string, functions ...string) string {
	return "import " + tscode.Object(functions) + " from " + tscode.Text("./"+b.catalog.Package+"/"+module+".js") + ";\n\n"
}

// typeScriptMock returns a statement that makes a response of the entry, with the values of
// its first sample; "" if it has no response, or needs what an example cannot write out:
//
//	import { mock } from "./shop/mocks.js";
//
//	const { status, headers, body } = mock({ name: "OutOfStock", params: { left: 2 } });
func (b *Builder[M]) typeScriptMock(e *model.Entry) string {
	params, ok := typeScriptParams(e)
	if e.Envelope == nil || e.Envelope.Part || !ok {
		return ""
	}
	members := []string{"name: " + tscode.Text(e.Name)}
	if e.StatusParam {
		members = append(members, "status: "+strconv.Itoa(e.WriteStatus()))
	}
	if len(params) > 0 {
		members = append(members, "params: "+tscode.Object(params))
	}
	const line = 60 // of an object that still stands in the line of the call
	mocked := tscode.Object(members)
	if len(mocked) > line {
		mocked = "{\n  " + strings.Join(members, ",\n  ") + ",\n}"
	}
	return b.typeScriptImport("mocks", "mock") + "const { status, headers, body } = mock(" + mocked + ");"
}

// typeScriptParams are the params without which a mock does not compile. It is false if one
// is private, or holds another error: only what was decoded is one.
func typeScriptParams(e *model.Entry) (params []string, ok bool) {
	for _, p := range e.Params {
		switch {
		case p.MayBeAbsent() || p.Private && p.Default == nil:
		case p.Private || p.Schema.HoldsErrors():
			return nil, false
		default:
			params = append(params, tscode.Member(p.Name)+": "+tscode.Value(e.Illustration(p), p.Schema))
		}
	}
	return params, true
}
