package handwritten

import (
	"encoding/json"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
)

// auiStep is a member's name or an element's index.
type auiStep struct{ aui.LocationStep }

// UnmarshalJSON takes a string or an integer.
func (s *auiStep) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		var text string
		err := json.Unmarshal(b, &text)
		s.LocationStep = aui.LocationStepString(text)
		return err
	}
	var index int64
	err := json.Unmarshal(b, &index)
	s.LocationStep = aui.LocationStepInteger(index)
	return err
}

// auiIssue is a validation error object.
type auiIssue struct {
	Loc   []auiStep
	Msg   string
	Type  string
	Input any
	Ctx   map[string]any
}

// auiIssues makes the generated package's data of what was unmarshalled.
func auiIssues(issues []auiIssue) error {
	data := &aui.ValidationError{Detail: make([]aui.ValidationIssue, len(issues))}
	for i, issue := range issues {
		loc := make([]aui.LocationStep, len(issue.Loc))
		for k, step := range issue.Loc {
			loc[k] = step.LocationStep
		}
		data.Detail[i] = aui.ValidationIssue{Loc: loc, Msg: issue.Msg, Type: issue.Type, Input: issue.Input, Ctx: issue.Ctx}
	}
	return &Error{Name: "ValidationError", Data: data}
}

// The texts by which the entries of one status are told apart.
const (
	auiUnauthenticated  = "Not authenticated"
	auiModeration       = "Content moderation triggered"
	auiModerationDetail = "The message was flagged by content moderation."
	auiInternal         = "Internal server error"
	auiInternalDetail   = "An unexpected error occurred."
)

// AUITwoPass reads an error of the AUI Messaging API.
func AUITwoPass(unmarshal Unmarshal, status int, body []byte) error {
	var head struct {
		Detail               json.RawMessage
		Description, Message string
	}
	if unmarshal(body, &head) != nil {
		return nil
	}
	switch {
	case status == 401:
		var detail string
		if unmarshal(head.Detail, &detail) != nil || detail != auiUnauthenticated {
			return nil
		}
		return &Error{Name: "AuthenticationError"}
	case status == 422:
		var issues []auiIssue
		if unmarshal(head.Detail, &issues) != nil {
			return nil
		}
		return auiIssues(issues)
	case status == 400 && head.Description == auiModeration && head.Message == auiModerationDetail:
		var whole struct {
			ExtraData struct {
				Category string `json:"moderation_category"`
				Flagged  string `json:"flagged_text"`
			} `json:"extra_data"`
		}
		if unmarshal(body, &whole) != nil {
			return nil
		}
		return auiModerated(whole.ExtraData.Category, whole.ExtraData.Flagged)
	case status == 500 && head.Description == auiInternal && head.Message == auiInternalDetail:
		var whole struct {
			ExtraData map[string]any `json:"extra_data"`
		}
		if unmarshal(body, &whole) != nil {
			return nil
		}
		return &Error{Name: "InternalServerError", Data: &aui.InternalServerError{ExtraData: whole.ExtraData}}
	}
	return nil
}

// auiModerated is the error about a message that was flagged.
func auiModerated(category, flagged string) error {
	return &Error{Name: "ContentModeration", Data: &aui.ContentModerationError{ModerationCategory: category, FlaggedText: flagged}}
}
