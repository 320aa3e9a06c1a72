package model_test

import (
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/modeltest"
)

func TestStatusSets(t *testing.T) {
	var set model.StatusSet
	for _, r := range []model.StatusRange{{Lo: 404, Hi: 404}, {Lo: 400, Hi: 499}, {Lo: 404, Hi: 405}, {Lo: 500, Hi: 500}} {
		set = set.With(r)
	}
	if got := modeltest.Statuses(set); got != "404,400-403,405-499,500" || set.Size() != 101 {
		t.Error(got)
	}
	if got := modeltest.Statuses(model.StatusSet{{Lo: 200, Hi: 299}}.Without(204).Without(200).Without(299)); got != "201-203,205-298" {
		t.Error(got)
	}
	if got := modeltest.Statuses(model.StatusSet{{Lo: 500, Hi: 599}, {Lo: 404, Hi: 404}}.Intersect(model.StatusSet{{Lo: 400, Hi: 503}})); got != "500-503,404" {
		t.Error(got)
	}
}
