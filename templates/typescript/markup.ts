// Text of HTML and XML.

const characters: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const references: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;', '\r': '&#13;' };

/** A text as it stands within an element or between the quotes of an attribute. */
export function quoteMarkup(text: string): string {
  return text.replace(/[&<>"'\r]/g, (c) => references[c]!).replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
}

/** Text of HTML or XML with characters for references. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&[^&;]{1,10};/g, (ref) => referenced(ref) ?? ref);
}

/** The begin of a tag in a text, or its end. */
export function beforeTag(text: string, pos: number): number {
  const at = text.indexOf('<', pos);
  return at < 0 ? text.length : at;
}

/** maxReference bounds the length of a reference. */
const maxReference = '&#x0010FFFF;'.length;

/** referenced is the character that a reference stands for: a name of XML, or a number. */
function referenced(ref: string): string | undefined {
  const name = ref.slice(1, -1);
  if (Object.prototype.hasOwnProperty.call(characters, name)) return characters[name];
  const [, hex, digits] = /^#(?:[xX]([\dA-Fa-f]+)|(\d+))$/.exec(name) ?? [];
  const number = hex ? parseInt(hex, 16) : digits ? Number(digits) : NaN;
  return number < 2 ** 31 ? character(number) : undefined;
}

/** character is a character, U+FFFD if XML cannot hold it (XML 1.0 section 2.2). */
function character(code: number): string {
  const isNone = code < 0x20 && code !== 9 && code !== 10 && code !== 13 || code >= 0xd800 && code < 0xe000 ||
    code === 0xfffe || code === 0xffff || code > 0x10ffff;
  return isNone ? '\ufffd' : String.fromCodePoint(code);
}

/** The length of the reference at a place, 0 if there is none. */
export function referenceLength(text: string, pos: number): number {
  if (text[pos] !== '&') return 0;
  const end = text.indexOf(';', pos);
  if (end < 0 || end - pos >= maxReference) return 0;
  return referenced(text.slice(pos, end + 1)) === undefined ? 0 : end + 1 - pos;
}

/** Whether a place is within a reference. */
export function splitsReference(text: string, at: number): boolean {
  const begin = text.lastIndexOf('&', at - 1);
  return at > 0 && begin >= 0 && at - begin <= maxReference && referenceLength(text, begin) > at - begin;
}
