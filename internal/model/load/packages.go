package load

import (
	"fmt"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// checkPackages reports catalogs of one package, whose outputs would overwrite
// each other. Letter case does not make them different: their folders are one
// where the file system does not tell it apart.
func checkPackages(catalogs []*File, l *diag.List) {
	first := map[string]*File{}
	for _, f := range catalogs {
		if !f.Package.Given() {
			continue
		}
		folder := strings.ToLower(strings.ToUpper(f.Package.S))
		other, taken := first[folder]
		if !taken {
			first[folder] = f
			continue
		}
		message := fmt.Sprintf("package %s is generated from another catalog already", diag.Quote(f.Package.S))
		if f.Package.S != other.Package.S {
			message = fmt.Sprintf("packages %s and %s differ in letter case alone", diag.Quote(f.Package.S), diag.Quote(other.Package.S))
		}
		l.Report(f.Package.Pos, diag.PackageClash, message, "give each catalog a package of its own",
			diag.Related{Pos: other.Package.Pos, Message: "the other catalog"})
	}
}
