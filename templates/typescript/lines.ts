// Texts as headers and bodies of text hold them.

/** A text without the white space at its ends, as Unicode has it. */
export function trimSpace(text: string): string {
  return text.replace(/^[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/, '').replace(trailing, '');
}

const trailing = /(?<![\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/;

/** A text in which lines end with LF alone. */
export function unixLines(text: string): string {
  return text.replace(/\r+\n/g, '\n');
}

/** A text without what a field value cannot hold (RFC 9110 section 5.5), but for outer space. A line's end is one space. */
export function headerLine(text: string): string {
  return unixLines(text).replace(/[\0-\x08\x0a-\x1f\x7f]/g, ' ');
}

/** headerLine without outer space. */
export function headerText(text: string): string {
  return trimSpace(headerLine(text));
}
