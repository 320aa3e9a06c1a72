// Leaves that are text: headers, bodies of text, and values in a text form.

import * as t from './table.js';
import type { Entry, Envelope, Node } from './table.js';
import * as v from './values.js';
import type { Capture } from './facts.js';
import { fitConstant, put } from './fit.js';
import { trimSpace, unixLines } from './lines.js';
import { mediaType } from './reading.js';
import type { Fitting, Reading } from './reading.js';

/** Compares the response with a header of an envelope. */
export function fitHeader(r: Reading, f: Fitting, n: Node): void {
  const values = v.memberOf(r.lines, n.n!);
  const strict = f.strict;
  if (!values?.length) {
    f.strict = strict && !!(n.o || n.a);
    return;
  }
  const slot = n.s ?? 0;
  const inBody = f.slots[slot];
  fitText(r, f, n, values.join(', '), true);
  if (inBody) f.slots[slot] = inBody; // as it is, while a header has lost what it cannot hold
  f.strict ||= strict && !!n.o && !n.k; // of another type: absent
}

/** Compares a body that is text, but for outer white space and the ends of lines. An empty body is none. */
export function fitBody(r: Reading, f: Fitting, env: Envelope): void {
  const text = trimSpace(unixLines(r.body));
  f.strict = text !== '';
  f.loose = false;
  if (f.strict) fitText(r, f, env.r!, text, true);
  const media = mediaType(r.lines);
  if (f.strict && media !== '' && media !== env.m) {
    f.strict = false;
    f.loose = true;
  }
}

/** Compares a text with a leaf or a constant. At its ends there may have been some spaces. */
export function fitText(r: Reading, f: Fitting, n: Node, text: string, isTrimmed: boolean): void {
  if (n.k === t.constantNode) return fitConstant(f, n, text === n.c);
  if (n.k) return;
  let got = formValue(r, n, text, isTrimmed);
  if (got === undefined || !hasType(got, n.t!)) {
    f.strict = false;
    return;
  }
  if (n.s === t.slotCode && (n.t! & v.stringType) === 0) got = v.plainNumber(got);
  r.t.u.judgeText?.(f, n, got, '');
  put(f, n, { value: got, isText: true });
}

const spaces = [['', ''], ['', ' '], [' ', ''], [' ', ' ']] as const;

/** In text forms, hole 0 is the value and the others are anything. */
const form: Entry = { n: '', m: Array.from({ length: 16 }, () => ['', -1] as const) };

/** formValue is the value in the first of a leaf's text forms that matches. */
function formValue(r: Reading, n: Node, text: string, isTrimmed: boolean): string | undefined {
  if (!n.f) return text;
  for (const template of n.f) {
    for (const [before, after] of isTrimmed ? spaces : spaces.slice(0, 1)) {
      const caps: Capture[] = [{ text: '' }];
      if (r.t.u.texts!.matchText(r, form, template, 0, before + text + after, caps)) return caps[0]!.text;
    }
  }
  return undefined;
}

/** hasType reports whether a text can be a value of one of the types. */
function hasType(text: string, types: number): boolean {
  if (types & (v.stringType | v.arrayType | v.objectType)) return true;
  if (types & v.numberType && v.isNumber(text) || types & v.integerType && v.isInteger(text)) return true;
  return (types & v.boolType) !== 0 && (text === 'true' || text === 'false') || (types & v.nullType) !== 0 && (text === '' || text === 'null');
}
