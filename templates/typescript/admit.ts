// What values a schema admits.

import * as t from './table.js';
import type { Schema } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import type { Reading } from './reading.js';

/**
 * Whether a text is a value of a scalar schema, its bounds, pattern, enum and format
 * included. Within another text, base64 is only admitted as it is written there: in its
 * other forms it has no sure end.
 */
export function admits(r: Reading, s: Schema, text: string, isWithin = false): boolean {
  if (s.k === t.bytesSchema && isWithin) return isBase64(text, true);
  if (s.e && !s.e.some((value) => (isNumeric(s) ? v.sameText(value, text) : value === text))) return false;
  if (isNumeric(s)) return admitsNumber(s, text);
  if (s.k === t.boolSchema) return text === 'true' || text === 'false';
  if (s.k === t.bytesSchema) return isBase64(text, false);
  if (s.l) {
    const n = characters(text);
    if (n < s.l[0] || s.l[1] > 0 && n > s.l[1]) return false;
  }
  return (!s.x || r.t.u.matchPattern!(s, text)) && (!s.f || r.t.u.hasFormat!(s.f, text));
}

/** characters counts code points. */
function characters(text: string): number {
  let n = 0;
  for (const _ of text) n++;
  return n;
}

/** Whether a text is base64 (RFC 4648 sections 4 and 5): of either alphabet, padded or not, unless it has to be the usual form. */
export function isBase64(text: string, usual: boolean): boolean {
  const s = text.replace(/[\r\n]/g, '');
  const isPadded = usual || text.endsWith('=');
  const digits = isPadded ? s.replace(/={1,2}$/, '') : s;
  const alphabet = !usual && /[-_]/.test(text) ? /^[-\w]*$/ : /^[A-Za-z\d+/]*$/;
  return alphabet.test(digits) && digits.length % 4 !== 1 && (!isPadded || s.length % 4 === 0);
}

const bounds: { readonly [format: string]: readonly [string, string] } = {
  uint64: ['0', '18446744073709551615'],
  int32: ['-2147483648', '2147483647'],
};

/** Whether an integer is one of a format's, of 64 bits if there is none. */
export function inFormat(text: string, format: string | undefined): boolean {
  if (format === 'uint64' && text.startsWith('-')) return false;
  const [min, max] = bounds[format ?? ''] ?? ['-9223372036854775808', '9223372036854775807'];
  return v.compareNumbers(text, min) >= 0 && v.compareNumbers(text, max) <= 0;
}

function admitsNumber(s: Schema, text: string): boolean {
  if (!isWhole(s)) {
    if (!v.isNumber(text)) return false;
  } else {
    const whole = v.integerText(text);
    if (whole === undefined) return false;
    text = whole;
  }
  const [min, max, above, below] = s.b ?? ['', '', '', ''];
  if (min && v.compareNumbers(text, min) < 0 || max && v.compareNumbers(text, max) > 0) return false;
  if (above && v.compareNumbers(text, above) <= 0 || below && v.compareNumbers(text, below) >= 0) return false;
  return s.k !== t.integerSchema || inFormat(text, s.f);
}

/** Whether values of the schema are numbers. */
export function isNumeric(s: Schema): boolean {
  return s.k === t.integerSchema || s.k === t.numberSchema || s.k >= t.secondsSchema && s.k <= t.unixSchema;
}

/** Whether the numbers of the schema are integers. */
export function isWhole(s: Schema): boolean {
  return s.k === t.integerSchema || s.k !== t.numberSchema && ((s.t ?? 0) & v.numberType) === 0;
}

const types: { readonly [kind: number]: number } = {
  [t.anySchema]: 127,
  [t.stringSchema]: v.stringType,
  [t.bytesSchema]: v.stringType,
  [t.integerSchema]: v.integerType,
  [t.numberSchema]: v.numberType,
  [t.boolSchema]: v.boolType,
  [t.nullSchema]: v.nullType,
  [t.arraySchema]: v.arrayType,
  [t.objectSchema]: v.objectType,
  [t.mapSchema]: v.objectType,
  [t.errorSchema]: v.objectType,
};

/** The set of JSON types that a schema admits. */
export function typesOf(r: Reading, s: Schema): number {
  let all = (s.t ?? 0) | (types[s.k] ?? 0) | (s.n ? v.nullType : 0);
  if (s.k === t.oneOfSchema) for (const [, alternative] of s.m!) all |= typesOf(r, r.t.s![alternative]!);
  return all;
}

/** admits for a value of a body: scalars by their text, lists and objects by their type alone. */
export function admitsValue(r: Reading, s: Schema, value: Value): boolean {
  if ((typesOf(r, s) & v.typeOf(value)) === 0) return false;
  if (typeof value === 'string') return !isNumeric(s) && admits(r, s, value);
  if (value === null || v.isList(value) || v.isMembers(value)) return true;
  if (s.k === t.unionSchema || s.k === t.anySchema || s.k === t.oneOfSchema) return true;
  return admits(r, s, typeof value === 'boolean' ? String(value) : v.digitsOf(value));
}
