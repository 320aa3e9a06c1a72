package docs

import (
	"strconv"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// raiseCode returns Go statements that end in raising the entry, with the
// values of its first sample:
//
//	return axway.NewCaseClosed(45)
func (b *builder) raiseCode(e *model.Entry) string {
	s := b.snippet()
	return s.finish(s.raise(e))
}

// optionalCode returns Go statements that raise the entry with its optional
// params, which only a literal has; "" if there are none.
//
//	wait := 30 * time.Second
//	return &parcelerr.BusyError{Status: 429, Wait: &wait}
func (b *builder) optionalCode(e *model.Entry) string {
	if !e.HasUnset() || e.TypeName == "" {
		return ""
	}
	s := b.snippet()
	x := literal("&" + b.pkg + "." + e.TypeName)
	if e.StatusParam {
		x.add("Status", s.status(e))
	}
	for _, p := range e.Params {
		x.add(p.GoName, s.param(e, p))
	}
	return s.finish(x)
}

// finish returns the declarations and the statement that returns a value.
func (s *snippet) finish(x expr) string {
	return strings.Join(append(s.setup, x.statement("return ")), "\n")
}

// raise is an occurrence of an entry.
func (s *snippet) raise(e *model.Entry) expr {
	if e.RaisedByID() {
		return atom(s.b.pkg + "." + e.Const)
	}
	x := call(s.b.pkg + "." + e.NewFunc)
	if e.StatusParam {
		x.add("", s.status(e))
	}
	for _, p := range e.Params {
		if p.Required() {
			x.add("", s.param(e, p))
		}
	}
	return x
}

// status is the status that the sample has.
func (s *snippet) status(e *model.Entry) expr {
	if len(e.Samples) > 0 && e.Status.Contains(e.Samples[0].Status) {
		return atom(strconv.Itoa(e.Samples[0].Status))
	}
	return atom(strconv.Itoa(e.WriteStatus()))
}

// param is the value that a param has in the entry's sample.
func (s *snippet) param(e *model.Entry, p *model.Param) expr {
	return s.value(p.ArgName, e.Illustration(p), p.Go, p.Schema)
}

// matchCode returns Go statements that recognise the entry and read its data:
//
//	if errors.Is(err, axway.ErrCaseClosed) {
//		// ...
//	}
//
//	var data *axway.CaseClosedError
//	if errors.As(err, &data) {
//		fmt.Println(data.Days)
//	}
func (b *builder) matchCode(e *model.Entry) string {
	code := "if errors.Is(err, " + b.pkg + "." + e.Const + ") {\n\t// ...\n}"
	if e.TypeName == "" || !hasData(e) {
		return code
	}
	return code + "\n\nvar data *" + b.pkg + "." + e.TypeName + "\nif errors.As(err, &data) {\n" + useData(e) + "}"
}

// hasData reports whether an occurrence of the entry has data that is worth
// looking at.
func hasData(e *model.Entry) bool { return e.StatusParam || len(e.Params) > 0 }

// useData is a statement that reads one of the params.
func useData(e *model.Entry) string {
	p := e.TellingParam()
	switch {
	case p == nil && e.StatusParam:
		return "\tfmt.Println(data.Status)\n"
	case p == nil:
		return "\tfmt.Println(data)\n"
	case p.Go.Pointers == 0:
		return "\tfmt.Println(data." + p.GoName + ")\n"
	}
	return "\tif data." + p.GoName + " != nil {\n\t\tfmt.Println(*data." + p.GoName + ")\n\t}\n"
}
