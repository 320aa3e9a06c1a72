package bench_test

// What generated code of the peers imports.
import (
	_ "github.com/go-kratos/kratos/v2/errors"
	_ "github.com/go-kratos/kratos/v2/transport/http" // as in testdata/many
	_ "github.com/oapi-codegen/runtime"
	_ "github.com/oapi-codegen/runtime/strictmiddleware/nethttp"
	_ "google.golang.org/protobuf/runtime/protoimpl"
)
