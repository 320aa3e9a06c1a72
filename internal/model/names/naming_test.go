package names

import (
	"go/token"
	"testing"
)

func TestExported(t *testing.T) {
	for name, want := range map[string]string{
		"message":              "Message",
		"error_code":           "ErrorCode",
		"errorCode":            "ErrorCode",
		"userId":               "UserID",
		"user_ids":             "UserIDs",
		"IDs":                  "IDs",
		"HTTPServer":           "HTTPServer",
		"httpStatus":           "HTTPStatus",
		"ConsumerJWS":          "ConsumerJWS",
		"ConsumerJWX":          "ConsumerJWX",
		"NOT_FOUND":            "NotFound",
		"JWT":                  "JWT",
		"X-Request-ID":         "XRequestID",
		"X-Troubleshooting-ID": "XTroubleshootingID",
		"@type":                "Type",
		"$ref":                 "Ref",
		"oauth2Token":          "Oauth2Token",
		"OAuth2Token":          "OAuth2Token",
		"v2API":                "V2API",
		"urls":                 "URLs",
		"3d":                   "X3d",
		"":                     "X",
		"+":                    "X",
		"größe":                "Größe",
		"错误":                   "X错误",
		"a.b c":                "ABC",
		"aBC":                  "ABC",
		"v2Api":                "V2API",
		"错Api":                 "X错Api",
		"APIId":                "APIID",
	} {
		if got := Exported(name); got != want {
			t.Errorf("Exported(%q) = %q, want %q", name, got, want)
		} else if !IsExported(got) {
			t.Errorf("Exported(%q) = %q is not exported", name, got)
		}
	}
}

func TestArgument(t *testing.T) {
	for name, want := range map[string]string{
		"Days":       "days",
		"ID":         "id",
		"IDs":        "ids",
		"UserID":     "userID",
		"URLPath":    "urlPath",
		"XRequestID": "xRequestID",
		"Type":       "typeValue",
		"Error":      "errorValue",
		"ErrorValue": "errorValue",
		"String":     "stringValue",
		"URL":        "urlValue",
		"Time":       "timeValue",
		"Len":        "lenValue",
		"HTTPStatus": "httpStatus",
		"":           "x",
		"ABCDef":     "abcDef",
		"IDsX":       "idsX",
		"URLsplit":   "urLsplit",
		"X错误":        "x错误",
	} {
		if got := Argument(name); got != want {
			t.Errorf("Argument(%q) = %q, want %q", name, got, want)
		} else if !token.IsIdentifier(got) {
			t.Errorf("Argument(%q) = %q is no identifier", name, got)
		}
	}
}

func TestErrorType(t *testing.T) {
	for base, want := range map[string]string{"CaseClosed": "CaseClosedError", "ServerError": "ServerError", "Error": "Error"} {
		if got := ErrorType(base); got != want {
			t.Errorf("ErrorType(%q) = %q, want %q", base, got, want)
		}
	}
}

// TestField: a struct of an error has methods.
func TestField(t *testing.T) {
	for name, want := range map[string]string{"Error": "ErrorValue", "Unwrap": "UnwrapValue", "Errors": "Errors", "Is": "Is"} {
		if got := Field(name); got != want {
			t.Errorf("Field(%q) = %q", name, got)
		}
	}
	for name, want := range map[string]bool{"A": true, "a": false, "A b": false, "": false} {
		if IsExported(name) != want {
			t.Errorf("IsExported(%q) = %t", name, !want)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"error_code", "IDs", "错误", "\xff", "ǅ", "ª", "a\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		exported := Exported(s)
		if !IsExported(exported) {
			t.Errorf("Exported(%q) = %q is not exported", s, exported)
		}
		if arg := Argument(exported); !token.IsIdentifier(arg) || predeclared[arg] {
			t.Errorf("Argument(%q) = %q is no argument", exported, arg)
		}
	})
}
