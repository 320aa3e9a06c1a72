// Errors within other errors.

import * as t from './table.js';
import type { Node, Schema } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import type { ErrorObject } from './error.js';
import { made } from './made.js';
import { identifyPart } from './items.js';
import { envelopeOf, newFitting, newReading, takes } from './reading.js';
import type { Candidate, Found, Reading } from './reading.js';

/** The error that a value in the body of another is. */
export function errorAt(r: Reading, value: Value, part: number): ErrorObject {
  const inner: Reading = {
    ...newReading(r.t, 0, {}, ''),
    value,
    get left() { return r.left; },
    set left(n) { r.left = n; },
  };
  return made(inner, identifyPart(inner, newFitting(inner, part), r.t.v[part]!.r!, value), undefined);
}

/** Whether values of a schema are errors, or lists of them. */
function isNesting(r: Reading, s: Schema): boolean {
  for (let n = 0; s.k === t.arraySchema && n < r.t.s!.length; n++) s = r.t.s![s.i!]!; // a type may be a list of itself
  return s.k === t.errorSchema;
}

/** The errors in what was found: those beside its params, then those in them. */
export function within(r: Reading, c: Found, params: { readonly [name: string]: unknown } | undefined): readonly ErrorObject[] {
  const held = new Set<unknown>();
  const inParams: ErrorObject[] = [];
  const declared = params ? (c as Candidate).entry.m ?? [] : [];
  declared.forEach(([name, schema], i) => {
    if (!isNesting(r, r.t.s![schema]!)) return;
    const before = inParams.length;
    appendErrors(inParams, params![name]);
    if (inParams.length > before) held.add(r.captures[i]!.value);
  });
  const beside: ErrorObject[] = [];
  const root = c.fit && envelopeOf(r, c.fit).r;
  if (root) appendFrom(r, beside, c, root, held);
  return beside.concat(inParams);
}

/** appendFrom appends the errors that stand at a place or within it, but for values that params hold. */
function appendFrom(r: Reading, all: ErrorObject[], c: Found, n: Node, held: ReadonlySet<unknown>): void {
  for (const m of n.m ?? []) appendFrom(r, all, c, m, held);
  if (n.k || (n.s ?? 0) < t.slotField0) return;
  const schema = r.t.s![n.h ?? 0]!;
  const slot = c.fit!.slots[n.s!];
  if (isNesting(r, schema) && slot && !slot.isText && !c.fit!.outer[n.s!]) appendAt(r, all, slot.value, schema, held);
}

/** appendAt appends the errors that a value is or holds. Null is none where it may stand. */
function appendAt(r: Reading, all: ErrorObject[], value: Value, s: Schema, held: ReadonlySet<unknown>): void {
  if (held.has(value) || s.n && value === null) return;
  if (s.k === t.errorSchema) {
    if (takes(r, 1)) all.push(errorAt(r, value, s.p!));
    return;
  }
  if (v.isList(value)) for (const item of value) appendAt(r, all, item, r.t.s![s.i!]!, held);
}

/** appendErrors appends an error, or those of a list, be it of lists. */
function appendErrors(all: ErrorObject[], value: unknown): void {
  if (Array.isArray(value)) for (const item of value) appendErrors(all, item);
  else if (typeof value === 'object' && value !== null) all.push(value as ErrorObject);
}
