package diagcases

import (
	"github.com/seed-1b9d9f04/errgen/internal/model/diag"
	"github.com/seed-1b9d9f04/errgen/internal/model/load"
)

func resolveFile(f *load.File, l *diag.List) {}
