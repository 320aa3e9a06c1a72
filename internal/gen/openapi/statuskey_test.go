package openapi

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

func TestStatusKeys(t *testing.T) {
	set := func(ranges ...model.StatusRange) pair { return pair{entry: &model.Entry{Status: ranges}} }
	for _, test := range []struct {
		key  statusKey
		of   pair
		want bool
	}{
		{statusKey{}, set(), true},
		{statusKey{}, set(model.StatusRange{Lo: 400, Hi: 400}), false},
		{statusKey{400, 400}, set(), false},
		{statusKey{400, 400}, set(model.StatusRange{Lo: 400, Hi: 400}), true},
		{statusKey{400, 400}, set(model.StatusRange{Lo: 401, Hi: 499}), false},
		{statusKey{400, 499}, set(model.StatusRange{Lo: 499, Hi: 500}), true},
		{statusKey{400, 499}, set(model.StatusRange{Lo: 500, Hi: 500}), false},
	} {
		if got := test.key.has(test.of); got != test.want {
			t.Errorf("%v has %v: got %v", test.key, test.of.entry.Status, got)
		}
	}
	for _, test := range []struct {
		key    statusKey
		status int
		want   bool
	}{
		{statusKey{}, 404, true},
		{statusKey{400, 404}, 0, true},
		{statusKey{400, 404}, 399, false},
		{statusKey{400, 404}, 400, true},
		{statusKey{400, 404}, 404, true},
		{statusKey{400, 404}, 405, false},
	} {
		if got := test.key.admits(test.status); got != test.want {
			t.Errorf("%v admits %d: got %v", test.key, test.status, got)
		}
	}
}
