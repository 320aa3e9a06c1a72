// What is read under 400 is most often no error, so there an error has to prove to be one
// (docs/spec.md#how-decoding-decides, steps 1 and 2).

import * as t from './table.js';
import type { Envelope, Node } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import { hasType, isCode, slotText } from './fit.js';
import { readIn, withCode } from './identity.js';
import type { Fitting, Reading } from './reading.js';

/** Whether a response under 400 that fits an envelope is looked into. */
export function mayBeError(r: Reading, f: Fitting, env: Envelope): boolean {
  if (f.differs || f.success) return false;
  const is = isProof(r, f, env);
  r.proven ||= is;
  return is || declares(r, f.env, env);
}

/** isProof reports whether something proves a response to be an error: a constant, a code, or an item of a list. */
function isProof(r: Reading, f: Fitting, env: Envelope): boolean {
  if (isFailure(r, f, env)) return true;
  if (!env.l) return f.strict && f.slots[t.slotCode] !== undefined;
  return r.t.u.lists!.hasItem(r, f, (item) => !item.differs && !item.success && (item.strict || isFailure(r, item, env)));
}

/**
 * isFailure reports whether a response, or an item of one, is an error by what is there: a
 * constant, a value where another would mean success, or a code of the catalog.
 */
function isFailure(r: Reading, f: Fitting, env: Envelope): boolean {
  return f.sure || f.agrees && !f.lacks || f.failure || knowsCode(r, f, env);
}

/** knowsCode reports whether some entry of an envelope has the code that was received, not just any. */
function knowsCode(r: Reading, f: Fitting, env: Envelope): boolean {
  const code = slotText(f.slots[t.slotCode]);
  if (code === undefined) return false;
  return withCode(r, f.env, code).length > 0 || !!env.o?.some((row) => {
    const read = readIn(r, r.t.e[row]!, f.env);
    return read?.k === t.rankTemplate && r.t.u.texts!.matchText(r, r.t.e[row]!, read.c ?? '', f.status, code);
  });
}

/**
 * declares reports whether an entry says that it occurs in an envelope under a status of 300
 * to 399. Not every response under one is an error, but then it is one of these.
 */
function declares(r: Reading, at: number, env: Envelope): boolean {
  const status = r.status;
  if (env.p || status < 300 || status > 399) return false;
  return r.t.e.some((e) => {
    const read = readIn(r, e, at);
    return !!read && (read.s ?? e.s ?? []).some((s) => {
      const [low, high] = typeof s === 'number' ? [s, s] : s;
      return low <= status && status <= high && low >= 300 && high <= 399;
    });
  });
}

/** Notes whether a value says success, or that it is none. */
export function judge(f: Fitting, n: Node, value: Value): void {
  if (!n.y || v.isList(value) || v.isMembers(value)) return;
  if (typeof value === 'string') {
    if (!n.f) judgeText(f, n, value, ''); // else it is judged where the form is read
    return;
  }
  const failure = f.failure;
  judgeText(f, n, v.textOf(value), value === null || typeof value === 'boolean' ? String(value) : v.digitsOf(value));
  f.failure = failure || f.failure && (hasType(n, value) || isCode(n, value));
}

/**
 * Notes whether a leaf has a value that means success, if there are such: a text, or what is
 * written in JSON as it says. Digits and words may be a text, as in a header.
 */
export function judgeText(f: Fitting, n: Node, text: string, json: string): void {
  if (!n.y) return;
  const is = n.y.some((s) => {
    if (json === 'null' || s === 'null') return json === s;
    if (s.startsWith('"')) return JSON.parse(s) === text || json === '' && s === text;
    return json !== '' ? v.sameText(json, s) : text === s || v.isNumber(text) && v.sameText(text, s);
  });
  f.success ||= is;
  f.failure ||= !is && json !== 'null';
}
