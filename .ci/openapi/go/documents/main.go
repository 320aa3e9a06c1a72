// Command documents reads OpenAPI documents by libopenapi and kin-openapi and fails if
// one of them is not valid.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/pb33f/libopenapi"
)

func main() {
	bad := 0
	for _, file := range os.Args[1:] {
		if err := read(file); err != nil {
			bad++
			fmt.Printf("    %s: %v\n", file, err)
		}
	}
	fmt.Printf("    libopenapi, kin-openapi            %d of %d\n", len(os.Args)-1-bad, len(os.Args)-1)
	if bad > 0 {
		os.Exit(1)
	}
}

func read(file string) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	doc, err := libopenapi.NewDocument(data)
	if err != nil {
		return fmt.Errorf("libopenapi: %w", err)
	}
	if _, err := doc.BuildV3Model(); err != nil {
		return fmt.Errorf("libopenapi: %w", err)
	}
	kin, err := openapi3.NewLoader().LoadFromData(data)
	if err != nil {
		return fmt.Errorf("kin-openapi: %w", err)
	}
	if err := kin.Validate(context.Background(), openapi3.EnableExamplesValidation()); err != nil {
		return fmt.Errorf("kin-openapi: %w", err)
	}
	return nil
}
