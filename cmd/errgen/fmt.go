package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"

	"github.com/spf13/cobra"

	"github.com/seed-1b9d9f04/errgen/internal/gen"
	"github.com/seed-1b9d9f04/errgen/internal/layout"
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
	"github.com/seed-1b9d9f04/errgen/internal/report"
)

const layoutDiffers = "layout-differs"

// fmt is the command that lays out catalogs.
func (a *app) fmt() *cobra.Command {
	check := false
	cmd := &cobra.Command{
		Use:   "fmt [PATH...]",
		Short: "Write catalogs in their canonical layout",
		Long: `Fmt writes catalogs, and the files that they include, in one layout: the order of
keys, quotes, indentation, blank lines. Comments stay with what they are about,
and what a catalog says stays the same: fmt compares what it read with what it
would write, and writes nothing otherwise. A PATH is as for "errgen generate"; -
is standard input, which is laid out on standard output.

It prints the names of the files that it writes. With --check it writes nothing,
prints the differences, and the exit status is 1 if there are any. A catalog
written as JSON stays as it is.`,
		Example: `  errgen fmt
  errgen fmt --check ./spec
  errgen fmt - <shop.yaml`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if slices.Equal(args, []string{"-"}) {
				return a.fmtInput(cmd.InOrStdin(), check)
			}
			return a.reporting(func(args []string) (report.Report, error) { return a.fmtFiles(args, check) })(cmd, args)
		},
	}
	cmd.Flags().BoolVar(&check, "check", false, "write nothing, and show what would change")
	a.findings.formatFlag(cmd)
	return cmd
}

// fmtInput lays out what it reads.
func (a *app) fmtInput(in io.Reader, check bool) error {
	text, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	out, err := layout.Format(text)
	if err != nil {
		return fmt.Errorf("standard input: %w", err)
	}
	if !check {
		_, err := a.stdout.Write(out)
		return err
	}
	if bytes.Equal(text, out) {
		return nil
	}
	fmt.Fprint(a.stdout, drawn([]gen.Diff{gen.Rewriting{Path: "-", Old: text, New: out}.Diff()}, false))
	return errFindings
}

// fmtFiles lays out the files at paths.
func (a *app) fmtFiles(args []string, check bool) (r report.Report, err error) {
	_, paths, err := a.grouped(args)
	if err != nil {
		return r, err
	}
	var changed []gen.Rewriting
	for _, group := range paths {
		rewritings, err := laidOut(group)
		if err != nil {
			return r, err
		}
		changed = append(changed, rewritings...)
	}
	changed = slices.CompactFunc(changed, func(x, y gen.Rewriting) bool { return x.Path == y.Path })
	if !check {
		if err := gen.Rewrite(changed); err != nil {
			return r, err
		}
		for _, f := range changed {
			r.Text += "wrote " + diag.Escape(f.Path) + "\n"
		}
		return r, nil
	}
	for _, f := range changed {
		r.Text += drawn([]gen.Diff{f.Diff()}, false)
		r.Findings = append(r.Findings, inOutput(layoutDiffers, f.Path))
		r.Status = statusFindings
	}
	if n := len(changed); n > 0 {
		a.say(plural(n, "file") + " not in the canonical layout: run errgen fmt")
	}
	return r, nil
}

// laidOut are the files at paths that a layout changes. The error is what makes one
// unreadable.
func laidOut(paths []string) ([]gen.Rewriting, error) {
	var l diag.List
	var changed []gen.Rewriting
	contents := map[string][]byte{}
	var unread []diag.Diagnostic
	names := load.Files(paths, &l)
	for _, d := range l.Sorted() {
		if !slices.Contains(names, d.Pos.File) {
			unread = append(unread, d)
		}
	}
	for _, name := range names {
		old, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return nil, err
		}
		text, err := layout.Format(old)
		if err != nil && !errors.Is(err, layout.ErrNotPlain) {
			unread = append(unread, inFile(l.Sorted(), name)...)
		}
		if err != nil && len(unread) == 0 {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err == nil && !bytes.Equal(old, text) {
			changed = append(changed, gen.Rewriting{Path: filepath.FromSlash(name), Old: old, New: text})
			contents[name] = text
		}
	}
	if len(unread) > 0 {
		return nil, inCatalogs("", unread)
	}
	if !sameCatalogs(paths, contents) {
		return nil, &gen.Fault{Err: errors.New("fmt would change what a catalog means")}
	}
	return changed, nil
}

func inFile(all []diag.Diagnostic, name string) []diag.Diagnostic {
	var found []diag.Diagnostic
	for _, d := range all {
		if d.Pos.File == name {
			found = append(found, d)
		}
	}
	return found
}

// sameCatalogs reports whether catalogs with some new contents are what they are on the
// disk: the resolved models. Where something is wrong with them, nothing else may be with
// the new contents; a layout can mend something, such as that errgen is not the first key.
func sameCatalogs(paths []string, contents map[string][]byte) bool {
	if len(contents) == 0 {
		return true
	}
	before, foundBefore := resolved(nil, paths)
	after, foundAfter := resolved(contents, paths)
	if len(foundBefore) == 0 {
		return len(foundAfter) == 0 && reflect.DeepEqual(before, after)
	}
	return !slices.ContainsFunc(foundAfter, func(f string) bool { return !slices.Contains(foundBefore, f) })
}

// resolved are the models of catalogs and what is wrong with them, without the places,
// in alphabetic order.
func resolved(contents map[string][]byte, paths []string) (catalogs []*model.Catalog, found []string) {
	read := new(reading)
	files, _ := load.PathsWith(contents, paths, &read.list)
	for _, s := range read.sides(files) {
		catalogs = append(catalogs, s.Catalog)
	}
	for _, d := range read.findings {
		found = append(found, string(d.Code)+" "+d.Message)
	}
	slices.Sort(found)
	return catalogs, found
}
