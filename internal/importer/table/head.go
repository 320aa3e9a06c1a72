package table

import (
	"slices"
	"strings"
)

// withHead is a table with its head: where none is marked as such, or an empty one, the
// first row, if it reads like one.
func withHead(b block) block {
	if isEmpty(b.head) {
		b.head = nil
		if len(b.rows) > 1 && readsLikeHead(b.rows[0]) {
			b.head, b.rows = b.rows[0], b.rows[1:]
		}
	}
	return b
}

// readsLikeHead reports whether the cells of a row are heads of columns: few words each,
// of which most tell a role, and no value.
func readsLikeHead(row []cell) bool {
	n, said := 0, 0
	for _, c := range row {
		if c.text == "" {
			continue
		}
		n++
		if len(c.text) > 40 || isStatus(c.text) || isInteger(c.text) || strings.Count(c.text, " ") > 3 || strings.HasSuffix(c.text, ".") && strings.Contains(c.text, " ") {
			return false
		}
		if roleOf(c.text) != other {
			said++
		}
	}
	return said > 1 && said*2 >= n
}

// splitTitles makes blocks of the rows of a spreadsheet: those before the table that have
// one cell are its title and what is said of it, those within are titles of what follows.
func splitTitles(rows [][]cell) (title string, blocks []block) {
	for len(rows) > 1 && isTitle(rows[0]) {
		if title == "" {
			title = rows[0][0].text
		} else {
			blocks = append(blocks, block{kind: paragraph, line: rows[0][0].line, text: rows[0][0].text})
		}
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return title, blocks
	}
	b := block{kind: tableBlock, line: rows[0][0].line, rows: rows}
	if readsLikeHead(rows[0]) || !slices.ContainsFunc(rows[0], isValue) {
		b.head, b.rows = rows[0], rows[1:]
	}
	return title, append(blocks, parts(b)...)
}

// isValue reports whether a cell is a value, no head of a column.
func isValue(c cell) bool {
	return isStatus(c.text) || isInteger(c.text) || isCodeLike(c.text) && strings.ContainsAny(c.text, "0123456789")
}

// parts are the parts of a table, and between them headings: rows that are titles of those
// below.
func parts(b block) (blocks []block) {
	part := b
	part.rows = nil
	for i, row := range b.rows {
		if isTitle(row) && i+1 < len(b.rows) {
			if len(part.rows) > 0 {
				blocks = append(blocks, part)
			}
			blocks = append(blocks, block{kind: heading, line: row[0].line, level: rowLevel, text: row[0].text})
			part = block{kind: tableBlock, line: row[0].line, head: b.head}
			continue
		}
		part.rows = append(part.rows, row)
	}
	blocks = append(blocks, part)
	return together(blocks)
}

// together lets the parts of a table have one look, that of all of their rows, which is
// taken once.
func together(blocks []block) []block {
	var whole block
	for _, b := range blocks {
		if b.kind == tableBlock {
			whole.head = b.head
			whole.rows = append(whole.rows, b.rows...)
		}
	}
	look := columnsOf(whole)
	for i := range blocks {
		if blocks[i].kind == tableBlock {
			blocks[i].look = look
		}
	}
	return blocks
}

// rowLevel is the level of the heading that a row is.
const rowLevel = 6

// isTitle reports whether a row of three or more columns has one cell, the first, which is
// no code or status.
func isTitle(row []cell) bool {
	return len(row) > 2 && row[0].text != "" && isEmpty(row[1:]) && !isCodeLike(row[0].text) && !isStatus(row[0].text)
}
