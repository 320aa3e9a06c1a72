package handwritten

import (
	"github.com/tidwall/gjson"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
)

// AUIGJSON reads an error of the AUI Messaging API.
func AUIGJSON(status int, body []byte) error {
	if !gjson.ValidBytes(body) {
		return nil
	}
	switch status {
	case 401:
		if gjson.GetBytes(body, "detail").Str == auiUnauthenticated {
			return &Error{Name: "AuthenticationError"}
		}
	case 422:
		return auiGJSONIssues(gjson.GetBytes(body, "detail"))
	case 400:
		found := gjson.GetManyBytes(body, "description", "message", "extra_data.moderation_category", "extra_data.flagged_text")
		if found[0].Str == auiModeration && found[1].Str == auiModerationDetail {
			return auiModerated(found[2].Str, found[3].Str)
		}
	case 500:
		found := gjson.GetManyBytes(body, "description", "message", "extra_data")
		if found[0].Str == auiInternal && found[1].Str == auiInternalDetail {
			extra, _ := found[2].Value().(map[string]any)
			return &Error{Name: "InternalServerError", Data: &aui.InternalServerError{ExtraData: extra}}
		}
	}
	return nil
}

// auiGJSONIssues reads a detail that is a list.
func auiGJSONIssues(detail gjson.Result) error {
	data := &aui.ValidationError{}
	detail.ForEach(func(_, item gjson.Result) bool {
		var issue aui.ValidationIssue
		item.ForEach(func(key, value gjson.Result) bool {
			switch key.Str {
			case "loc":
				issue.Loc = auiGJSONSteps(value)
			case "msg":
				issue.Msg = value.Str
			case "type":
				issue.Type = value.Str
			case "input":
				issue.Input = value.Value()
			case "ctx":
				issue.Ctx, _ = value.Value().(map[string]any)
			}
			return true
		})
		data.Detail = append(data.Detail, issue)
		return true
	})
	return &Error{Name: "ValidationError", Data: data}
}

// auiGJSONSteps reads strings and integers.
func auiGJSONSteps(list gjson.Result) (steps []aui.LocationStep) {
	list.ForEach(func(_, step gjson.Result) bool {
		if step.Type == gjson.String {
			steps = append(steps, aui.LocationStepString(step.Str))
		} else {
			steps = append(steps, aui.LocationStepInteger(step.Int()))
		}
		return true
	})
	return steps
}
