// Package reference makes a view of a catalog for its readers: what each error means,
// what it looks like on the wire, and how Go code raises and recognises it.
//
// It decides what is said. In which markup is a matter of the emitters that write it
// (Markup), and their templates have the prose.
package reference
