package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const (
	// quiet is for how long no file must have changed before something is made of them:
	// editors save in several steps, and git writes many files.
	quiet = 100 * time.Millisecond
	// patience is after how long it is made in any case.
	patience = 2 * time.Second
)

// watch is a run of generate that makes everything anew when the catalogs change.
type watch struct {
	*inputs
	watcher *fsnotify.Watcher
	outs    []string        // the output folders, of which no change counts
	watched map[string]bool // folders
}

// watch generates, and again whenever a catalog, a file that one includes, or the
// configuration changes, until the user or the system ends it. What is wrong is said, and
// leaves the output as it is.
func (in *inputs) watch(args []string) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("cannot watch files: %w", err)
	}
	defer watcher.Close()
	w := &watch{inputs: in, watcher: watcher, watched: map[string]bool{}}
	for {
		w.look(args) // before the files are read, so that no change is missed
		w.run(args)
		if w.look(args) {
			continue // what is included now may have changed before it was watched
		}
		if len(w.watched) == 0 {
			return errors.New("there is no folder to watch: give the catalog or its folder as PATH")
		}
		if !w.wait(ctx) {
			return nil
		}
	}
}

// run generates once, and says how that went.
func (w *watch) run(args []string) {
	begin := time.Now()
	written := 0
	stop := w.app.working()
	err := guarded(func() error {
		changes, err := w.generate(args)
		written = len(changes)
		return err
	})
	stop()
	u := (*unusable)(nil)
	switch {
	case errors.As(err, &u):
		_ = w.app.print(w.app.stderr, report.Report{Command: "generate", Status: statusUnusable, Findings: u.findings})
		w.app.say(u.Error() + "; waiting for changes")
	case err != nil:
		w.app.fail(err)
		w.app.say("waiting for changes")
	case written == 0:
		w.app.say("all is as it should be; waiting for changes")
	default:
		w.app.say(fmt.Sprintf("%s in %v; waiting for changes", plural(written, "change"), time.Since(begin).Round(time.Millisecond)))
	}
}

// look has those folders watched on whose files the output depends now, and reports
// whether there is one more.
func (w *watch) look(args []string) bool {
	now, more := map[string]bool{}, false
	for _, folder := range w.folders(args) {
		abs, err := filepath.Abs(filepath.FromSlash(folder))
		if err != nil || now[abs] {
			continue
		}
		if err := w.watcher.Add(abs); err == nil { // else it is not there
			now[abs] = true
			more = more || !w.watched[abs]
		}
	}
	for folder := range w.watched {
		if !now[folder] {
			_ = w.watcher.Remove(folder) // fails for one that is gone
		}
	}
	w.watched = now
	return more
}

// folders are those on whose files the output depends: of the configuration, and of the
// catalogs that it or the arguments name. Of a configuration that cannot be read they are
// those of the last one that could.
func (w *watch) folders(args []string) []string {
	var all []string
	if wd, err := os.Getwd(); err == nil {
		all = append(all, load.ConfigFolder(wd))
	}
	c, err := w.app.config()
	if err != nil {
		return append(all, slices.Collect(maps.Keys(w.watched))...)
	}
	if c.File != "" {
		all = append(all, filepath.Dir(filepath.FromSlash(c.File)))
	}
	paths := slices.Clone(args)
	w.outs = []string{w.out}
	for _, t := range c.Targets {
		if len(args) == 0 {
			paths = append(paths, t.Paths...)
		}
		if !w.isSet("out") {
			w.outs = append(w.outs, t.Out)
		}
	}
	return append(all, load.Folders(paths)...)
}

// wait returns when something has changed and nothing has for a while; false if it is
// to end.
func (w *watch) wait(ctx context.Context) bool {
	var pause, limit <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return false
		case <-pause:
			return true
		case <-limit:
			return true
		case _, ok := <-w.watcher.Errors: // events were lost
			if !ok {
				return false
			}
			return true
		case e, ok := <-w.watcher.Events:
			if !ok {
				return false
			}
			if !w.counts(e) {
				continue
			}
			pause = time.After(quiet)
			if limit == nil {
				limit = time.After(patience)
			}
		}
	}
}

// counts reports whether an event may change the output: it is about a YAML file, go.mod or
// a folder, and not in the output.
func (w *watch) counts(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod || slices.ContainsFunc(w.outs, func(out string) bool { return liesIn(e.Name, []string{out}) }) {
		return false
	}
	name := filepath.Base(e.Name)
	if ext := filepath.Ext(name); (ext == ".yaml" || ext == ".yml") && !strings.HasPrefix(name, ".") || name == "go.mod" {
		return true
	}
	info, err := os.Stat(e.Name)
	return e.Has(fsnotify.Create) && err == nil && info.IsDir() || e.Has(fsnotify.Remove|fsnotify.Rename) && w.watched[e.Name]
}

// generate writes what the catalogs make, and says what it wrote.
func (in *inputs) generate(args []string) ([]gen.Change, error) {
	outputs, err := in.outputs(args)
	var all []gen.Change
	for i := 0; i < len(outputs) && err == nil; i++ {
		var changes []gen.Change
		in.app.doing("writing " + outputs[i].folder)
		changes, err = gen.Write(outputs[i].folder, outputs[i].plan)
		in.app.printChanges(changes)
		all = append(all, changes...)
	}
	return all, err
}
