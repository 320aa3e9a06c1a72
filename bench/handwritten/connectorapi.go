package handwritten

import (
	"github.com/go-faster/jx"
	"github.com/tidwall/gjson"
)

// connectorName is the entry with a code.
func connectorName(code int) string {
	switch code {
	case 40102:
		return "InvalidAppJWT"
	case 40103:
		return "InvalidConsumerJWS"
	case 40104:
		return "ConsumerJWSMissing"
	case 40105:
		return "AppJWTMissing"
	}
	return ""
}

// connectorError is what a code says, nil if it is unknown.
func connectorError(code int) error {
	if name := connectorName(code); name != "" {
		return &Error{Name: name}
	}
	return nil
}

// ConnectorTwoPass reads an error of the Connector API.
func ConnectorTwoPass(unmarshal Unmarshal, body []byte) error {
	var head struct {
		Kind string
		Type string
		Body struct{ ErrorCode int }
	}
	if unmarshal(body, &head) != nil || head.Kind != "resp" {
		return nil
	}
	name := connectorName(head.Body.ErrorCode)
	if name == "" {
		return nil
	}
	var whole struct {
		Code int
		Body struct {
			Title, Details string
			ErrorCode      int
		}
	}
	if unmarshal(body, &whole) != nil {
		return nil
	}
	return &Error{Name: name}
}

// ConnectorJX reads an error of the Connector API.
func ConnectorJX(body []byte) error {
	d := jx.GetDecoder()
	defer jx.PutDecoder(d)
	d.ResetBytes(body)
	code, kind := 0, false
	err := d.ObjBytes(func(d *jx.Decoder, key []byte) error {
		switch string(key) {
		case "kind":
			s, err := d.StrBytes()
			kind = string(s) == "resp"
			return err
		case "body":
			return d.ObjBytes(func(d *jx.Decoder, key []byte) (err error) {
				if string(key) != "errorCode" {
					return d.Skip()
				}
				code, err = d.Int()
				return err
			})
		}
		return d.Skip()
	})
	if err != nil || !kind {
		return nil
	}
	return connectorError(code)
}

// ConnectorGJSON reads an error of the Connector API.
func ConnectorGJSON(body []byte) error {
	if !gjson.ValidBytes(body) {
		return nil
	}
	found := gjson.GetManyBytes(body, "kind", "body.errorCode")
	if found[0].Str != "resp" {
		return nil
	}
	return connectorError(int(found[1].Int()))
}
