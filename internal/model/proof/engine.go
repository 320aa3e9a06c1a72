package proof

import (
	"github.com/seed-1b9d9f04/errgen/internal/model"
	"github.com/seed-1b9d9f04/errgen/internal/replay"
)

// The engine, as this package uses it.
type (
	program = replay.Program // a catalog as the engine reads it
	found   = replay.Decoded // an error that a response holds
)

func parseJSON(text string) (model.Value, bool) { return replay.ParseJSON(text) }
