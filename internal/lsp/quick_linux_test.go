package lsp

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
)

// computed is for how long the test's thread has run.
func computed(t *testing.T) time.Duration {
	t.Helper()
	const thread = 1 // RUSAGE_THREAD, getrusage(2)
	var u syscall.Rusage
	if err := syscall.Getrusage(thread, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestAnswersAreQuick: of 2,000 entries each answer is there in 50 ms, with the edit before
// it. What the thread computes counts, whatever else the machine does. Where other tests
// run beside it, only what is slow by its kind fails.
func TestAnswersAreQuick(t *testing.T) {
	limit := 2 * time.Second
	if os.Getenv("ERRGEN_LONG") == "1" {
		limit = 50 * time.Millisecond
	}
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	w := newWorkspace()
	now := newText(large(2000))
	w.set("file:///x/shop.yaml", nil, now)
	r := rand.New(rand.NewPCG(3, 4))
	took := map[string][]time.Duration{}
	for i := range 24 {
		at := now.position(strings.Index(now.s, fmt.Sprintf("MADE_%d\n", i*80)))
		c := change{&textRange{at, at}, snippets[r.IntN(len(snippets))]}
		now = now.changed(c)
		asked := map[string]func(f *file) any{
			"completion": func(f *file) any { return w.completion(f, now.offset(at)) },
			"hover":      func(f *file) any { return w.hover(f, strings.Index(now.s, "Made7:")) },
			"definition": func(f *file) any { return w.definition(f, strings.Index(now.s, "Conflict")) },
			"references": func(f *file) any { return w.references(f, strings.Index(now.s, "Conflict:"), true) },
			"outline":    func(f *file) any { return f.outline() },
			"rename": func(f *file) any {
				edit, err := w.rename(f, strings.Index(now.s, "Conflict:"), "Another")
				return []any{edit, err}
			},
			"action": func(f *file) any {
				made := now.position(strings.Index(now.s, "Made9:"))
				return w.actions(f, []diagnostic{{Source: "errgen", Code: "text-only-param", Message: "`order`", Range: textRange{made, made}}})
			},
		}
		for what, answer := range asked {
			begin := computed(t)
			w.set("file:///x/shop.yaml", nil, now.changed(change{&textRange{at, at}, ""}))
			out, err := json.Marshal(answer(w.file("/x/shop.yaml")))
			took[what] = append(took[what], computed(t)-begin)
			if err != nil || what == "hover" && !strings.Contains(string(out), "HTTP/1.1 409") || what == "references" && len(out) < 100_000 || what == "action" && !strings.Contains(string(out), "Allow text-only-param") {
				t.Errorf("edit %d: %s is %.200s", i, what, out)
			}
		}
	}
	for what, all := range took {
		slices.Sort(all)
		t.Logf("%s: median %v, least %v, most %v", what, all[len(all)/2], all[0], all[len(all)-1])
		if most := all[len(all)-1]; most > limit {
			t.Errorf("%s takes %v", what, most)
		}
	}
	w.set("file:///x/shop.yaml", nil, newText(large(2000)))
	begin := time.Now()
	for _, u := range w.units() {
		u.judge(Options{}, lint.Options{})
	}
	t.Logf("findings: %v", time.Since(begin))
}
