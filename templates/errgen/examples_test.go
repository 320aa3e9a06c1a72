package errgen_test

import (
	"strings"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/decodecases"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// outcomeName names what an example decodes to as catalogs do.
func outcomeName(o model.Outcome) string {
	switch o.Kind {
	case model.UnknownOutcome:
		return "unknown"
	case model.UnexpectedOutcome:
		return "unexpected"
	case model.NoneOutcome:
		return "none"
	}
	return o.Entry.Name
}

func outcomeNames(os []model.Outcome) string {
	var names []string
	for _, o := range os {
		names = append(names, outcomeName(o))
	}
	return strings.Join(names, ", ")
}

// TestExamples decodes every example with the tables from which the packages are
// generated.
func TestExamples(t *testing.T) {
	for _, c := range decodecases.Catalogs(t) {
		t.Run(strings.TrimSuffix(c.File, ".yaml"), func(t *testing.T) {
			program := replay.New(c)
			for _, x := range c.Examples {
				checkExample(t, program, x)
			}
		})
	}
}

// checkExample decodes one example.
func checkExample(t *testing.T, program *replay.Program, x *model.Example) {
	t.Helper()
	var found []replay.Decoded
	if x.Close != 0 {
		found = []replay.Decoded{program.DecodeClose(x.Close, x.Reason)}
	} else {
		found = program.Decode(x.Status, x.Headers, x.Body)
	}
	var outcomes []model.Outcome
	for _, d := range found {
		outcomes = append(outcomes, d.Outcome)
	}
	wanted, expect := decodecases.Printed(x)
	got, want := outcomeNames(outcomes), outcomeNames(wanted)
	if got == "" {
		got = "none"
	}
	if got != want {
		t.Errorf("%s: decodes to %s, want %s", x.Name, got, want)
		return
	}
	for _, p := range expect {
		checkParam(t, x, found, p)
	}
}

// checkParam looks for a param's value in the first of the errors that has the
// param. An expected null may be an absent one.
func checkParam(t *testing.T, x *model.Example, found []replay.Decoded, p model.ExpectedParam) {
	t.Helper()
	for _, d := range found {
		if v, ok := d.Params[p.Name]; ok {
			if got, want := decodecases.Plain(v), decodecases.Plain(p.Value); !decodecases.Equal(got, want) {
				t.Errorf("%s: %s is %s, want %s", x.Name, p.Name, decodecases.Show(got), decodecases.Show(want))
			}
			return
		}
	}
	t.Errorf("%s: %s is not recovered, want %s (%s)", x.Name, p.Name, decodecases.Show(decodecases.Plain(p.Value)), completeness(found))
}

func completeness(found []replay.Decoded) string {
	for _, d := range found {
		if !d.Complete {
			return "incomplete"
		}
	}
	return "complete"
}
