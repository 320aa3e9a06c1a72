// Command overlay applies an overlay to a document by libopenapi: overlay DOC OVERLAY OUT.
// It fails if an action selects nothing.
package main

import (
	"fmt"
	"os"

	"github.com/pb33f/libopenapi"
)

func main() {
	if err := apply(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Println("   ", err)
		os.Exit(1)
	}
}

func apply(document, overlay, out string) error {
	text, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	actions, err := os.ReadFile(overlay)
	if err != nil {
		return err
	}
	result, err := libopenapi.ApplyOverlayFromBytesToSpecBytes(text, actions)
	if err != nil {
		return err
	}
	for _, w := range result.Warnings {
		return fmt.Errorf("%s: %s", overlay, w)
	}
	return os.WriteFile(out, result.Bytes, 0o666)
}
