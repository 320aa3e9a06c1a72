package names

import (
	"go/token"
	"testing"
)

func TestExportedName(t *testing.T) {
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
	} {
		if got := Exported(name); got != want {
			t.Errorf("exportedName(%q) = %q, want %q", name, got, want)
		} else if !IsExported(got) {
			t.Errorf("exportedName(%q) = %q is not exported", name, got)
		}
	}
}

func TestUnexportedName(t *testing.T) {
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
		"X错误":        "x错误",
	} {
		if got := Argument(name); got != want {
			t.Errorf("unexportedName(%q) = %q, want %q", name, got, want)
		} else if !token.IsIdentifier(got) {
			t.Errorf("unexportedName(%q) = %q is no identifier", name, got)
		}
	}
}

func TestErrorTypeName(t *testing.T) {
	for base, want := range map[string]string{"CaseClosed": "CaseClosedError", "ServerError": "ServerError", "Error": "Error"} {
		if got := ErrorType(base); got != want {
			t.Errorf("errorTypeName(%q) = %q, want %q", base, got, want)
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
			t.Errorf("exportedName(%q) = %q is not exported", s, exported)
		}
		if arg := Argument(exported); !token.IsIdentifier(arg) || predeclared[arg] {
			t.Errorf("unexportedName(%q) = %q is no argument", exported, arg)
		}
	})
}
