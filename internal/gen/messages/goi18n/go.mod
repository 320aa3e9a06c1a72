module github.com/seed-1b9d9f04/errgen/internal/gen/messages/goi18n

go 1.26.0

replace github.com/seed-1b9d9f04/errgen => ../../../..

require (
	github.com/BurntSushi/toml v1.6.0
	github.com/nicksnyder/go-i18n/v2 v2.7.0
	github.com/seed-1b9d9f04/errgen v0.0.0-00010101000000-000000000000
	golang.org/x/text v0.44.0
)

require (
	github.com/agext/levenshtein v1.2.3 // indirect
	github.com/rogpeppe/go-internal v1.16.0 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/tools v0.52.0 // indirect
	gopkg.in/yaml.v3 v3.0.1 // indirect
)
