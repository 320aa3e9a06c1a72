package handwritten

import (
	"encoding/json"

	"github.com/go-faster/jx"
	"github.com/tidwall/gjson"
)

// avalaraError finds the one documented error of the repeated envelope.
func avalaraError(code int, msg string) error {
	if code == -2000 && msg == "Request body cannot be empty." {
		return &Error{Name: "RequestBodyCannotBeEmpty"}
	}
	return nil
}

// AvalaraTwoPass reads the first error of a list.
func AvalaraTwoPass(unmarshal Unmarshal, body []byte) error {
	var head struct{ Err json.RawMessage }
	if unmarshal(body, &head) != nil || head.Err == nil {
		return nil
	}
	var list []struct {
		Code int
		Msg  string
	}
	if unmarshal(head.Err, &list) != nil || len(list) == 0 {
		return nil
	}
	return avalaraError(list[0].Code, list[0].Msg)
}

// AvalaraJX reads the first error of a list.
func AvalaraJX(body []byte) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(body)
	var first error
	seen := false
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) error {
		if string(key) != "err" {
			return d.Skip()
		}
		return d.Arr(func(d *jx.Decoder) error {
			code, msg := 0, ""
			err := d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
				switch string(key) {
				case "code":
					code, err = d.Int()
				case "msg":
					msg, err = d.Str()
				default:
					err = d.Skip()
				}
				return err
			})
			if !seen {
				first, seen = avalaraError(code, msg), true
			}
			return err
		})
	})
	if err != nil {
		return nil
	}
	return first
}

// AvalaraGJSON reads the first error of a list.
func AvalaraGJSON(body []byte) error {
	if !gjson.ValidBytes(body) {
		return nil
	}
	found := gjson.GetManyBytes(body, "err.0.code", "err.0.msg")
	return avalaraError(int(found[0].Int()), found[1].Str)
}
