// Command protocgo compiles a .proto file with protoc-gen-go and
// protoc-gen-go-errors, as protoc and buf do: it parses the file, and hands
// what it has parsed to each plugin, which is a process of its own.
package main

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/bufbuild/protocompile"
	"github.com/bufbuild/protocompile/protoutil"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"
)

func main() {
	out := flag.String("out", ".", "folder to write to")
	includes := flag.String("I", "", "folders of imported files, separated like PATH")
	parameter := flag.String("opt", "paths=source_relative", "parameter of the plugins")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: protocgo [-out DIR] [-I DIRS] [-opt PARAMETER] FILE PLUGIN...")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Args()[1:], *out, *parameter, filepath.SplitList(*includes)); err != nil {
		fmt.Fprintln(os.Stderr, "protocgo:", err)
		os.Exit(1)
	}
}

// run writes what the plugins make of a file.
func run(file string, plugins []string, out, parameter string, includes []string) error {
	compiler := protocompile.Compiler{
		Resolver: protocompile.WithStandardImports(&protocompile.SourceResolver{
			ImportPaths: append([]string{filepath.Dir(file)}, includes...),
		}),
		SourceInfoMode: protocompile.SourceInfoStandard,
	}
	name := filepath.Base(file)
	files, err := compiler.Compile(context.Background(), name)
	if err != nil {
		return err
	}
	request := &pluginpb.CodeGeneratorRequest{
		FileToGenerate: []string{name},
		Parameter:      &parameter,
		ProtoFile:      descriptors(files.FindFileByPath(name), map[string]bool{}),
	}
	in, err := proto.Marshal(request)
	if err != nil {
		return err
	}
	for _, plugin := range plugins {
		if err := runPlugin(plugin, in, out); err != nil {
			return fmt.Errorf("%s: %w", plugin, err)
		}
	}
	return nil
}

// descriptors lists a file behind all that it imports.
func descriptors(file protoreflect.FileDescriptor, seen map[string]bool) (list []*descriptorpb.FileDescriptorProto) {
	if seen[file.Path()] {
		return nil
	}
	seen[file.Path()] = true
	for i := range file.Imports().Len() {
		list = append(list, descriptors(file.Imports().Get(i).FileDescriptor, seen)...)
	}
	return append(list, protoutil.ProtoFromFileDescriptor(file))
}

// runPlugin gives one plugin its request, and writes what it answers.
func runPlugin(plugin string, request []byte, out string) error {
	cmd := exec.Command(plugin)
	cmd.Stdin = bytes.NewReader(request)
	cmd.Stderr = os.Stderr
	answer, err := cmd.Output()
	if err != nil {
		return err
	}
	var response pluginpb.CodeGeneratorResponse
	if err := proto.Unmarshal(answer, &response); err != nil {
		return err
	}
	if response.Error != nil {
		return fmt.Errorf("%s", response.GetError())
	}
	for _, f := range response.File {
		if err := os.WriteFile(filepath.Join(out, filepath.Base(f.GetName())), []byte(f.GetContent()), 0o666); err != nil {
			return err
		}
	}
	return nil
}
