// Package goi18n holds the messages that errgen writes to go-i18n: what it shows, and what
// its tool takes for out of date. It is a module of its own, so that nobody who uses errgen
// gets go-i18n.
package goi18n
