package report

import (
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
)

// The objects of SARIF 2.1.0 that errgen writes, by the names that the standard has for
// them. https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool               sarifTool                `json:"tool"`
		AutomationDetails  sarifID                  `json:"automationDetails"`
		Invocations        []sarifInvocation        `json:"invocations"`
		OriginalURIBaseIDs map[string]sarifArtifact `json:"originalUriBaseIds"`
		ColumnKind         string                   `json:"columnKind"`
		Results            []sarifResult            `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string        `json:"id"`
		ShortDescription *sarifMessage `json:"shortDescription,omitempty"`
		Help             *sarifMessage `json:"help,omitempty"`
	}
	sarifID struct {
		ID string `json:"id"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		ExitCode      int                 `json:"exitCode"`
		Notifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level   string       `json:"level"`
		Message sarifMessage `json:"message"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
		Properties   map[string]string `json:"properties"`
	}
	sarifMessage struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifLocation struct {
		Physical *sarifPhysical `json:"physicalLocation,omitempty"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
		Message  *sarifMessage  `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI         string        `json:"uri,omitempty"`
		BaseID      string        `json:"uriBaseId,omitempty"`
		Description *sarifMessage `json:"description,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifLogical struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
	}
)

const (
	sarifSchema  = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	homepage     = "https://github.com/seed-1b9d9f04/errgen"
	sourceRoot   = "%SRCROOT%"
	fingerprint1 = "errgen/v1" // another name where fingerprints are made otherwise
)

var sarifLevels = map[Level]string{Error: "error", Warning: "warning", Info: "note"}

// sarif writes a log with one run. Paths are relative to the repository, so that it is
// the same on every machine.
func (p Printer) sarif(w io.Writer, r Report) error {
	run := sarifRun{
		Tool:               sarifTool{sarifDriver{"errgen", p.Version, homepage, []sarifRule{}}},
		AutomationDetails:  sarifID{"errgen/" + r.Command + "/"},
		Invocations:        []sarifInvocation{{Successful: r.Status < 2, ExitCode: r.Status}},
		OriginalURIBaseIDs: map[string]sarifArtifact{sourceRoot: {Description: &sarifMessage{Text: "the root of the repository"}}},
		ColumnKind:         "unicodeCodePoints",
		Results:            []sarifResult{},
	}
	if r.Failure != "" {
		run.Invocations[0].Notifications = []sarifNotification{{"error", sarifMessage{Text: r.Failure}}}
	}
	prints := p.fingerprints(r.Findings)
	for i, f := range r.Findings {
		result := p.sarifResult(f, prints[i])
		result.RuleIndex = p.addRule(&run.Tool.Driver, f.Rule)
		run.Results = append(run.Results, result)
	}
	return encode(w, sarifLog{sarifSchema, "2.1.0", []sarifRun{run}})
}

// addRule adds a rule unless it is there, and returns its index.
func (p Printer) addRule(d *sarifDriver, rule string) int {
	i := slices.IndexFunc(d.Rules, func(r sarifRule) bool { return r.ID == rule })
	if i >= 0 {
		return i
	}
	added := sarifRule{ID: rule}
	if p.Explain != nil {
		if x, ok := p.Explain(rule); ok {
			added.ShortDescription = &sarifMessage{Text: x.Summary}
			added.Help = &sarifMessage{Text: x.Help, Markdown: x.Help}
		}
	}
	d.Rules = append(d.Rules, added)
	return len(d.Rules) - 1
}

// sarifResult is a finding.
func (p Printer) sarifResult(f Finding, print string) sarifResult {
	result := sarifResult{
		RuleID: f.Rule, Level: sarifLevels[f.Level], Message: sarifMessage{Text: f.text()},
		Fingerprints: map[string]string{fingerprint1: print}, Properties: map[string]string{"category": f.Category},
	}
	at := sarifLocation{Physical: p.physical(f, f.Pos)}
	if f.Subject != "" {
		name := strings.TrimPrefix(f.Package+"."+f.Subject, ".")
		if f.Subject == "package "+f.Package {
			name = f.Package
		}
		at.Logical = []sarifLogical{{FullyQualifiedName: name}}
	}
	if at.Physical != nil || at.Logical != nil {
		result.Locations = []sarifLocation{at}
	}
	for _, r := range f.Related {
		result.Related = append(result.Related, sarifLocation{Physical: p.physical(f, r.Pos), Message: &sarifMessage{Text: diag.Escape(r.Message)}})
	}
	return result
}

// text is all that a finding says, as plain text.
func (f Finding) text() string {
	lines := f.lines()
	for i, line := range lines {
		lines[i] = diag.Escape(line)
	}
	if f.Subject != "" {
		lines[0] = diag.Escape(f.Subject) + ": " + lines[0]
	}
	return strings.Join(lines, "\n")
}

// physical is a place in a file, nil for none. A line of an earlier revision is none of
// the file that there is.
func (p Printer) physical(f Finding, pos diag.Pos) *sarifPhysical {
	if pos.File == "" {
		return nil
	}
	file := url.URL{Path: p.path(f, pos)}
	at := &sarifPhysical{Artifact: sarifArtifact{URI: file.String(), BaseID: sourceRoot}}
	if strings.HasPrefix(file.Path, "/") { // outside of the repository
		file.Scheme = "file"
		at.Artifact = sarifArtifact{URI: file.String()}
	}
	if pos.IsValid() && f.Revision == "" {
		at.Region = &sarifRegion{pos.Line, pos.Column}
	}
	return at
}
