package handwritten

import (
	"strconv"
	"strings"

	"github.com/go-faster/jx"
	"github.com/tidwall/gjson"

	"github.com/seed-1b9d9f04/errgen/generated/axway"
)

// axwayError tells the two documented errors with this code apart.
func axwayError(code, message string) error {
	switch code {
	case "ACCESS_DENIED":
		if rest, ok := strings.CutPrefix(message, "The case has been closed for more than "); ok {
			if days, ok := strings.CutSuffix(rest, " days. Please contact Axway Global Support."); ok {
				if n, err := strconv.ParseInt(days, 10, 64); err == nil {
					return &Error{Name: "CaseClosed", Data: &axway.CaseClosedError{Days: n}}
				}
			}
		}
		return &Error{Name: "AccessDenied", Data: &axway.AccessDeniedError{Message: message}}
	case "BAD_REQUEST":
		return &Error{Name: "BadRequest", Data: &axway.BadRequestError{Message: message}}
	}
	return nil
}

// AxwayTwoPass reads an error of the AMPLIFY Support API.
func AxwayTwoPass(unmarshal Unmarshal, body []byte) error {
	var head struct{ Code string }
	if unmarshal(body, &head) != nil || head.Code == "" {
		return nil
	}
	var whole struct{ Code, Message string }
	if unmarshal(body, &whole) != nil {
		return nil
	}
	return axwayError(head.Code, whole.Message)
}

// AxwayJX reads an error of the AMPLIFY Support API.
func AxwayJX(body []byte) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(body)
	var code, message string
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
		switch string(key) {
		case "code":
			code, err = d.Str()
		case "message":
			message, err = d.Str()
		default:
			err = d.Skip()
		}
		return err
	})
	if err != nil {
		return nil
	}
	return axwayError(code, message)
}

// AxwayGJSON reads an error of the AMPLIFY Support API.
func AxwayGJSON(body []byte) error {
	if !gjson.ValidBytes(body) {
		return nil
	}
	found := gjson.GetManyBytes(body, "code", "message")
	return axwayError(found[0].Str, found[1].Str)
}
