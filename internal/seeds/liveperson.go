package seeds

import (
	"fmt"
	"strconv"
	"strings"
)

// Row is a line of LivePerson's table of response bodies.
type Row struct {
	Code           int
	Title, Details string
}

// LivePerson returns the table "Response Bodies" of document 000.
func LivePerson() []Row {
	var rows []Row
	for _, c := range table(livePersonFile, read(livePersonFile), "Error Code") {
		rows = append(rows, Row{Code: number(livePersonFile, c[0]), Title: c[1], Details: c[2]})
	}
	return rows
}

// LivePersonCopy returns the same table as document 001 has it, a line without
// markup per row: "40102 Invalid AppJWT AppJWT has expired or is invalid".
func LivePersonCopy() []string {
	_, rows, ok := strings.Cut(read(livePersonCopyFile), "\nError Code Title Details\n")
	if !ok {
		panic("seeds: " + livePersonCopyFile + ": no table of response bodies")
	}
	return strings.Split(strings.TrimSpace(rows), "\n")
}

// Property is a line of LivePerson's table of properties, without its marks.
type Property struct {
	Path                            string // "body.errorCode"
	Description, Value, Type, Notes string
}

// LivePersonProperties returns the table of properties of document 000.
func LivePersonProperties() []Property {
	var ps []Property
	for _, c := range table(livePersonFile, read(livePersonFile), "Property") {
		ps = append(ps, Property{c[0], plain(c[1]), plain(c[2]), plain(c[3]), plain(c[4])})
	}
	return ps
}

// ExampleLivePerson returns the example body of document 000. It pairs code
// 40104 with the title and details of 40105.
func ExampleLivePerson() string { return fences(read(livePersonFile))[0] }

// ExampleLivePersonCopy returns the example body of document 001.
func ExampleLivePersonCopy() string {
	return "{" + between(livePersonCopyFile, read(livePersonCopyFile), "\n{", "\n}\n") + "\n}"
}

// number reads an integer cell.
func number(file, cell string) int {
	n, err := strconv.Atoi(plain(cell))
	if err != nil {
		panic(fmt.Sprintf("seeds: %s: %q is no integer", file, cell))
	}
	return n
}
