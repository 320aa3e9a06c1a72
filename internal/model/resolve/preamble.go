package resolve

import (
	"go/token"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/model/names"
)

// preamble resolves what stands above the types: package, prose, sources.
func (r *resolver) preamble() {
	f, c := r.file, r.catalog
	c.Package = r.packageName()
	c.Title, c.Description, c.Docs = f.Title.S, f.Description.S, f.Docs.S
	optionalAddress(f.Docs, r.Reporter)
	c.DataTypes = f.GoTypes.S == "data"
	c.Sides = map[string]model.Sides{"server": model.ServerSide, "client": model.ClientSide}[f.GoSides.S]
	c.OpenAPI = OpenAPI(f.OpenAPI, r.Reporter)
	for _, file := range f.Joined() {
		for _, s := range file.Sources {
			r.declareSource(s)
		}
	}
}

func (r *resolver) declareSource(s *load.Source) {
	m := &model.Source{ID: s.ID.S, File: s.File.S, URL: s.URL.S, Title: s.Title.S, Date: s.Date.S, Description: s.Description.S}
	optionalAddress(s.URL, r.Reporter)
	if !s.ID.Given() {
		return
	}
	if !r.sources.Add(s.ID.S, m) {
		r.Reportf(s.ID.Pos, diag.DuplicateName, "give each source an `id` of its own", "there are two sources %s", diag.Quote(s.ID.S))
		return
	}
	r.catalog.Sources = append(r.catalog.Sources, m)
}

// unusable are names that Go or its tools keep for something else: a package of
// such a name cannot be imported, is ignored, or hides a predeclared name.
var unusable = []string{"main", "documentation", "vendor", "internal", "testdata", "init", "_"}

// isDevice reports whether a name is kept by Windows, which Go admits in no import path
// for that reason (golang.org/ref/mod#go-mod-file-ident).
func isDevice(name string) bool {
	name = strings.ToLower(name)
	if len(name) == 4 && (strings.HasPrefix(name, "com") || strings.HasPrefix(name, "lpt")) {
		return name[3] >= '0' && name[3] <= '9'
	}
	return slices.Contains([]string{"con", "prn", "aux", "nul"}, name)
}

func (r *resolver) packageName() string {
	p := r.file.Package
	if !p.Given() {
		return ""
	}
	what := ""
	switch {
	case token.IsKeyword(p.S):
		what = "a keyword of Go"
	case names.IsPredeclared(p.S):
		what = "a name that Go declares itself"
	case slices.Contains(unusable, p.S):
		what = "a name that Go or its tools treat in a way of their own"
	case strings.HasSuffix(p.S, "_test"):
		what = "the name of a test package"
	case strings.HasPrefix(p.S, "_"):
		what = "and Go's tools pass over folders whose name begins with _"
	case strings.ContainsFunc(p.S, func(c rune) bool { return c > unicode.MaxASCII }):
		what = "and an import path has ASCII letters only"
	case isDevice(p.S):
		what = "the name of a device on Windows, where no folder can have it"
	default:
		return p.S
	}
	r.Reportf(p.Pos, diag.BadPackageName, "choose a short name in small letters, such as the product's", "the package is called %s, %s", diag.Quote(p.S), what)
	return p.S
}

// webAddress reports what is not an absolute http(s) URL.
func webAddress(t load.Text, r *diag.Reporter) (*url.URL, bool) {
	u, err := url.Parse(t.S)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		r.Reportf(t.Pos, diag.BadURL, "write a whole address: https://host/path", "%s is no http or https address", diag.Quote(t.S))
		return nil, false
	}
	return u, true
}

// optionalAddress is webAddress for a text that need not be there.
func optionalAddress(t load.Text, r *diag.Reporter) {
	if t.Given() {
		webAddress(t, r)
	}
}

// docsURL resolves an entry's `docs` against the catalog's.
func (r *resolver) docsURL(t load.Text) string {
	if !t.Given() {
		return ""
	}
	ref, err := url.Parse(t.S)
	if err == nil && ref.Scheme == "" && ref.Host == "" {
		base, err := url.Parse(r.file.Docs.S)
		if err != nil || !base.IsAbs() {
			if !r.file.Docs.Given() {
				r.Reportf(t.Pos, diag.BadURL, "give the catalog a `docs` address, or write the whole address here",
					"%s is relative, but the catalog has no `docs` to resolve it against", diag.Quote(t.S))
			}
			return ""
		}
		return base.ResolveReference(ref).String()
	}
	if u, ok := webAddress(t, r.Reporter); ok {
		return u.String()
	}
	return ""
}

// sourceNamed finds the source that a `source` names, nil if none is given.
func (r *resolver) sourceNamed(t load.Text) *model.Source {
	if !t.Given() {
		return nil
	}
	s, _ := r.sources.Find(r.Reporter, t.Pos, t.S, diag.UnknownSource, "source")
	return s
}
