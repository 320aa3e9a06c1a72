// Package revision reads files as a git commit has them. It calls git as a program,
// and hands it nothing that it could take for an option: a revision stands behind
// --end-of-options, and everything else is asked for by its object's name.
package revision

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// Errors of what there is not.
var (
	ErrNoGit  = errors.New("the program git is not there")
	ErrNoRepo = errors.New("this folder is in no git repository")
	ErrNone   = errors.New("there is no such commit here")
)

// Root is the folder of the repository that the working directory is in.
func Root() (string, error) {
	out, err := run("rev-parse", "--show-toplevel")
	if err != nil {
		return "", err
	}
	return filepath.FromSlash(strings.TrimSuffix(out, "\n")), nil
}

// Find returns the name of the commit that a revision means, as gitrevisions(7) has
// them; ErrNone if there is none.
func Find(revision string) (hash string, err error) {
	if _, err := Root(); err != nil {
		return "", err
	}
	if strings.ContainsRune(revision, 0) {
		return "", ErrNone
	}
	out, err := run("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if hash = strings.TrimSuffix(out, "\n"); err != nil || !isHash(hash) {
		return "", ErrNone
	}
	return hash, nil
}

// isHash reports whether a text is the full name of an object.
func isHash(s string) bool {
	return (len(s) == 40 || len(s) == 64) && strings.Trim(s, "0123456789abcdef") == ""
}

// command is git with arguments, in words that do not depend on the user, and without
// the network.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command("git", args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
	return cmd
}

// run runs git and returns what it prints.
func run(args ...string) (string, error) {
	var stderr bytes.Buffer
	cmd := command(args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", ErrNoGit
	case err != nil && strings.Contains(stderr.String(), "not a git repository"):
		return "", ErrNoRepo
	case err != nil:
		return "", fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(stderr.String()))
	}
	return string(out), nil
}

// version is what tags look like that name a version.
var version = regexp.MustCompile(`^v?[0-9]+\.`)

// FetchCommand is the command that makes a revision known here, for people: the
// repository that was cloned may lack it. It fetches from the remote that the revision
// names, or from origin; one that looks like a version is a tag. It is "" if there is
// none, since no branch or tag can have that name. Of a shallow clone it asks for one
// commit; that of a full one would end its history there.
func FetchCommand(revision string) string {
	fetch, shallow := "git fetch ", isShallow()
	if shallow {
		fetch += "--depth=1 "
	}
	if isHash(revision) {
		return fetch + "origin " + revision
	}
	if strings.ContainsAny(revision, "~^") { // counted from another, as far as history goes
		if shallow {
			return "git fetch --unshallow"
		}
		return ""
	}
	if _, err := run("check-ref-format", "refs/heads/"+revision); err != nil || revision == "HEAD" { // that is not here before the first commit
		return ""
	}
	revision = strings.TrimPrefix(revision, "refs/remotes/")
	remotes, _ := run("remote")
	for remote := range strings.FieldsSeq(remotes) {
		if branch, ok := strings.CutPrefix(revision, remote+"/"); ok && branch != "" {
			return fetch + quoted(remote) + " " + quoted(branch+":refs/remotes/"+revision)
		}
	}
	ref := "refs/heads/" + revision
	switch {
	case strings.HasPrefix(revision, "refs/"):
		ref = revision
	case version.MatchString(revision):
		ref = "refs/tags/" + revision
	}
	return fetch + "origin " + quoted(ref+":"+ref)
}

// isShallow reports whether the repository lacks a part of its history.
func isShallow() bool {
	shallow, _ := run("rev-parse", "--is-shallow-repository")
	return shallow == "true\n"
}

// quoted is a word as a shell takes it.
func quoted(word string) string {
	plain := func(r rune) bool {
		return r == '/' || r == ':' || r == '.' || r == '-' || r == '_' ||
			'0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	if strings.TrimFunc(word, plain) == "" && !strings.HasPrefix(word, "-") {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
