package reference

import (
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/gen/gocode"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// usedNames are the packages and variables that snippets use.
var usedNames = []string{"errors", "fmt", "time", "err", "data"}

// ImportName is the name by which snippets know the package.
func ImportName(c *model.Catalog) string {
	return c.ImportName(slices.Concat(usedNames, gocode.Predeclared)...)
}

// raiseCode returns Go statements that end in raising the entry, with the
// values of its first sample:
//
//	return axway.NewCaseClosed(45)
func (b *Builder[M]) raiseCode(e *model.Entry) string {
	return b.returns(e, (*gocode.Printer).Raise)
}

// optionalCode returns Go statements that raise the entry with its optional
// params, which only a literal has; "" if there are none.
//
//	wait := 30 * time.Second
//	return &parcelerr.BusyError{Status: 429, Wait: &wait}
func (b *Builder[M]) optionalCode(e *model.Entry) string {
	if !e.HasUnset() || e.TypeName == "" {
		return ""
	}
	return b.returns(e, (*gocode.Printer).Data)
}

// returns are the declarations that an expression needs and the statement that
// returns it.
func (b *Builder[M]) returns(e *model.Entry, of func(*gocode.Printer, *model.Entry) gocode.Expr) string {
	vars := &gocode.Variables{Reserved: append(slices.Clone(usedNames), b.pkg)}
	returned := of(&gocode.Printer{In: gocode.Scope(b.pkg), Variables: vars}, e)
	var lines []string
	for _, v := range vars.Declared {
		lines = append(lines, v.Value.Statement(v.Name+" := "))
	}
	return strings.Join(append(lines, returned.Statement("return ")), "\n")
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
func (b *Builder[M]) matchCode(e *model.Entry) string {
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
