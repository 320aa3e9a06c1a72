package apidoc

import (
	_ "embed"

	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// Rule names a difference between a document and a catalog. It is stable: documents
// that allow it and scripts rely on it.
type Rule string

// The rules, in the order of rules.md, which says what they mean.
const (
	OperationUndocumented Rule = "operation-undocumented"
	OperationUnknown      Rule = "operation-unknown"
	StatusUndocumented    Rule = "status-undocumented"
	StatusUnraised        Rule = "status-unraised"
	ErrorUnraised         Rule = "error-unraised"
	MediaTypeUndocumented Rule = "media-type-undocumented"
	BodyRefused           Rule = "body-refused"
	CodeUndocumented      Rule = "code-undocumented"
	CodeOpen              Rule = "code-open"
	HeaderRefused         Rule = "header-refused"
	ExampleDiffers        Rule = "example-differs"
	AllowUnneeded         Rule = "allow-unneeded"
)

// levels are how bad the differences are.
var levels = map[Rule]report.Level{
	OperationUndocumented: report.Error,
	OperationUnknown:      report.Info,
	StatusUndocumented:    report.Error,
	StatusUnraised:        report.Error,
	ErrorUnraised:         report.Error,
	MediaTypeUndocumented: report.Error,
	BodyRefused:           report.Error,
	CodeUndocumented:      report.Warning,
	CodeOpen:              report.Info,
	HeaderRefused:         report.Error,
	ExampleDiffers:        report.Error,
	AllowUnneeded:         report.Warning,
}

// Rules are all rules, in order.
func Rules() []Rule {
	return []Rule{
		OperationUndocumented, OperationUnknown, StatusUndocumented, StatusUnraised, ErrorUnraised, MediaTypeUndocumented,
		BodyRefused, CodeUndocumented, CodeOpen, HeaderRefused, ExampleDiffers, AllowUnneeded,
	}
}

//go:embed rules.md
var page string

var explained = report.Explain(page, levels)

// Explain returns what there is to say of a rule.
func Explain(r Rule) report.Explained { return explained(r) }
