package gen

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// fake is an emitter of one file per catalog, which fails for some packages.
type fake struct{ name string }

func (f fake) Name() string { return f.name }

func (f fake) Files(*model.Catalog) []string { return nil }

func (f fake) Emit(c *model.Catalog, _ Target) ([]File, error) {
	switch c.Package {
	case "fails":
		return nil, errors.New("no")
	case "panics":
		var none []int
		return nil, fmt.Errorf("%d", none[len(c.Package)])
	}
	return []File{{Path: c.Package + "/" + f.name}}, nil
}

func TestEmitKeepsTheOrder(t *testing.T) {
	var jobs []Job
	var want []string
	for i := range 50 {
		name := fmt.Sprintf("p%d", i)
		jobs = append(jobs, Job{Catalog: &model.Catalog{Package: name}})
		want = append(want, name+"/one", name+"/two")
	}
	files, err := Emit(jobs, []Emitter{fake{"one"}, fake{"two"}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Path)
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got %v", got)
	}
}

func TestEmitReportsFaultsWithTheirPlace(t *testing.T) {
	job := func(pkg, file string) Job {
		return Job{Catalog: &model.Catalog{Package: pkg}, Target: Target{Catalog: file}}
	}
	ok := job("ok", "spec/ok.yaml")
	_, err := Emit([]Job{ok, job("fails", "spec/f.yaml")}, []Emitter{fake{"one"}})
	if err == nil || err.Error() != `emitter one, catalog "spec/f.yaml": no` {
		t.Error(err)
	}
	_, err = Emit([]Job{ok, job("panics", "spec/p.yaml")}, []Emitter{fake{"two"}})
	if err == nil || err.Error() != `emitter two, catalog "spec/p.yaml": runtime error: index out of range [6] with length 0` {
		t.Error(err)
	}
	var f *Fault
	if !errors.As(err, &f) {
		t.Errorf("%T is no fault", err)
	}
	var p *Panic
	if !errors.As(err, &p) || !strings.Contains(string(p.Stack), "fake.Emit") {
		t.Errorf("no stack of the panic: %v", err)
	}
}
