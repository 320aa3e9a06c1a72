package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"gopkg.in/yaml.v3"
)

// action is the path of the action in the repository, by which workflows name it.
const action = ".github/actions/errgen"

// workflow is what is read of a workflow of GitHub or an action.
type workflow struct {
	Jobs map[string]struct{ Steps []step }
	Runs struct{ Steps []step }

	Inputs map[string]struct{ Default string }
}

// step is a step of either.
type step struct {
	Uses, If, Run, Shell string
	With, Env            map[string]string
	WorkingDirectory     string `yaml:"working-directory"`
}

// scripts are the names of what recipes become, by their files, and how.
var scripts = map[string]struct {
	name string
	of   func(text string) (string, error)
}{
	".github/workflows/errors.yml": {"github", githubScript},
	".gitlab-ci.yml":               {"gitlab", gitlabScript},
	".pre-commit-config.yaml":      {"pre-commit", hooksScript},
	"errors.sh":                    {"plain", func(text string) (string, error) { return "set -e\n" + text, nil }},
}

// recipesCommand writes the recipes of a page as scripts of bash into a folder:
// recipes PAGE FOLDER. Of what is not errgen's own they do what a scratch repository
// needs: its clone is the checkout, and Go is there.
func recipesCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: recipes PAGE FOLDER")
	}
	page, err := os.ReadFile(inRoot(args[0]))
	ts.Check(err)
	folder := ts.MkAbs(args[1])
	ts.Check(os.MkdirAll(folder, 0o777))
	for _, b := range blocks(string(page)) {
		_, name, _ := strings.Cut(b.info, " file=")
		if script, ok := scripts[name]; ok {
			text, err := script.of(b.text)
			ts.Check(err)
			ts.Check(os.WriteFile(folder+"/"+script.name+".sh", []byte(text), 0o666))
		}
	}
}

// githubScript is the steps of a workflow's job: after one that fails only those go on
// whose condition says so.
func githubScript(text string) (string, error) {
	var w workflow
	if err := yaml.Unmarshal([]byte(text), &w); err != nil {
		return "", err
	}
	script := "status=0\n"
	for _, s := range w.Jobs["errors"].Steps {
		run, err := s.script()
		if err != nil {
			return "", err
		}
		condition := `[ "$status" != 0 ]`
		if s.If == "!cancelled()" {
			condition = "false"
		}
		script += condition + " || {\n(set -e\n" + run + "\n); s=$?; [ $s = 0 ] || status=$s\n}\n"
	}
	return script + "exit $status\n", nil
}

// script is what a step of a workflow does in a scratch repository.
func (s step) script() (string, error) {
	name, version, _ := strings.Cut(s.Uses, "@")
	switch {
	case s.Uses == "":
		return s.Run, nil
	case version == "":
		return "", fmt.Errorf("%s is not pinned", s.Uses)
	case name == "actions/checkout" && s.With["fetch-depth"] == "", name == "actions/setup-go":
		return ":", nil
	case name == "github/codeql-action/upload-sarif":
		return "ls " + s.With["sarif_file"] + "/*.sarif", nil
	case name == "seed-1b9d9f04/errgen/"+action:
		return actionScript(s.With)
	}
	return "", fmt.Errorf("nothing is known of %s", s.Uses)
}

// input is an expression that names an input.
var input = regexp.MustCompile(`^\$\{\{ inputs\.([a-z-]+) \}\}$`)

// actionScript is the steps of the action with its inputs.
func actionScript(with map[string]string) (string, error) {
	text, err := os.ReadFile(inRoot(action + "/action.yml"))
	if err != nil {
		return "", err
	}
	var w workflow
	if err := yaml.Unmarshal(text, &w); err != nil {
		return "", err
	}
	for name := range with {
		if _, ok := w.Inputs[name]; !ok {
			return "", fmt.Errorf("the action has no input %s", name)
		}
	}
	value := func(expression string) string {
		m := input.FindStringSubmatch(expression)
		if m == nil {
			return expression
		}
		if v, ok := with[m[1]]; ok {
			return v
		}
		return w.Inputs[m[1]].Default
	}
	var script strings.Builder
	for _, s := range w.Runs.Steps {
		if s.Shell != "bash" || strings.Contains(s.Run, "${{") {
			return "", fmt.Errorf("a step is not in bash, or its text depends on an input")
		}
		fmt.Fprintf(&script, "cd %s\n", quotedWord(value(s.WorkingDirectory)))
		for name, v := range s.Env {
			fmt.Fprintf(&script, "export %s=%s\n", name, quotedWord(value(v)))
		}
		script.WriteString("set -eo pipefail\n" + s.Run)
	}
	return script.String(), nil
}

// quotedWord is a word for a shell.
func quotedWord(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }

// gitlabScript is the script of the job, with its variables.
func gitlabScript(text string) (string, error) {
	var jobs map[string]struct {
		Variables map[string]string
		Script    []string
	}
	if err := yaml.Unmarshal([]byte(text), &jobs); err != nil {
		return "", err
	}
	return "set -eo pipefail\n" + strings.Join(jobs["errors"].Script, "\n") + "\n", nil
}

// hooksScript runs the entries of all hooks. That of a hook which gets the names of
// files would need them.
func hooksScript(text string) (string, error) {
	var config struct {
		Repos []struct {
			Repo  string
			Hooks []struct {
				ID, Name, Entry, Language, Files string
				PassFilenames                    *bool `yaml:"pass_filenames"`
				Stages                           []string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(text), &config); err != nil {
		return "", err
	}
	script := "status=0\n"
	for _, r := range config.Repos {
		for _, h := range r.Hooks {
			if r.Repo != "local" || h.Language != "system" || h.PassFilenames == nil || *h.PassFilenames {
				return "", fmt.Errorf("the hook %s cannot be run by its entry", h.ID)
			}
			if files, err := regexp.Compile(h.Files); err != nil || !files.MatchString("spec/shop.yaml") || slices.Contains(h.Stages, "") {
				return "", fmt.Errorf("the hook %s does not run for a catalog", h.ID)
			}
			script += "(" + h.Entry + ") || status=1\n"
		}
	}
	return script + "exit $status\n", nil
}
