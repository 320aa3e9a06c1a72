// Whether a response has the shape of an envelope (docs/spec.md#how-decoding-decides, step 2).

import * as t from './table.js';
import type { Envelope, Node } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import { envelopeOf, isSuccess, mediaType, newFitting } from './reading.js';
import type { Fitting, Reading, Slot } from './reading.js';

/** How the response fits the envelopes that are responses by themselves. */
export function fits(r: Reading): Fitting[] {
  const all: Fitting[] = [];
  for (let i = 0; i < r.t.v.length; i++) {
    const env = r.t.v[i]!;
    if (!mayFit(r, env)) continue;
    const f = newFitting(r, i);
    fit(r, f, env);
    if ((f.strict || f.loose) && !(isSuccess(r) && !r.t.u.mayBeError!(r, f, env))) all.push(f);
  }
  if (all.length > 1) {
    for (const f of all) {
      if (f.strict && f.listed && !r.t.u.lists!.hasItem(r, f, (item) => item.strict)) f.strict = false;
    }
  }
  return all;
}

/** Whether an envelope occurs under the status of the response, and has the kind of its body. */
function mayFit(r: Reading, env: Envelope): boolean {
  if (env.p || r.status !== 0 && !t.contains(env.s, r.status)) return false;
  if (isSuccess(r) && !mayBe(env, mediaType(r.lines))) return false;
  return env.k !== t.jsonBody || r.isHead || r.value !== undefined && isRoot(env.r!, r.value) || isEmpty(r);
}

/** Whether a body of a media type may be an envelope's, under 400: none is that of JSON. */
export function mayBe(env: Envelope, media: string): boolean {
  if (env.k === t.emptyBody || media === env.m) return true;
  return env.k !== t.textBody && (media === '' || /[/+]json$/.test(media));
}

function isEmpty(r: Reading): boolean {
  return r.body === '' && !r.isUnread;
}

/** fit compares the response with one envelope. */
function fit(r: Reading, f: Fitting, env: Envelope): void {
  if (r.isHead) return fitHead(r, f, env);
  if (env.k === t.jsonBody) {
    if (r.value === undefined) f.strict = false;
    else fitRoot(r, f, env.r!, r.value);
  }
  if (env.k === t.jsonBody && !env.h) return;
  const ofBody = { ...f };
  const coded = f.slots[t.slotCode];
  for (const h of env.h ?? []) r.t.u.leaves!.fitHeader(r, f, h);
  const codedByHeader = f.slots[t.slotCode] && !coded;
  if (env.k === t.emptyBody) {
    f.strict &&= isEmpty(r);
    f.loose = false;
  } else if (env.k === t.textBody) {
    if (!codedByHeader) restore(f, ofBody);
    r.t.u.leaves!.fitBody(r, f, env);
  } else if (codedByHeader) f.loose = true;
  else restore(f, ofBody); // headers say nothing about the shape
}

/** restore takes back what has been seen of the shape. */
function restore(f: Fitting, { strict, loose, agrees, sure, lacks, differs, listed, size }: Fitting): void {
  Object.assign(f, { strict, loose, agrees, sure, lacks, differs, listed, size });
}

/** fitHead compares the headers of a response to HEAD: what stands in the body is unknown. */
function fitHead(r: Reading, f: Fitting, env: Envelope): void {
  for (const h of env.h ?? []) r.t.u.leaves!.fitHeader(r, f, h);
  f.loose = false;
  for (let i = t.slotField0; i < env.z; i++) {
    if (!f.slots[i] && env.r && hasSlot(env.r, i)) f.outer[i] = true;
  }
}

/** Whether the code would stand in a body that a response to HEAD has not. */
export function hidesCode(r: Reading, f: Fitting): boolean {
  const root = envelopeOf(r, f).r;
  return r.isHead && !!root && hasSlot(root, t.slotCode);
}

/** Whether a field stands in a place, or in one within it. */
export function hasSlot(n: Node, slot: number): boolean {
  return !n.k && (n.s ?? 0) === slot || n.r === slot || !!n.m && n.m.some((m) => hasSlot(m, slot));
}

/** fitRoot compares a JSON value with the root of a body, or of an item, of whose type it is. */
export function fitRoot(r: Reading, f: Fitting, n: Node, value: Value): void {
  r.t.u.judge?.(f, n, value);
  fitNode(r, f, n, value);
  for (const slot of f.missing) f.strict &&= f.slots[slot] !== undefined;
  if (f.missing.length) f.missing = [];
  f.loose = f.agrees || f.listed || f.slots[t.slotCode] !== undefined;
}

/** Whether a value has the type of a root. A code may be digits in a string. */
export function isRoot(n: Node, value: Value): boolean {
  switch (n.k) {
    case t.objectNode:
      return v.isMembers(value);
    case t.listNode:
      return v.isList(value);
    case undefined:
      return hasType(n, value) || n.s === t.slotCode && typeof value === 'string' && v.isInteger(value);
  }
  return true;
}

function fitNode(r: Reading, f: Fitting, n: Node, value: Value): void {
  switch (n.k) {
    case t.ignoredNode:
      f.size++;
      return;
    case t.constantNode:
      return fitConstant(f, n, v.sameValue(value, n.c!));
    case t.objectNode:
      return fitObject(r, f, n, value);
    case t.listNode:
      if (!v.isList(value)) {
        f.strict = false;
        f.lacks = true;
        return;
      }
      f.size++;
      f.listed ||= value.length > 0;
      return;
  }
  fitLeaf(r, f, n, value);
}

/** fitConstant notes whether a constant is there. */
export function fitConstant(f: Fitting, n: Node, is: boolean): void {
  f.strict &&= is;
  f.differs ||= !is;
  if (is) {
    f.size += 2;
    f.agrees = true;
    f.sure ||= n.c === 'true' || n.c === 'false';
  }
}

/** fitLeaf notes the value of a leaf. One of another type, or in none of its text forms, is as good as missing. */
function fitLeaf(r: Reading, f: Fitting, n: Node, value: Value): void {
  const strict = f.strict;
  if (n.f && typeof value === 'string') {
    r.t.u.leaves!.fitText(r, f, n, value, false);
    if (f.strict || !strict) return;
  } else if (!n.f) {
    const is = hasType(n, value);
    if (is || isCode(n, value)) {
      f.strict = strict && is;
      if (n.s !== t.slotCode || isScalar(value)) put(f, n, { value, isText: false });
      return;
    }
  }
  f.strict = strict;
  if (!n.o && !n.a) f.missing.push(n.s ?? 0);
}

/** put notes the value of a leaf, an alias's if the field has none of its own. */
export function put(f: Fitting, n: Node, slot: Slot): void {
  f.size++;
  const s = n.s ?? 0;
  if (n.a && f.slots[s] && !f.outer[s]) return;
  f.slots[s] = slot;
  if (f.outer[s]) f.outer[s] = false;
}

function fitObject(r: Reading, f: Fitting, n: Node, value: Value): void {
  if (!v.isMembers(value)) {
    f.strict = false;
    f.lacks = true;
    return;
  }
  f.size++;
  for (const m of n.m ?? []) {
    const member = v.memberOf(value, m.n ?? '');
    if (member !== undefined) r.t.u.judge?.(f, m, member);
    if (member !== undefined && !(m.o && isForeign(m, member))) fitNode(r, f, m, member);
    else if (!m.k) {
      if (!m.o && !m.a) f.missing.push(m.s ?? 0);
    } else if (!m.o) {
      f.strict = false;
      f.lacks ||= m.k >= t.objectNode;
    }
  }
  if (n.r) {
    f.slots[n.r] = { value, isText: false, isMore: true };
    f.outer[n.r] = false;
  }
}

/** Whether a value has a type that a leaf admits, of an array also its elements. A leaf with text forms is a string. */
export function hasType(n: Node, value: Value): boolean {
  if (n.f) return typeof value === 'string';
  const items = n.i;
  return (v.typeOf(value) & n.t!) !== 0 && !(items && v.isList(value) && value.some((item) => (v.typeOf(item) & items) === 0));
}

/** Whether a value is a code, if not of the admitted type. */
export function isCode(n: Node, value: Value): boolean {
  return n.s === t.slotCode && (v.typeOf(value) & (v.stringType | v.integerType)) !== 0;
}

function isScalar(value: Value): boolean {
  return (v.typeOf(value) & (v.nullType | v.arrayType | v.objectType)) === 0;
}

/** Whether a value is of a type that an optional member has not: then the member is absent. */
function isForeign(n: Node, value: Value): boolean {
  switch (n.k) {
    case undefined:
      return !hasType(n, value) && !isCode(n, value);
    case t.objectNode:
      return !v.isMembers(value);
    case t.listNode:
      return !v.isList(value);
  }
  return value === null;
}

/** A slot as text: a string's content, else its JSON; undefined for none. */
export function slotText(slot: Slot | undefined): string | undefined {
  return slot && v.textOf(slot.value);
}
