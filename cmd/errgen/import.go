package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/importer"
	"github.com/seed-1b9d9f04/errgen/internal/importer/bodies"
	"github.com/seed-1b9d9f04/errgen/internal/importer/draft"
	importopenapi "github.com/seed-1b9d9f04/errgen/internal/importer/openapi"
	"github.com/seed-1b9d9f04/errgen/internal/importer/table"
	"github.com/seed-1b9d9f04/errgen/internal/layout"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/yamledit"
)

// importCommand is one run of a command that makes a catalog of something else.
type importCommand struct {
	app     *app
	pkg     string
	into    string
	docs    string
	columns []string
	status  []string
}

// imports is the command that makes catalogs of what people have.
func (a *app) imports() *cobra.Command {
	return family(&cobra.Command{
		Use:   "import",
		Short: "Make a catalog of a page, a document or responses",
		Long: `Import prints a catalog of errors that are written down elsewhere, or with --into
adds them to one. What does not fit stands in it as a comment "# import: ..." with
its place, and is counted on standard error; each entry says from which line it is.`,
	}, a.importTable(), a.importOpenAPI(), a.importBodies())
}

func (a *app) importTable() *cobra.Command {
	m := &importCommand{app: a}
	var columns map[string]table.Role
	cmd := &cobra.Command{
		Use:   "table FILE",
		Short: "Make a catalog of the tables of a page, or of a spreadsheet",
		Long: `Table reads a page of Markdown or HTML, or a table as CSV or TSV. Tables, lists of
definitions and sections of which the heading names an error become entries, JSON
and HTTP blocks examples, of which the envelope is inferred. What a column tells is
guessed from its head and its cells; --columns says it: ROLE=COLUMN, a number from
1 or the head. Roles: code, status, name, message, description, remedy, close,
retry, docs, ignore.`,
		Example: `  errgen import table docs/errors.md > spec/shop.yaml
  errgen import table --columns code=1,message=Text --status 400 errors.csv`,
		Args: exactly("FILE"),
		PreRunE: usage(func() (err error) {
			columns, err = table.ParseColumns(m.columns)
			return err
		}),
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := m.run(args[0], func(name string, text []byte) (*draft.Catalog, error) {
				return table.Draft(name, text, table.Options{Columns: columns, Status: m.status})
			})
			return err
		},
	}
	m.flags(cmd)
	cmd.Flags().StringSliceVar(&m.columns, "columns", nil, "what columns tell, a `list` of ROLE=COLUMN")
	cmd.Flags().StringSliceVar(&m.status, "status", nil, "the `status` of entries for which the page has none")
	return cmd
}

func (a *app) importOpenAPI() *cobra.Command {
	m := &importCommand{app: a}
	cmd := &cobra.Command{
		Use:   "openapi FILE",
		Short: "Make a catalog of the responses of an OpenAPI document",
		Long: `Openapi reads a document of OpenAPI 3.0 or 3.1, in YAML or JSON. Its responses of 400
and up, and default ones, become entries: one for each code that oneOf, enum, const,
examples or the extension x-errors name, else one for each response. Operations
have their method, path and operationId. References are followed within the
document.`,
		Example: `  errgen import openapi api.yaml > spec/shop.yaml`,
		Args:    exactly("FILE"),
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := m.run(args[0], func(_ string, text []byte) (*draft.Catalog, error) { return importopenapi.Draft(text) })
			return err
		},
	}
	m.flags(cmd)
	return cmd
}

func (a *app) importBodies() *cobra.Command {
	m := &importCommand{app: a}
	cmd := &cobra.Command{
		Use:   "bodies FILE",
		Short: "Make a catalog of responses that were observed",
		Long: `Bodies reads responses in the forms that "errgen decode" knows: lines of JSON with
status, headers and body, a HAR file, or what curl -i prints. Those of one shape
become an envelope, those of one code an entry, what their texts have in common a
template with params. Each response is then decoded with the catalog: those that
are read as another entry than they made are named.`,
		Example: `  errgen import bodies responses.jsonl > spec/shop.yaml
  errgen import bodies --package shop session.har`,
		Args: exactly("FILE"),
		RunE: func(_ *cobra.Command, args []string) error { return m.bodies(args[0]) },
	}
	m.flags(cmd)
	return cmd
}

// bodies imports responses, and says which of them are read otherwise.
func (m *importCommand) bodies(name string) error {
	var seen []*bodies.Seen
	r, err := m.run(name, func(_ string, text []byte) (c *draft.Catalog, err error) {
		c, seen, err = bodies.Draft(text)
		return c, err
	})
	if err != nil {
		return err
	}
	misread := importer.Misread(r, seen)
	const most = 10
	for i, text := range misread {
		if i == most {
			m.app.say(fmt.Sprintf("and %d more", len(misread)-most))
			break
		}
		m.app.say(text)
	}
	m.app.say(fmt.Sprintf("%d of %s decode to the entries that they made", len(seen)-len(misread), plural(len(seen), "response")))
	return nil
}

// flags adds the flags that all imports have.
func (m *importCommand) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&m.pkg, "package", "", "the `name` of the package (default made of the file's name)")
	cmd.Flags().StringVar(&m.docs, "docs", "", "the `URL` that relative links begin at")
	cmd.Flags().StringVar(&m.into, "into", "", "the `catalog` to which the entries are added; a new one is made")
}

// exactly is an argument check: one of a name.
func exactly(name string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return &usageError{cmd.CommandPath(), fmt.Errorf("%s is missing", name)}
		case len(args) > 1:
			return &usageError{cmd.CommandPath(), fmt.Errorf("unexpected argument %s", diag.Quote(args[1]))}
		}
		return nil
	}
}

// maxImport bounds what is imported, in bytes.
const maxImport = 256 << 20

// run imports a file and prints the catalog, or adds to one.
func (m *importCommand) run(name string, make func(name string, text []byte) (*draft.Catalog, error)) (*importer.Result, error) {
	text, err := readBounded(name, maxImport)
	if err != nil {
		return nil, err
	}
	c, err := make(name, text)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	c.File, c.Package, c.Docs = name, m.packageName(name), m.docs
	r, err := importer.Finish(c)
	if err != nil {
		return nil, err
	}
	if len(c.Entries) == 0 {
		for _, n := range c.Notes {
			m.app.say(fmt.Sprintf("%s:%d: %s", name, n.Line, n.Text))
		}
		return nil, fmt.Errorf("%s: no errors are found in it", name)
	}
	if err := m.put(r); err != nil {
		return nil, err
	}
	m.app.say(summary(r))
	for _, f := range r.Findings {
		m.app.say(fmt.Sprintf("a finding that nothing was done about: line %d: %s", f.Pos.Line, f.Message))
	}
	if len(r.Findings) > 0 {
		return nil, errFindings
	}
	return r, nil
}

// put prints the catalog, or adds it to the one that was named; a new one is made.
func (m *importCommand) put(r *importer.Result) error {
	if m.into == "" {
		_, err := m.app.stdout.Write(r.Text)
		return err
	}
	f, err := os.OpenFile(m.into, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return m.add(r)
	}
	if err != nil {
		return err
	}
	_, err = f.Write(r.Text)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	m.app.say("wrote " + m.into)
	return nil
}

// summary says what was imported, and how much was not.
func summary(r *importer.Result) string {
	d := r.Draft
	parts := []string{plural(len(d.Entries), "error"), plural(len(d.Envelopes), "envelope")}
	if n := len(d.Examples); n > 0 {
		parts = append(parts, plural(n, "example"))
	}
	text := strings.Join(parts, ", ")
	lost := r.Lost()
	if n := len(d.Notes) - lost; n > 0 {
		text += fmt.Sprintf("; %s", plural(n, "assumption"))
	}
	if lost == 0 {
		return text + "; nothing is lost"
	}
	return text + fmt.Sprintf("; %s not in the catalog, each a comment `# import: ...`", countedAre(lost))
}

func countedAre(n int) string {
	if n == 1 {
		return "1 thing is"
	}
	return fmt.Sprintf("%d things are", n)
}

// readBounded reads a file, or standard input for -.
func readBounded(name string, most int64) ([]byte, error) {
	in := io.Reader(os.Stdin)
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer file.Close()
		in = file
	}
	text, err := io.ReadAll(io.LimitReader(in, most+1))
	if err == nil && int64(len(text)) > most {
		err = fmt.Errorf("%s is larger than %d MB: give a part of it", name, most>>20)
	}
	return text, err
}

// packageName is the name that was given, or one made of the name of the file that is to
// hold the catalog, else of the one that is imported.
func (m *importCommand) packageName(file string) string {
	switch {
	case m.pkg != "":
		return m.pkg
	case m.into != "":
		file = m.into
	}
	base := filepath.Base(file)
	base = strings.ToLower(strings.TrimSuffix(base, filepath.Ext(base)))
	name := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, base)
	name = strings.TrimLeft(name, "0123456789")
	if name == "" || slices.Contains([]string{"error", "errors", "internal", "main", "readme", "index", "table", "import"}, name) {
		return "api"
	}
	return name
}

// add adds the entries to a catalog, which has no findings before and after.
func (m *importCommand) add(r *importer.Result) error {
	text, err := os.ReadFile(m.into)
	if err != nil {
		return err
	}
	files, read := m.app.readFiles([]string{m.into})
	sides := read.sides(files)
	if err := inCatalogs("", read.findings); err != nil {
		return err
	}
	if len(sides) != 1 {
		return fmt.Errorf("%s is no catalog", m.into)
	}
	edits, added, there := importer.Into(r.Draft, sides[0].Catalog)
	if counted := files[0].Count; counted.Given() && added > 0 {
		edits = append(edits, yamledit.Edit{Path: []string{"count"}, Value: len(sides[0].Catalog.Entries) + added})
	}
	out, err := yamledit.Apply(text, edits...)
	if err != nil {
		return fmt.Errorf("%s: %w", m.into, err)
	}
	if laid, err := layout.Format(text); err == nil && bytes.Equal(laid, text) {
		if out, err = layout.Format(out); err != nil {
			return fmt.Errorf("%s: %w", m.into, err)
		}
	}
	if err := m.prove(out); err != nil {
		return err
	}
	m.app.say(fmt.Sprintf("%s added to %s, %d were there", plural(added, "error"), m.into, there))
	for _, n := range r.Draft.Notes {
		m.app.say(strings.TrimSpace(fmt.Sprintf("line %d: %s", n.Line, n.Text)))
	}
	return os.WriteFile(m.into, out, 0o666)
}

// prove holds that the catalog with what is added has no findings.
func (m *importCommand) prove(text []byte) error {
	dir := filepath.Dir(m.into)
	f, err := os.CreateTemp(dir, ".errgen-import-*.yaml")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return err
	}
	files, read := m.app.readFiles([]string{f.Name()})
	read.sides(files)
	if len(read.findings) > 0 {
		d := read.findings[0]
		return fmt.Errorf("%s was not changed: with the entries, line %d would have a finding: %s", m.into, d.Pos.Line, d.Message)
	}
	return nil
}
