package founding

import (
	"errors"
	"maps"
	"reflect"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/generated/aui"
	"github.com/seed-1b9d9f04/errgen/internal/seeds"
)

// auiFormat returns the documented format whose heading names a status.
func auiFormat(t *testing.T, status string) seeds.AuiFormat {
	t.Helper()
	for _, f := range seeds.AuiFormats() {
		if strings.Contains(f.Heading, "("+status+")") {
			return f
		}
	}
	t.Fatalf("no format for %s", status)
	return seeds.AuiFormat{}
}

func TestAuiExamples(t *testing.T) {
	for _, c := range []struct {
		heading string
		status  int
		raised  error
		id      aui.ID
	}{
		{"401", 401, aui.ErrAuthenticationError, aui.ErrAuthenticationError},
		{"422", 422, aui.NewValidationError([]aui.ValidationIssue{{
			Loc:  []aui.LocationStep{aui.LocationStepString("body"), aui.LocationStepString("task_id")},
			Msg:  "field required",
			Type: "value_error.missing",
		}}), aui.ErrValidationError},
		{"400", 400, aui.NewContentModeration("harmful_content", "..."), aui.ErrContentModeration},
		{"5xx", 500, aui.NewInternalServerError(), aui.ErrInternalServerError},
	} {
		example := auiFormat(t, c.heading).Body
		status, _, body := aui.Encode(c.raised)
		if status != c.status || string(body) != compact(t, example) {
			t.Errorf("%s: %d %s\ndocumented %s", c.heading, status, body, compact(t, example))
		}
		err := aui.Decode(c.status, nil, []byte(example))
		if aui.IDOf(err) != c.id {
			t.Errorf("%s decodes to %v", c.heading, err)
		}
		var want, got *aui.Error
		if errors.As(c.raised, &want) && errors.As(err, &got) && !reflect.DeepEqual(got.Data(), want.Data()) {
			t.Errorf("%s: data %+v, want %+v", c.heading, got.Data(), want.Data())
		}
	}
}

func TestAuiFieldsAreDocumented(t *testing.T) {
	format := auiFormat(t, "400")
	members := memberPaths(t, format.Body)
	for i, f := range format.Fields {
		if members[i] != f.Name {
			t.Errorf("field %d is %s, the example has %s", i, f.Name, members[i])
		}
	}
	body := aui.NewApplicationError("d", "m").AppendBody(nil)
	if string(body) != `{"status_code":400,"description":"d","message":"m"}` {
		t.Errorf("without extra_data: %s", body)
	}
}

// {} is not absent, and unknown keys survive.
func TestAuiExtraData(t *testing.T) {
	for _, extra := range []map[string]any{nil, {}, {"stage": "routing", "n": 1.0, "deep": map[string]any{"list": []any{true, nil, "x"}}}} {
		raised := &aui.ApplicationError{Description: "d", Message: "m", ExtraData: extra}
		status, header, body := aui.Encode(raised)
		if (extra != nil) != strings.Contains(string(body), "extra_data") {
			t.Errorf("%v is written as %s", extra, body)
		}
		got, ok := errors.AsType[*aui.ApplicationError](aui.Decode(status, header, body))
		if !ok || !reflect.DeepEqual(got, raised) {
			t.Errorf("%s decodes to %+v", body, got)
		}
	}
	body := `{"status_code":400,"description":"Content moderation triggered","message":"The message was flagged by content moderation.","extra_data":{"moderation_category":"x","flagged_text":"y","score":0.5}}`
	err := aui.Decode(400, nil, []byte(body))
	if aui.IDOf(err) != aui.ErrContentModeration || aui.ResponseOf(err).Body != body {
		t.Errorf("an unknown key loses the entry: %v", err)
	}
}

// 5xx: the same format under any status of the range.
func TestAuiServerErrors(t *testing.T) {
	for _, status := range []int{500, 502, 503, 599} {
		raised := aui.NewServerError(status, "Bad gateway", "The upstream is down.")
		got, header, body := aui.Encode(raised)
		if got != status {
			t.Errorf("written with %d", got)
		}
		e, ok := errors.AsType[*aui.ServerError](aui.Decode(got, header, body))
		if !ok || e.Status != status || e.Message != "The upstream is down." {
			t.Errorf("%s decodes to %+v", body, e)
		}
	}
	if status, _, _ := aui.Encode(aui.NewServerError(404, "d", "m")); status != 500 {
		t.Errorf("a status outside the range is written as %d", status)
	}
	internal := aui.Decode(500, nil, []byte(auiFormat(t, "5xx").Body))
	if !errors.Is(internal, aui.ErrInternalServerError) || !errors.Is(internal, aui.ErrServerError) {
		t.Errorf("%v", internal)
	}
}

// The path of a validation error holds names and indexes (the samples convert
// each element to a string for that reason).
func TestAuiMixedPath(t *testing.T) {
	body := `{"detail":[{"loc":["body",3,"x"],"msg":"m","type":"t","input":{"a":[1]},"ctx":{"limit":5}},{"loc":[],"msg":"n","type":"u"}]}`
	err := aui.Decode(422, nil, []byte(body))
	v, ok := errors.AsType[*aui.ValidationError](err)
	if !ok || len(v.Detail) != 2 {
		t.Fatalf("decodes to %v", err)
	}
	if n, isInt := v.Detail[0].Loc[1].AsInteger(); !isInt || n != 3 {
		t.Errorf("loc[1] is %v", v.Detail[0].Loc[1])
	}
	if !maps.Equal(v.Detail[0].Ctx, map[string]any{"limit": 5.0}) || len(v.Detail[1].Loc) != 0 {
		t.Errorf("%+v", v.Detail)
	}
	if _, _, again := aui.Encode(aui.New(v)); string(again) != body {
		t.Errorf("again: %s", again)
	}
}

func TestAuiCloseCodes(t *testing.T) {
	want := map[int]aui.ID{1008: aui.ErrAccessRefused, 1011: aui.ErrInternalServerError}
	for _, c := range seeds.AuiCloses() {
		err := aui.DecodeClose(c.Code, c.Meaning)
		if !errors.Is(err, want[c.Code]) {
			t.Errorf("%d %q decodes to %v", c.Code, c.Meaning, err)
		}
		code, reason := aui.CloseFrame(want[c.Code])
		if code != c.Code || reason != c.Meaning {
			t.Errorf("%v closes with %d %q, documented %d %q", want[c.Code], code, reason, c.Code, c.Meaning)
		}
	}
	if code, reason := aui.CloseFrame(errors.New("hunter2")); code != 1011 || strings.Contains(reason, "hunter2") {
		t.Errorf("an uncatalogued error closes with %d %q", code, reason)
	}
	if err := aui.DecodeClose(1000, ""); err != nil {
		t.Errorf("a normal closure is %v", err)
	}
	if err := aui.DecodeClose(4000, "x"); !errors.Is(err, aui.ErrUnexpectedResponse) {
		t.Errorf("an unknown close code is %v", err)
	}
}
