// Package study changes catalogs in all the ways that are known to break somebody, one
// at a time, and holds what "errgen breaking" says to judges that know nothing of it:
// the compiled packages, go/types and golang.org/x/exp/apidiff. It is a module of its
// own, since errgen itself needs none of what it uses.
package study
