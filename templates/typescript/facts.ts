// What tells entries apart that share a code, or have none.

import * as t from './table.js';
import type { Fact } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import { begin, descends, spansOf } from './identity.js';
import { slotText } from './fit.js';
import type { Candidate, Reading } from './reading.js';
import { literalLength, marks, paramOf, paramsOf } from './templates.js';

/** What was received for a param: a text, or a value of the body. */
export interface Capture {
  given?: boolean;
  /** undefined: the text is what counts. */
  value?: Value;
  text: string;
  /** Nothing was received where it would stand. */
  absent?: boolean;
}

/** Whether a fact is so. It notes the params that it tells: those that stand alone even if they are out of bounds. */
export function holds(r: Reading, c: Candidate, f: Fact, caps?: Capture[]): boolean {
  if (f.s === t.slotHeader) return holdsHeader(r, c, f, caps);
  const slot = c.fit.slots[f.s];
  if (!slot) return false;
  if (slot.isText) return holdsText(r, c, f, slot.value as string, caps);
  const value = walk(slot.value, f);
  if (value === undefined) { // an optional param may be absent
    const param = alone(f);
    return param !== undefined && ((c.entry.m![param]![2] ?? 0) & t.isOptional) !== 0;
  }
  return holdsValue(r, c, f, value, caps);
}

/** Whether a fact's place stands outside the list and is the first item's, which this is not. */
export function isOuter(c: Candidate, f: Fact): boolean {
  return f.s >= t.slotField0 && c.fit.outer[f.s] === true;
}

function holdsHeader(r: Reading, c: Candidate, f: Fact, caps?: Capture[]): boolean {
  return (v.memberOf(r.lines, f.h!) ?? []).some((text, i) => {
    const line = f.h + ' ' + i;
    if (caps && r.taken.includes(line) || !holdsText(r, c, f, text, caps)) return false;
    if (caps) r.taken.push(line);
    return true;
  });
}

/** The param that is all there is in a place, as itself or as text. */
export function alone(f: Fact): number | undefined {
  if (f.a !== undefined) return f.a;
  if (!Array.isArray(f.w) || f.w.length !== 1) return undefined;
  return paramOf(f.w[0] as t.Piece);
}

/** walk goes from a slot's value along the path of a fact. */
function walk(value: Value, f: Fact): Value | undefined {
  let at: Value | undefined = value;
  for (const step of f.p ?? []) {
    if (typeof step === 'number') at = v.isList(at) ? at[step] : undefined;
    else at = v.isMembers(at) ? v.memberOf(at, step) : undefined;
  }
  return at;
}

function holdsText(r: Reading, c: Candidate, f: Fact, text: string, caps?: Capture[]): boolean {
  if (f.a !== undefined) return r.t.u.params!.holdsText(r, c, f, text, caps);
  if (f.v !== undefined || f.n !== undefined) return v.sameText(text, f.v ?? String(f.n));
  return r.t.u.texts ? r.t.u.texts.matchTrimmed(r, c, f.w ?? '', text, caps) : text === f.w;
}

function holdsValue(r: Reading, c: Candidate, f: Fact, value: Value, caps?: Capture[]): boolean {
  if (f.n !== undefined) return v.isList(value) && value.length === f.n;
  if (f.v !== undefined) return v.sameValue(value, f.v);
  if (f.a !== undefined) return r.t.u.params!.holdsValue(r, c, f, value, caps);
  if (typeof value !== 'string') return false;
  return typeof f.w === 'object' ? r.t.u.texts!.matchText(r, c.entry, f.w, c.fit.status, value, caps) : value === (f.w ?? '');
}

/** The text in the place of a fact, undefined if nothing is there. */
export function textAt(r: Reading, c: Candidate, f: Fact): string | undefined {
  if (f.s === t.slotHeader) return v.memberOf(r.lines, f.h!)?.join(', ');
  const slot = c.fit.slots[f.s];
  if (!slot || slot.isText) return slotText(slot);
  const value = walk(slot.value, f);
  return value === undefined || typeof value === 'string' ? value : '';
}

/** Whether the facts of a candidate agree that must always, and if it needs some, all that prove it. */
export function isProven(r: Reading, c: Candidate, needs: boolean): boolean {
  const facts = c.read.f ?? [];
  const isMatched = (c.read.m ?? []).every((slot) =>
    facts.every((f) => f.s !== slot || isOuter(c, f) || !f.o && f.a !== undefined || holds(r, c, f)));
  if (!isMatched || !needs) return isMatched;
  const proofs = facts.filter((f) => f.o && !isOuter(c, f));
  return proofs.length > 0 && proofs.every((f) => holds(r, c, f));
}

/** Whether a fact is a text of the format itself, not of a header that the entry adds. */
function isText(f: Fact): boolean {
  return !!f.o && f.a === undefined && f.v === undefined && f.n === undefined && f.s >= t.slotField0;
}

/** Whether a candidate that has texts and no code is told by them: one of them is there, and all that are there are its own. */
export function isSaid(r: Reading, c: Candidate): boolean {
  if (!c.read.b) return true;
  let [texts, there, others, saysTexts, saysOthers] = [0, 0, 0, true, true];
  for (const f of c.read.f ?? []) {
    if (!f.o || isOuter(c, f)) continue;
    const is = holds(r, c, f);
    if (!isText(f)) {
      others++;
      saysOthers &&= is;
      continue;
    }
    texts++;
    const given = is && alone(f) === undefined || textAt(r, c, f) !== undefined;
    if (given) {
      there++;
      saysTexts &&= is;
    }
  }
  return texts === 0 || there > 0 && saysTexts || others > 0 && saysOthers;
}

/** The nearest ancestor of a candidate that its texts do not tell: one that need not be told by texts, and is read here. */
export function toOpen(r: Reading, c: Candidate): Candidate | undefined {
  for (let row = c.entry.p; row !== undefined; row = r.t.e[row]!.p) {
    const open = begin(r, row, c.fit);
    if (open && !open.read.k && open.status && isSaid(r, open) && isProven(r, open, false)) return open;
  }
  return undefined;
}

/**
 * How specific a candidate is: how many facts it has, the characters of markup in them, the
 * bytes of literal text, the typed placeholders, as a negative number the required params
 * that are missing, then the params that are there, how many facts of the first item are its
 * own, and as a negative number its statuses.
 */
type Score = number[];

/** Of the candidates whose facts all match the most specific, else their nearest common ancestor (steps 8 and 9). */
export function mostSpecific(r: Reading, cs: readonly Candidate[]): Candidate | undefined {
  let best: Candidate | undefined;
  let bestScore: Score = [];
  let n = 0;
  for (const c of cs) {
    const score = scoreOf(r, c, cs);
    if (!score) continue;
    n++;
    if (!best || isAbove(r, c, score, best, bestScore)) [best, bestScore] = [c, score];
  }
  if (best && (!r.isHead || n === 1 || bestScore[0]! > 0)) return best; // without a body, facts may be unseen
  if (r.isHead && cs[0]!.rank === t.rankNone && cs.some((c) => c.row !== cs[0]!.row)) return undefined;
  return cs.find((c) => cs.every((o) => descends(r, o.row, c.row)));
}

function scoreOf(r: Reading, c: Candidate, cs: readonly Candidate[]): Score | undefined {
  const s = [0, 0, 0, 0, 0, 0, 0, -spanSize(c)];
  let last = '';
  for (const f of c.read.f ?? []) {
    if (!f.o || !differs(c, f, cs)) continue;
    const is = holds(r, c, f);
    if (isOuter(c, f)) { // it is the first item's, and most often that of all
      s[6]! += is ? 1 : -1;
      continue;
    }
    if (!is) return undefined;
    const place = f.s + ' ' + (f.h ?? '');
    if (place !== last) s[0]!++;
    last = place;
    if (f.u && f.w) s[1]! += marks(f.w);
    s[2]! += literalLength(f.w ?? f.v ?? String(f.n ?? ''));
    s[3]! += typedHoles(r, c, f);
  }
  return s;
}

/** The params of a candidate that are there, of those that have a place of their own, and as a negative number the required ones that are not. */
function countParams(r: Reading, c: Candidate): readonly [missing: number, there: number] {
  let [missing, there] = [0, 0];
  for (const f of c.read.f ?? []) {
    if (f.a === undefined || isOuter(c, f)) continue;
    if (textAt(r, c, f) !== undefined && holds(r, c, f)) there++;
    else if (((c.entry.m![f.a]![2] ?? 0) & (t.isOptional | t.hasDefault)) === 0) missing--;
  }
  return [missing, there];
}

function isAbove(r: Reading, c: Candidate, s: Score, other: Candidate, than: Score): boolean {
  for (let i = 0; i < 4; i++) if (s[i] !== than[i]) return s[i]! > than[i]!;
  [s[4], s[5]] = countParams(r, c);
  [than[4], than[5]] = countParams(r, other);
  for (let i = 4; i < 8; i++) if (s[i] !== than[i]) return s[i]! > than[i]!;
  return false;
}

/** Whether some other candidate lacks a fact. */
function differs(c: Candidate, f: Fact, cs: readonly Candidate[]): boolean {
  return cs.some((o) => (o.row !== c.row || o.read !== c.read) && !(o.read.f ?? []).some((g) => isSame(c, f, o, g)));
}

/** Whether two facts say the same of the same place. */
function isSame(a: Candidate, f: Fact, b: Candidate, g: Fact): boolean {
  if (f.s !== g.s || f.u !== g.u || f.h !== g.h || f.v !== g.v || f.n !== g.n || (f.a === undefined) !== (g.a === undefined)) return false;
  if (!isEqual(f.p, g.p)) return false;
  const schemaOf = (c: Candidate, param: number) => c.entry.m![param]![1];
  if (f.a !== undefined) return schemaOf(a, f.a) === schemaOf(b, g.a!);
  return isEqual(f.w ?? '', g.w ?? '') && paramsOf(f.w ?? '').every((param) => schemaOf(a, param) === schemaOf(b, param));
}

function isEqual(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** typedHoles counts the placeholders that are not plain strings. */
function typedHoles(r: Reading, c: Candidate, f: Fact): number {
  const params = f.a === undefined ? paramsOf(f.w ?? '') : [f.a];
  return params.filter((param) => !isPlainString(r.t.s![c.entry.m![param]![1]]!)).length;
}

function isPlainString(s: t.Schema): boolean {
  return s.k === t.stringSchema && !s.e && !s.x && !s.l && !s.f;
}

/** spanSize is the number of statuses of a candidate; undocumented ones are the widest. */
function spanSize(c: Candidate): number {
  const spans = spansOf(c);
  if (spans.length === 0) return 1000;
  return spans.reduce<number>((n, s) => n + (typeof s === 'number' ? 1 : s[1] - s[0] + 1), 0);
}
