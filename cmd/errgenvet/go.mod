// The analyzer is a module of its own, so that who uses errgen does not get its
// dependencies.
module github.com/seed-1b9d9f04/errgen/cmd/errgenvet

go 1.26.0

require (
	github.com/golangci/plugin-module-register v0.1.2
	golang.org/x/tools v0.52.0
)

require (
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
)
