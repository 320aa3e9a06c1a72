package table

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// readCSV reads the table of a spreadsheet (RFC 4180), with commas, semicolons or tabs.
func readCSV(source, ext string) (*page, error) {
	r := csv.NewReader(strings.NewReader(source))
	r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = -1, true, true
	first, _, _ := strings.Cut(source, "\n")
	switch {
	case ext == ".tsv" || strings.Count(first, "\t") > strings.Count(first, ","):
		r.Comma = '\t'
	case strings.Count(first, ";") > strings.Count(first, ","):
		r.Comma = ';'
	}
	var rows [][]cell
	cells := 0
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		row := make([]cell, len(record))
		for i, text := range record {
			line, _ := r.FieldPos(i)
			row[i] = cell{text: strings.TrimSpace(text), line: line}
		}
		if cells += len(row); cells > maxCells {
			return nil, fmt.Errorf("the table has more than %d cells: give a part of it", maxCells)
		}
		if !isEmpty(row) {
			rows = append(rows, row)
		}
	}
	title, blocks := splitTitles(rows)
	return &page{title: title, blocks: blocks}, nil
}
