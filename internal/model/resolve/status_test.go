package resolve

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

func TestValidClose(t *testing.T) {
	for code, want := range map[int]bool{999: false, 1000: true, 1003: true, 1004: false, 1006: false, 1007: true, 1014: true, 1015: false, 2999: false, 3000: true, 4999: true, 5000: false} {
		if validClose(code) != want {
			t.Errorf("validClose(%d) = %t", code, !want)
		}
	}
}

func TestStatusSets(t *testing.T) {
	var set model.StatusSet
	for _, r := range []model.StatusRange{{Lo: 404, Hi: 404}, {Lo: 400, Hi: 499}, {Lo: 404, Hi: 405}, {Lo: 500, Hi: 500}} {
		set = addStatus(set, r)
	}
	if got := modeltest.Statuses(set); got != "404,400-403,405-499,500" || set.Size() != 101 {
		t.Error(got)
	}
	if got := modeltest.Statuses(without(model.StatusSet{{Lo: 200, Hi: 299}}, 204, 200, 299)); got != "201-203,205-298" {
		t.Error(got)
	}
	if got := modeltest.Statuses(intersect(model.StatusSet{{Lo: 500, Hi: 599}, {Lo: 404, Hi: 404}}, model.StatusSet{{Lo: 400, Hi: 503}})); got != "500-503,404" {
		t.Error(got)
	}
}
