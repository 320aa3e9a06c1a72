package handwritten

import (
	"encoding/json"

	"github.com/go-faster/jx"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
)

// AUIJX reads an error of the AUI Messaging API.
func AUIJX(status int, body []byte) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(body)
	switch status {
	case 401:
		return auiJXDetail(d)
	case 422:
		return auiJXIssues(d)
	}
	return auiJXObject(d, status)
}

// auiJXDetail reads a detail that is a string.
func auiJXDetail(d *jx.Decoder) error {
	known := false
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) error {
		if string(key) != "detail" {
			return d.Skip()
		}
		s, err := d.StrBytes()
		known = string(s) == auiUnauthenticated
		return err
	})
	if err != nil || !known {
		return nil
	}
	return &Error{Name: "AuthenticationError"}
}

// auiJXIssues reads a detail that is a list.
func auiJXIssues(d *jx.Decoder) error {
	data := &aui.ValidationError{}
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) error {
		if string(key) != "detail" {
			return d.Skip()
		}
		return d.Arr(func(d *jx.Decoder) error {
			issue, err := auiJXIssue(d)
			data.Detail = append(data.Detail, issue)
			return err
		})
	})
	if err != nil {
		return nil
	}
	return &Error{Name: "ValidationError", Data: data}
}

// auiJXIssue reads one item of it.
func auiJXIssue(d *jx.Decoder) (issue aui.ValidationIssue, err error) {
	err = d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
		switch string(key) {
		case "loc":
			return d.Arr(func(d *jx.Decoder) error {
				step, err := auiJXStep(d)
				issue.Loc = append(issue.Loc, step)
				return err
			})
		case "msg":
			issue.Msg, err = d.Str()
		case "type":
			issue.Type, err = d.Str()
		case "input":
			err = auiJXAny(d, &issue.Input)
		case "ctx":
			err = auiJXAny(d, &issue.Ctx)
		default:
			err = d.Skip()
		}
		return err
	})
	return issue, err
}

// auiJXStep reads a string or an integer.
func auiJXStep(d *jx.Decoder) (aui.LocationStep, error) {
	if d.Next() == jx.String {
		s, err := d.Str()
		return aui.LocationStepString(s), err
	}
	n, err := d.Int64()
	return aui.LocationStepInteger(n), err
}

// auiJXAny reads any value as encoding/json does.
func auiJXAny(d *jx.Decoder, v any) error {
	raw, err := d.Raw()
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// auiJXObject reads an application's or a server's error.
func auiJXObject(d *jx.Decoder, status int) error {
	var description, message string
	var extra jx.Raw
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
		switch string(key) {
		case "description":
			description, err = d.Str()
		case "message":
			message, err = d.Str()
		case "extra_data":
			extra, err = d.Raw()
		default:
			err = d.Skip()
		}
		return err
	})
	switch {
	case err != nil:
		return nil
	case status == 400 && description == auiModeration && message == auiModerationDetail:
		return auiJXModerated(extra)
	case status == 500 && description == auiInternal && message == auiInternalDetail:
		data := &aui.InternalServerError{}
		if json.Unmarshal(extra, &data.ExtraData) != nil {
			return nil
		}
		return &Error{Name: "InternalServerError", Data: data}
	}
	return nil
}

// auiJXModerated reads what the extra data of a flagged message say.
func auiJXModerated(extra jx.Raw) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(extra)
	var category, flagged string
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
		switch string(key) {
		case "moderation_category":
			category, err = d.Str()
		case "flagged_text":
			flagged, err = d.Str()
		default:
			err = d.Skip()
		}
		return err
	})
	if err != nil {
		return nil
	}
	return auiModerated(category, flagged)
}
