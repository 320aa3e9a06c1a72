package golang

import (
	"bytes"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// A source is a Go file in the making: pieces that are written side by side and
// stand below each other with a blank line between them.
type source struct {
	name   string
	pieces []piece
}

// A piece is a part of a Go file, in gofmt's form.
type piece func() ([]byte, error)

// head is what a file begins with below its header: the package clause, and the
// packages that are imported, those of the standard library first. The documentation
// is nil but in one file of the package.
func head(c *model.Catalog, doc func() *comment, imports ...string) piece {
	return func() ([]byte, error) {
		f := jen.NewFile(c.Package)
		if doc != nil {
			f.PackageComment(doc().text())
		}
		if len(imports) > 0 {
			f.Id("import").Custom(jen.Options{Open: "(", Close: ")", Multi: true}, importLines(imports)...)
		}
		if slices.Contains(imports, "time") && namesUnits(c) {
			f.Line().Comment(ignoreUnitNames)
		}
		var b bytes.Buffer
		err := f.Render(&b)
		return b.Bytes(), err
	}
}

// importLines are import specs, those of other modules below a blank line.
func importLines(imports []string) []jen.Code {
	var lines []jen.Code
	for i, name := range imports {
		first, _, _ := strings.Cut(name, "/")
		if i > 0 && strings.Contains(first, ".") {
			lines = append(lines, jen.Line())
		}
		lines = append(lines, jen.Lit(name))
	}
	return lines
}

// when is a list of imports of which some are only needed if.
func when(needed bool, name string) []string {
	if needed {
		return []string{name}
	}
	return nil
}

// declarations are a piece, an empty one if there are none; jennifer formats it
// by itself.
func declarations(decls func() []jen.Code) piece {
	return func() ([]byte, error) {
		var lines []jen.Code
		for _, d := range decls() {
			lines = append(lines, d, jen.Line())
		}
		var b bytes.Buffer
		err := jen.Custom(jen.Options{Multi: true}, lines...).Render(&b)
		text := bytes.TrimSpace(b.Bytes())
		if len(text) == 0 {
			return nil, err
		}
		return append(text, '\n'), err
	}
}

// render writes the sources' pieces side by side and puts the files together, each
// below the header.
func render(c *model.Catalog, header string, sources []*source) ([]gen.File, error) {
	type job struct {
		run  piece
		text []byte
	}
	var jobs []job
	for _, s := range sources {
		for _, p := range s.pieces {
			jobs = append(jobs, job{run: p})
		}
	}
	err := gen.SideBySide(len(jobs), func(i int) (err error) {
		jobs[i].text, err = jobs[i].run()
		return err
	})
	if err != nil {
		return nil, err
	}
	var files []gen.File
	for _, s := range sources {
		var b bytes.Buffer
		size := len(header) + len("// \n\n")
		for _, j := range jobs[:len(s.pieces)] {
			size += len(j.text) + 1
		}
		b.Grow(size)
		b.WriteString("// " + header + "\n\n")
		for i, j := range jobs[:len(s.pieces)] {
			if i > 0 && len(j.text) > 0 {
				b.WriteByte('\n')
			}
			b.Write(j.text)
		}
		jobs = jobs[len(s.pieces):]
		files = append(files, gen.File{Path: c.Package + "/" + s.name, Content: b.Bytes()})
	}
	return files, nil
}
