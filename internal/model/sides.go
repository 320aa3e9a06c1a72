package model

// Sides says who uses a generated package.
type Sides uint8

// The sides of a response.
const (
	BothSides Sides = iota
	ServerSide
	ClientSide
)

// Server reports whether the package writes responses.
func (s Sides) Server() bool { return s != ClientSide }

// Client reports whether the package reads responses.
func (s Sides) Client() bool { return s != ServerSide }
