package openapi

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model"
)

// many makes a catalog of n entries with two string params each, spread over
// four statuses.
func many(n int) *model.Catalog {
	message := fieldNode("message", str())
	env := jsonEnvelope("Problem", object(codeLeaf("code", str()), message, constNode("type", "error")))
	var entries []*model.Entry
	for i := range n {
		a, b := &model.Param{Name: "a", Schema: str()}, &model.Param{Name: "b", Schema: str()}
		id := strconv.Itoa(i)
		e := &model.Entry{
			Name: "Problem" + id, Reads: []*model.Envelope{env}, Status: statuses(400 + i%4), Code: code("P" + id),
			Fills:  []*model.Fill{fill(message, textTree("No {a} in {b} ("+id+").", a, b))},
			Params: []*model.Param{a, b},
		}
		e.Samples = []*model.Sample{sample(env, 400+i%4, fmt.Sprintf(`{"code":"P%d","message":"No x in y (%d).","type":"error"}`, i, i))}
		entries = append(entries, e)
	}
	return catalog("many", []*model.Envelope{env}, entries...)
}

func BenchmarkEmit(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			c := many(n)
			b.ReportAllocs()
			for b.Loop() {
				files, err := New().Emit(c, gen.Target{})
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(int64(len(files[0].Content)))
			}
		})
	}
}
