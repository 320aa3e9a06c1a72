// The params of an error, recovered from a response (docs/spec.md#how-decoding-decides, step 10).

import * as t from './table.js';
import type { Fact, Node, Param, Schema, Wording } from './table.js';
import * as v from './values.js';
import type { Members, Value } from './values.js';
import { admits, admitsValue, inFormat, isBase64, isNumeric, isWhole, typesOf } from './admit.js';
import { alone, holds, isOuter, textAt } from './facts.js';
import type { Capture } from './facts.js';
import { slotText } from './fit.js';
import { unescapeMarkup } from './markup.js';
import { envelopeOf, takes } from './reading.js';
import type { Candidate, Reading } from './reading.js';
import { secondsUntil } from './dates.js';
import { keep } from './whole.js';
import { holesOf, isSeveral, paramOf, paramsOf, under, wordingsOf } from './templates.js';

/** What a value is that cannot be had: undefined is one that is absent. */
const none = Symbol();
type None = typeof none;

/** The params of an entry that was found, undefined if a required one could not be recovered. */
export function paramsIn(r: Reading, c: Candidate): { [name: string]: unknown } | undefined {
  const params = c.entry.m ?? [];
  const caps = (r.captures = received(r, c));
  const all: { [name: string]: unknown } = {};
  for (let i = 0; i < params.length; i++) {
    if (i === 0 && c.entry.v) continue;
    const value = recover(r, c, i, caps);
    if (value === none) return undefined;
    if (value !== undefined) v.setMember(all, params[i]![0], value);
  }
  return all;
}

function flags(p: Param): number {
  return p[2] ?? 0;
}

/** received is what was received for the params of an entry. */
function received(r: Reading, c: Candidate): Capture[] {
  const caps: Capture[] = (c.entry.m ?? []).map(() => ({ text: '' }));
  r.taken = [];
  const facts = c.read.f ?? [];
  for (const f of facts) noteAbsent(r, c, f, caps);
  const code = slotText(c.fit.slots[t.slotCode]);
  if (code !== undefined && c.read.c) r.t.u.texts!.matchText(r, c.entry, c.read.c, c.fit.status, code, caps);
  if (recoverAlone(r, c, caps)) {
    for (const cap of caps) { // for the texts in which they stand with others
      if (cap.value !== undefined) cap.text = v.textOf(cap.value);
    }
    recoverFrom(r, c, caps, (f) => !isOthers(c, f) && holes(f) > 1);
  }
  recoverFrom(r, c, caps, (f) => isOuter(c, f) && !isWithin(c, f));
  return caps;
}

/** recoverAlone notes the params that facts tell which name one each. It reports whether there are facts that name several. */
function recoverAlone(r: Reading, c: Candidate, caps: Capture[]): boolean {
  let several = false;
  for (const f of c.read.f ?? []) {
    if (isOthers(c, f)) continue;
    const n = holes(f);
    if (n > 1) several = true;
    else if (n === 1 || f.a !== undefined || f.s === t.slotHeader) holds(r, c, f, caps); // a constant line is no other's
  }
  return several;
}

/** recoverFrom notes the params that some of the entry's facts tell. */
function recoverFrom(r: Reading, c: Candidate, caps: Capture[], from: (f: Fact) => boolean): void {
  for (const f of c.read.f ?? []) if (from(f)) holds(r, c, f, caps);
}

/** holes is the number of placeholders of the longest wording. A text with one tells its param without doubt. */
function holes(f: Fact): number {
  if (typeof f.w !== 'object') return 0;
  return isSeveral(f.w) ? Math.max(...f.w.w.map(holesIn)) : holesIn(f.w);
}

function holesIn(w: Wording): number {
  let n = 0;
  for (const p of w) if (paramOf(p) !== undefined) n++;
  return n;
}

/** named are the params that a fact names. */
function named(f: Fact): readonly number[] {
  return f.a === undefined ? paramsOf(f.w ?? '') : [f.a];
}

/** isOthers reports whether what stands in a fact's place is the first item's, which this is not: outside the list, or in a header of params that stand in the item as well. */
function isOthers(c: Candidate, f: Fact): boolean {
  return isOuter(c, f) || c.fit.later && f.s === t.slotHeader && isWithin(c, f);
}

/** isWithin reports whether a param of a fact that stands outside the list stands in the item as well: then what the first item has is not this one's. */
function isWithin(c: Candidate, f: Fact): boolean {
  return named(f).some((param) => c.read.f!.some((g) => !isOuter(c, g) && g.s !== t.slotHeader && named(g).includes(param)));
}

/**
 * noteAbsent notes the optional params that a fact shows to be absent: nothing stands where
 * one stands alone, or a text has a wording without it.
 */
function noteAbsent(r: Reading, c: Candidate, f: Fact, caps: Capture[]): void {
  const only = alone(f);
  const note = (param: number) => {
    if (flags(c.entry.m![param]!) & t.isOptional) caps[param]!.absent = true;
  };
  if (only !== undefined) {
    if (textAt(r, c, f) === undefined) note(only);
    return;
  }
  if (typeof f.w !== 'object' || !('w' in f.w)) return;
  const text = textAt(r, c, f);
  if (text === undefined) return;
  const matched = wordingsOf(under(f.w, c.fit.status)).filter((w) => r.t.u.texts!.matchTrimmed(r, c, w, text));
  if (matched.length === 0) return;
  const there = matched.flatMap(holesOf);
  for (const param of paramsOf(f.w)) if (!there.includes(param)) note(param);
}

/** recover is the value of a param: undefined if it is absent, none if it cannot be. */
function recover(r: Reading, c: Candidate, i: number, caps: Capture[]): unknown | None {
  const param = c.entry.m![i]!;
  if (flags(param) & t.isPrivate) return flags(param) & t.hasDefault ? param[3] : undefined;
  let value = parseCapture(r, c, param, caps[i]!);
  if (value === none && caps[i]!.given) { // of another type where it stands alone: a text may have it
    caps[i] = { text: '' };
    recoverFrom(r, c, caps, (f) => typeof f.w === 'object' && named(f).includes(i));
    value = parseCapture(r, c, param, caps[i]!);
  }
  if (value !== none) return value;
  return flags(param) & t.hasDefault ? param[3] : flags(param) & t.isOptional ? undefined : none;
}

function parseCapture(r: Reading, c: Candidate, param: Param, got: Capture): unknown | None {
  if (!got.given) return none;
  const s = r.t.s![param[1]]!;
  if (got.value === undefined) return parseReceivedText(r, s, got.text);
  const more = c.fit.slots.findIndex((slot) => slot?.isMore && slot.value === got.value);
  if (more >= 0) {
    const members = parseMembers(r, got.value as Members, r.t.s![s.i ?? 0]!, takenBy(r, c, more), true);
    return members === undefined && !(flags(param) & t.isOptional) ? {} : members;
  }
  if (flags(param) & t.isOptional) return parseOptional(r, got.value, s);
  return parse(r, got.value, s);
}

/** takenBy are the further members of an object that are members of the envelope, or params by themselves. */
function takenBy(r: Reading, c: Candidate, slot: number): (name: string) => boolean {
  const open = openAt(envelopeOf(r, c.fit).r!, slot)!;
  return (name) => !!open.m?.some((m) => (m.n ?? '') === name) || c.read.f!.some((f) => f.s === slot && f.p?.[0] === name);
}

/** openAt is the object whose further members stand in a slot. */
function openAt(n: Node, slot: number): Node | undefined {
  if (n.r === slot) return n;
  for (const m of n.m ?? []) {
    const open = openAt(m, slot);
    if (open) return open;
  }
  return undefined;
}

/** Reads a text that was received, among them an HTTP date where seconds are expected (RFC 9110 section 5.6.7). */
function parseReceivedText(r: Reading, s: Schema, text: string): unknown | None {
  const value = parseText(r, s, text);
  if (value !== none || s.k !== t.secondsSchema) return value;
  const seconds = secondsUntil(text, r.lines);
  return seconds === undefined ? none : isWhole(s) ? Math.ceil(seconds) : seconds;
}

/** parseText reads a text, such as a header or what stands in a message. */
function parseText(r: Reading, s: Schema, text: string): unknown | None {
  if (s.n && (text === '' || text === 'null') && (typesOf(r, s) & v.stringType) === 0) return null;
  switch (s.k) {
    case t.anySchema:
    case t.stringSchema:
      return text;
    case t.bytesSchema:
      return isBase64(text, false) ? text : none;
    case t.unionSchema:
      if ((s.t ?? 0) & v.stringType) return text;
      break;
    case t.boolSchema:
      return text === 'true' || text === 'false' ? text === 'true' : none;
  }
  if (isNumeric(s)) return v.isNumber(text) && (v.isInteger(text) || !isWhole(s)) ? parseNumber(s, text) : none;
  const value = v.read(text); // lists and objects in a header
  return value === undefined ? none : parse(r, value, s);
}

/** parse reads a value of a schema. Bounds, patterns and enums are not looked at. */
function parse(r: Reading, value: Value, s: Schema): unknown | None {
  if (value === null && s.n) return null;
  switch (s.k) {
    case t.anySchema:
      return plain(value);
    case t.stringSchema:
      return typeof value === 'string' ? value : none;
    case t.boolSchema:
      return typeof value === 'boolean' ? value : none;
    case t.bytesSchema:
      return typeof value === 'string' && isBase64(value, false) ? value : none;
    case t.unionSchema:
      return parseScalar(value, s);
    case t.errorSchema:
      return takes(r, 1) ? r.t.u.nested!.errorAt(r, value, s.p!) : none;
    case t.arraySchema:
      return v.isList(value) ? parseList(r, value, s) : none;
    case t.mapSchema:
      return v.isMembers(value) ? parseMembers(r, value, r.t.s![s.i!]!) : none;
    case t.objectSchema:
      return v.isMembers(value) ? parseObject(r, value, s) : none;
    case t.oneOfSchema: {
      const alternative = s.m!.find(([, i]) => (typesOf(r, r.t.s![i]!) & v.typeOf(value)) !== 0);
      return alternative ? parse(r, value, r.t.s![alternative[1]]!) : none;
    }
  }
  if (typeof value !== 'number' && !(value instanceof v.Big)) return none;
  return isNumeric(s) && (!isWhole(s) || (v.typeOf(value) & v.integerType) !== 0) ? parseNumber(s, v.digitsOf(value)) : none;
}

/** parseScalar reads a value of a union. */
function parseScalar(value: Value, s: Schema): unknown | None {
  const has = v.typeOf(value) & s.t!;
  if (has === 0) return none;
  if (typeof value !== 'number' && !(value instanceof v.Big)) return value;
  const digits = v.digitsOf(value);
  const whole = has & v.integerType ? parseNumber({ k: t.integerSchema }, digits) : none;
  return whole === none && has & v.numberType ? parseNumber({ k: t.numberSchema }, digits) : whole; // of more than 64 bits
}

/** parseNumber reads a JSON number: an integer that number does not hold is its digits. */
function parseNumber(s: Schema, digits: string): unknown | None {
  const whole = v.integerText(digits);
  if (s.k === t.integerSchema && (whole === undefined || !inFormat(whole, s.f))) return none;
  const n = Number(digits);
  if (s.k === t.integerSchema) return Number.isSafeInteger(n) ? n + 0 : whole;
  if (s.k === t.unixSchema && !(v.isInteger(digits) ? inFormat(digits, '') : Math.abs(n) < 1e12)) return none;
  return Number.isFinite(n) ? n : none;
}

function parseList(r: Reading, list: readonly Value[], s: Schema): unknown | None {
  const items = r.t.s![s.i!]!;
  if (items.k === t.errorSchema && list.length > r.left) return none; // too many: they stay as they were received
  const all: unknown[] = [];
  for (const item of list) {
    const value = parse(r, item, items);
    if (value === none) return none;
    all.push(value);
  }
  return all;
}

/** parseMembers reads the members of an object, but for names that are taken; none at all of further ones is undefined. */
function parseMembers(r: Reading, o: Members, s: Schema, isTaken?: (name: string) => boolean, isMore = false): unknown | None {
  const all = {};
  let some = false;
  for (const name of Object.keys(o)) {
    if (isTaken?.(name)) continue;
    const value = parse(r, o[name]!, s);
    if (value === none) return none;
    v.setMember(all, name, value);
    some = true;
  }
  return some || !isMore ? all : undefined;
}

/** parseObject reads an object. Unknown members are ignored, and so are optional ones of another type. */
function parseObject(r: Reading, o: Members, s: Schema): unknown | None {
  const all: { [name: string]: unknown } = {};
  for (const [name, i, optional] of s.m ?? []) {
    const member = v.memberOf(o, name);
    const schema = r.t.s![i]!;
    const value = member === undefined ? none : optional ? parseOptional(r, member, schema) : parse(r, member, schema);
    if (value === none && !optional) return none;
    if (value !== none && value !== undefined) v.setMember(all, name, value);
  }
  if (s.o) {
    const more = parseMembers(r, o, r.t.s![s.i!]!, (name) => !!s.m?.some(([known]) => known === name), true);
    if (more === none) return none;
    for (const name of Object.keys((more ?? {}) as object)) v.setMember(all, name, (more as { [name: string]: unknown })[name]);
  }
  return all;
}

/** parseOptional reads a value that may be absent. Null is absent, unless it is a value of the schema. */
function parseOptional(r: Reading, value: Value, s: Schema): unknown | None {
  return value === null && !s.n && s.k !== t.anySchema ? undefined : parse(r, value, s);
}

/** plain is any value, with the digits of numbers that number does not hold. */
function plain(value: Value): unknown {
  if (value instanceof v.Big) return v.isExact(Number(value.digits), value.digits) ? Number(value.digits) : value.digits;
  if (typeof value !== 'object' || value === null) return value;
  const made: unknown[] | object = v.isList(value) ? [] : {};
  const open: [from: Value, to: object][] = [[value, made]];
  for (let next = open.pop(); next; next = open.pop()) { // no stack is needed for what nests
    const [from, to] = next as [{ [name: string]: Value }, object];
    for (const name of Object.keys(from)) {
      const member = from[name]!;
      if (typeof member === 'object' && member !== null && !(member instanceof v.Big)) {
        const within = v.isList(member) ? [] : {};
        v.setMember(to, name, within);
        open.push([member, within]);
      } else v.setMember(to, name, plain(member));
    }
  }
  return made;
}

/** holds for a fact that is a param, in a text. */
export function holdsText(r: Reading, c: Candidate, f: Fact, text: string, caps?: Capture[]): boolean {
  const s = r.t.s![c.entry.m![f.a!]![1]]!;
  if (f.u) text = unescapeMarkup(text);
  if (parseReceivedText(r, s, text) === none || !caps && f.o && !admits(r, s, text)) return false;
  if (caps) keep(caps, f.a!, { given: true, text });
  return true;
}

/** holds for a fact that is a param, in a value of the body. */
export function holdsValue(r: Reading, c: Candidate, f: Fact, value: Value, caps?: Capture[]): boolean {
  if (!caps && f.o && !admitsValue(r, r.t.s![c.entry.m![f.a!]![1]]!, value)) return false;
  if (caps) keep(caps, f.a!, { given: true, value, text: '' });
  return true;
}
