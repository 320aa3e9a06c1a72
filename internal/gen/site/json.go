package site

import (
	"bytes"
	"encoding/json"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/gen/reference"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// jsonVersion is the version of errors.json (spec/errgen-site.schema.json). It changes if
// a reader of an older one would be misled.
const jsonVersion = 1

// The members of errors.json, in their order.
type (
	jsonSite struct {
		Comment  string        `json:"@@x-generated"`
		Version  int           `json:"version"`
		Catalogs []jsonCatalog `json:"catalogs"`
	}
	jsonCatalog struct {
		Package     string        `json:"package"`
		Title       string        `json:"title"`
		Description string        `json:"description,omitempty"`
		Docs        string        `json:"docs,omitempty"`
		Page        string        `json:"page"`
		Errors      []jsonError   `json:"errors"`
		Retired     []jsonRetired `json:"retired,omitempty"`
	}
	jsonError struct {
		Name        string          `json:"name"`
		Code        string          `json:"code,omitempty"`
		Status      []string        `json:"status,omitempty"`
		Close       int             `json:"close,omitempty"`
		Page        string          `json:"page"`
		Docs        string          `json:"docs,omitempty"`
		Summary     string          `json:"summary,omitempty"`
		Description string          `json:"description,omitempty"`
		Remedy      string          `json:"remedy,omitempty"`
		Text        []string        `json:"text,omitempty"`
		Group       string          `json:"group,omitempty"`
		Parent      string          `json:"parent,omitempty"`
		Operations  []string        `json:"operations,omitempty"`
		Retryable   bool            `json:"retryable,omitempty"`
		Stability   string          `json:"stability,omitempty"`
		Tags        []string        `json:"tags,omitempty"`
		Deprecated  *jsonDeprecated `json:"deprecated,omitempty"`
		Params      []jsonParam     `json:"params,omitempty"`
		Response    *jsonResponse   `json:"response,omitempty"`
	}
	jsonDeprecated struct {
		Since       string `json:"since,omitempty"`
		Sunset      string `json:"sunset,omitempty"`
		Replacement string `json:"replacement,omitempty"`
	}
	jsonParam struct {
		Name        string `json:"name"`
		Description string `json:"description,omitempty"`
		Optional    bool   `json:"optional,omitempty"`
	}
	jsonResponse struct {
		Status  int          `json:"status,omitempty"`
		Headers []jsonHeader `json:"headers,omitempty"`
		Body    string       `json:"body,omitempty"`
	}
	jsonHeader struct {
		Name  string `json:"name"`
		Value string `json:"value"`
	}
	jsonRetired struct {
		Name        string `json:"name,omitempty"`
		Code        string `json:"code,omitempty"`
		Page        string `json:"page"`
		Since       string `json:"since,omitempty"`
		Replacement string `json:"replacement,omitempty"`
		Reason      string `json:"reason,omitempty"`
	}
)

// json returns errors.json: what other portals need to show or find the errors.
func (s *site) json() ([]byte, error) {
	v := jsonSite{Comment: gen.SharedHeader, Version: jsonVersion}
	for _, c := range s.catalogs {
		v.Catalogs = append(v.Catalogs, s.jsonCatalog(c))
	}
	text, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return nil, err
	}
	// The first line is the header, by which errgen knows its files.
	return append(bytes.Replace(text, []byte("{\n "), []byte("{"), 1), '\n'), nil
}

func (s *site) jsonCatalog(c *model.Catalog) jsonCatalog {
	b := s.builder(c)
	v := jsonCatalog{
		Package: c.Package, Title: catalogTitle(c), Description: c.Description, Docs: c.Docs, Page: c.Package + "/index.html",
		Errors: []jsonError{},
	}
	operations := map[*model.Entry][]string{}
	for _, o := range c.Operations {
		for _, e := range o.Errors {
			operations[e] = append(operations[e], o.Name)
		}
	}
	for _, e := range c.Entries {
		one := s.jsonError(e)
		one.Page, one.Operations = inSite(c, b.EntryAt(e)), operations[e]
		v.Errors = append(v.Errors, one)
	}
	for i := range c.Retired {
		r := &c.Retired[i]
		v.Retired = append(v.Retired, jsonRetired{r.Name, r.Code, inSite(c, b.RetiredAt(r)), r.Since, r.Replacement, r.Reason})
	}
	return v
}

func (s *site) jsonError(e *model.Entry) jsonError {
	v := jsonError{
		Name: e.Name, Docs: e.DocURL, Summary: reference.SummaryOf(e), Description: e.Description, Remedy: e.Remedy,
		Retryable: e.Retryable, Stability: e.Stability, Tags: e.Tags,
	}
	if e.Code != nil {
		v.Code = e.Code.Template.String()
	}
	for _, r := range e.Status {
		v.Status = append(v.Status, r.String())
	}
	for _, t := range e.Text {
		v.Text = append(v.Text, t.String())
	}
	if e.Close != nil {
		v.Close = e.Close.Code
	}
	if e.Group != nil {
		v.Group = e.Group.Heading()
	}
	if e.Parent != nil {
		v.Parent = e.Parent.Name
	}
	if d := e.Deprecated; d != nil {
		v.Deprecated = &jsonDeprecated{Since: d.Since, Sunset: d.Sunset}
		if d.Replacement != nil {
			v.Deprecated.Replacement = d.Replacement.Name
		}
	}
	for _, p := range e.Params {
		if !p.Private || !s.options.Public {
			v.Params = append(v.Params, jsonParam{p.Name, p.Description, p.Optional})
		}
	}
	v.Response = responseOf(e)
	return v
}

// responseOf is an entry's sample as it is written.
func responseOf(e *model.Entry) *jsonResponse {
	if len(e.Samples) == 0 || e.Samples[0].Envelope == nil || e.Samples[0].Envelope.Part {
		return nil
	}
	sample := e.Samples[0]
	v := &jsonResponse{Status: sample.Status, Body: string(sample.Body)}
	for _, h := range sample.Headers {
		v.Headers = append(v.Headers, jsonHeader{e.HeaderSpelling(h.Name), h.Value})
	}
	return v
}
