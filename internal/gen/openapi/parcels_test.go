package openapi

import "github.com/seed-1b9d9f04/errgen/internal/model"

// parcels is the catalog of docs/spec.md#a-complete-catalog, resolved by hand.
func parcels() *model.Catalog {
	text, help, hint := fieldNode("text", str()), fieldNode("help", str()), optional(fieldNode("hint", str()))
	extra := optional(fieldNode("extra", &model.Schema{Kind: model.MapKind, Additional: &model.Schema{}}))
	extra.Field.Map = true
	trace := &model.Node{Kind: model.ExchangeNode, Name: "trace", Schema: str(), Exchange: &model.Exchange{Name: "trace", Required: true}}
	body := object(constNode("kind", "error"), codeLeaf("code", str()), text, trace, help, hint)
	body.Additional = extra
	problem := jsonEnvelope("Problem", body)
	depotText := named("", fieldNode("text", str()))
	plain := &model.Envelope{Name: "Plain", MediaType: "text/plain", Kind: model.TextBody, Status: problem.Status, Body: depotText}

	entry := func(name string, status model.StatusSet, c string, fills ...*model.Fill) *model.Entry {
		return &model.Entry{
			Name: name, Reads: []*model.Envelope{problem}, Status: status, Code: code(c),
			Fills: append(fills, fill(help, textTree("https://parcels.example/errors/"+name)), &model.Fill{Field: hint.Field, Omit: true}),
		}
	}
	noExtra := &model.Fill{Field: extra.Field, Omit: true}

	openText, textParam := open(text)
	notFound := entry("NotFound", statuses(404), "NOT_FOUND", openText, noExtra)
	notFound.Params = []*model.Param{textParam}
	notFound.Samples = []*model.Sample{sample(problem, 404, `{"kind":"error","code":"NOT_FOUND","text":"text","trace":"","help":"https://parcels.example/errors/NotFound"}`)}

	parcel := &model.Param{Name: "parcel", Schema: str(), In: []*model.Field{extra.Field}}
	days := &model.Param{Name: "days", Schema: &model.Schema{Kind: model.IntegerKind, Minimum: "1"}}
	gone := entry("ParcelGone", statuses(404), "NOT_FOUND", fill(text, textTree("Parcel {parcel} was returned after {days} days.", parcel, days)))
	gone.Parent, gone.Params = notFound, []*model.Param{parcel, days}
	gone.Samples = []*model.Sample{sample(problem, 404, `{"kind":"error","code":"NOT_FOUND","text":"Parcel 7 was returned after 14 days.","trace":"","help":"https://parcels.example/errors/ParcelGone","parcel":"7"}`)}

	wait := &model.Param{Name: "wait", Optional: true, Schema: &model.Schema{Kind: model.IntegerKind, Format: "seconds"}}
	busy := entry("Busy", statuses(429, 503), "BUSY", fill(text, textTree("Busy. Try again in {wait} seconds.", wait), textTree("Busy.")), noExtra)
	busy.Params, busy.Retryable, busy.StatusParam = []*model.Param{wait}, true, true
	busy.Headers = []*model.HeaderFill{{Name: "Retry-After", Lines: []*model.Header{{Wordings: []*model.Tree{{Param: wait}}}}}}
	busy.Samples = []*model.Sample{sample(problem, 429, `{"kind":"error","code":"BUSY","text":"Busy. Try again in 5 seconds.","trace":"","help":"https://parcels.example/errors/Busy"}`)}

	internal := entry("Internal", statuses(500), "INTERNAL", fill(text, textTree("An unexpected error occurred.")), noExtra)
	internal.Samples = []*model.Sample{sample(problem, 500, `{"kind":"error","code":"INTERNAL","text":"An unexpected error occurred.","trace":"","help":"https://parcels.example/errors/Internal"}`)}

	closed := &model.Entry{Name: "DepotClosed", Reads: []*model.Envelope{plain}, Status: statuses(503), Fills: []*model.Fill{fill(depotText, textTree("Depot closed."))}}
	closed.Samples = []*model.Sample{sample(plain, 503, "Depot closed.")}

	c := catalog("parcelerr", []*model.Envelope{problem, plain}, notFound, gone, busy, internal, closed)
	returned := `{"kind":"error","code":"NOT_FOUND","text":"Parcel 7 was returned after 14 days.","trace":"t1","help":"https://parcels.example/errors/ParcelGone","parcel":"7"}`
	c.Examples = []*model.Example{{
		Name: "returned", Outcomes: []model.Outcome{{Entry: gone}}, Status: 404, HasBody: true,
		Body: returned, Corrected: []byte(returned),
	}}
	return c
}
