package lsp

import (
	"context"
	"maps"
	"slices"
	"time"

	"github.com/seed-1b9d9f04/errgen/internal/lint"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

// judged is a unit with what was found in it.
type judged struct {
	unit
	findings []report.Finding
}

// judgeSoon has the open files judged once no edit has come for a while.
func (s *server) judgeSoon() {
	s.changes++
	if s.timer != nil {
		s.timer.Stop()
	}
	s.timer = time.AfterFunc(pause, s.judge)
}

// judge looks for what is wrong and publishes it, unless an edit has come meanwhile: then
// it is done again anyway. What has not changed is not judged again.
func (s *server) judge() {
	s.judging.Lock()
	defer s.judging.Unlock()
	defer func() {
		if v := recover(); v != nil {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.panicked(v)
		}
	}()
	s.mu.Lock()
	changes, units, before := s.changes, s.workspace.units(), s.judged
	s.mu.Unlock()
	var rules lint.Options
	if s.options.Rules != nil {
		rules = s.options.Rules()
	}
	var all []judged
	for _, u := range units {
		i := slices.IndexFunc(before, func(j judged) bool { return j.is(u) })
		if i >= 0 {
			all = append(all, before[i])
		} else {
			all = append(all, judged{u, u.judge(s.options, rules)})
		}
		if s.overtaken(changes) {
			return
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.changes == changes {
		s.judged = all
		s.publish()
	}
}

// overtaken reports whether there were changes since.
func (s *server) overtaken(changes int) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.changes != changes
}

// publish sends what was found, for every file that is open or has something, and for those
// that had.
func (s *server) publish() {
	texts := map[string]*text{}
	var findings []report.Finding
	for _, j := range s.judged {
		findings = append(findings, j.findings...)
		for _, f := range j.files {
			texts[f.path] = f.text
		}
	}
	all := diagnostics(findings, texts)
	names := slices.Concat(slices.Collect(maps.Keys(all)), slices.Collect(maps.Keys(s.published)), slices.Collect(maps.Keys(s.workspace.open)))
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		p := publishedDiagnostics{URI: s.workspace.uri(name), Diagnostics: all[name]}
		if p.Diagnostics == nil {
			p.Diagnostics = []diagnostic{}
		}
		if o := s.workspace.open[name]; o != nil {
			p.Version = o.version
		}
		_ = s.conn.Notify(context.Background(), "textDocument/publishDiagnostics", p) // a client that is gone needs none
		s.published[name] = true
		if len(p.Diagnostics) == 0 {
			delete(s.published, name)
		}
	}
}
