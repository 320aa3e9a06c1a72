// Which errors a response holds (docs/spec.md#how-decoding-decides, steps 3 to 9).

import * as t from './table.js';
import type { Entry, Read } from './table.js';
import { fits, hidesCode, slotText } from './fit.js';
import { envelopeOf, isSuccess, unexpected, unlisted } from './reading.js';
import type { Candidate, Fitting, Found, Nothing, Reading } from './reading.js';

/** The errors of a response: one, or for a repeated envelope one for each item. */
export function identify(r: Reading): readonly Found[] {
  const all = fits(r);
  const best = bestOf(all);
  if (!best) return none(r);
  let items: readonly Found[] = [];
  const list = r.t.u.lists?.bestList(r, all, best);
  if (list) {
    items = r.t.u.lists!.identifyItems(r, list);
    if (items.some((c) => c.row >= 0) || !all.some((f) => !envelopeOf(r, f).l && isAs(f, best))) return several(r, items);
  }
  const got = choose(r, r.t.u.lists ? all.filter((f) => !envelopeOf(r, f).l || r.isHead || f.success) : all);
  if (got && (got.row >= 0 || items.length === 0 && (!isSuccess(r) || r.proven))) return [got];
  return several(r, items);
}

/** several are the items of a list as the result. An empty list is no error of the API. */
function several(r: Reading, items: readonly Found[]): readonly Found[] {
  return items.length === 0 ? none(r) : items;
}

/** none is the result if nothing of the API was found. */
function none(r: Reading): readonly Found[] {
  return isSuccess(r) && !r.proven ? [] : [{ row: unexpected, fit: undefined }];
}

/** The best of fittings. */
function bestOf(all: readonly Fitting[]): Fitting | undefined {
  let best = all[0];
  for (const f of all) if (f.strict && !best!.strict || f.strict === best!.strict && f.size > best!.size) best = f;
  return best;
}

/** Whether a fitting is as good as another. */
export function isAs(f: Fitting, other: Fitting): boolean {
  return f.strict === other.strict && f.size === other.size;
}

/** The entry among the candidates of the envelopes that fit. */
export function choose(r: Reading, all: readonly Fitting[]): Found | undefined {
  r.struck = !!r.t.u.judge && all.some((f) => f.success); // of the API, and none of its errors
  const fitting = r.struck ? all.filter((f) => !f.success) : all;
  let cs: Candidate[] = [];
  for (const f of fitting) appendCoded(r, cs, f);
  if (cs.length === 0) for (const f of fitting) appendOthers(r, cs, f); // a code is of the highest rank
  if (cs.length === 0) return nothing(all, r.struck);
  if (cs.length === 1) return cs[0];
  cs = highest(cs);
  return mostSpecific(r, cs) ?? nothing(all, !r.isHead);
}

/** The most specific of candidates. Without facts none is, but for the ancestor of all. */
export function mostSpecific(r: Reading, cs: readonly Candidate[]): Candidate | undefined {
  return cs.length === 1 ? cs[0] : r.t.u.facts?.mostSpecific(r, cs);
}

/**
 * The result if the API's format was found, but no entry: either there were candidates, be
 * it only until their texts were read, or there is a code, or a value that means success.
 */
function nothing(all: readonly Fitting[], had: boolean): Nothing | undefined {
  const fit = bestOf(had ? all : all.filter((f) => f.slots[t.slotCode]));
  return fit && { row: unlisted, fit };
}

/** appendCoded appends the entries of an envelope that have just the code of a response. */
function appendCoded(r: Reading, cs: Candidate[], f: Fitting): void {
  const code = slotText(f.slots[t.slotCode]);
  if (code === undefined) return;
  for (const row of withCode(r, f.env, code)) {
    const c = begin(r, row, f)!;
    c.rank = t.rankConstant;
    if (isProven(r, c)) cs.push(c);
  }
}

const rowsByCode = new WeakMap<object, Map<string, readonly number[]>[]>();

/** The entries of an envelope that have a code. */
export function withCode(r: Reading, env: number, code: string): readonly number[] {
  let all = rowsByCode.get(r.t);
  if (!all) rowsByCode.set(r.t, (all = []));
  return (all[env] ??= codes(r, env)).get(code) ?? [];
}

/** codes are the entries of an envelope with a constant code. */
function codes(r: Reading, env: number): Map<string, readonly number[]> {
  const envelope = r.t.v[env]!;
  const rows = new Map<string, number[]>();
  const add = (code: string, row: number) => {
    const others = rows.get(code);
    if (others) others.push(row);
    else rows.set(code, [row]);
  };
  if (envelope.c) for (const code in envelope.c) envelope.c[code]!.forEach((row) => add(code, row));
  else r.t.e.forEach((e, row) => e.c !== undefined && readIn(r, e, env) && !envelope.o?.includes(row) && add(e.c, row));
  return rows;
}

/** How an entry is read in an envelope, undefined if it is not. */
export function readIn(r: Reading, e: Entry, env: number): Read | undefined {
  if (e.r === undefined) return undefined;
  for (const read of r.t.r[e.r]!) if ((read.e ?? 0) === env) return read;
  return undefined;
}

/** appendOthers appends the other entries that a response in an envelope proves to be. */
function appendOthers(r: Reading, cs: Candidate[], f: Fitting): void {
  const env = envelopeOf(r, f);
  const code = slotText(f.slots[t.slotCode]);
  let others = env.o ?? [];
  if (code === undefined && hidesCode(r, f)) others = others.concat(allCoded(r, f.env));
  for (const row of others) {
    const c = begin(r, row, f);
    if (!c || !c.status || !takesCode(r, c, code)) continue;
    const proven = isProven(r, c);
    if (proven && (!c.read.b || r.t.u.facts!.isSaid(r, c))) cs.push(c);
    else {
      r.struck ||= proven;
      const open = proven ? r.t.u.facts!.toOpen(r, c) : undefined;
      if (open && !cs.some((o) => o.row === open.row && o.fit === open.fit)) cs.push(open);
    }
  }
}

/** allCoded are the entries of an envelope with a constant code, in the order of codes. */
function allCoded(r: Reading, env: number): number[] {
  withCode(r, env, '');
  const all = [...rowsByCode.get(r.t)![env]!];
  return all.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, rows]) => rows);
}

/** begin makes an entry in an envelope a candidate; undefined if it is not read in that. */
export function begin(r: Reading, row: number, fit: Fitting): Candidate | undefined {
  const entry = r.t.e[row]!;
  const read = readIn(r, entry, fit.env);
  if (!read) return undefined;
  const spans = read.s ?? entry.s ?? [];
  const status = fit.status === 0 || spans.length === 0 || t.contains(spans, fit.status);
  return { row, fit, entry, read, rank: t.rankNone, status, literal: 0 };
}

/** Whether an entry without a constant code takes the code, if there is one. */
function takesCode(r: Reading, c: Candidate, code: string | undefined): boolean {
  c.rank = c.read.k ?? t.rankNone;
  if (c.rank === t.rankNone) return true;
  if (code === undefined && hidesCode(r, c.fit)) {
    c.rank = t.rankNone;
    return true;
  }
  return code !== undefined && r.t.u.texts!.takesCode(r, c, code);
}

/** The statuses in which a candidate is read. */
export function spansOf(c: Candidate): readonly t.Span[] {
  return c.read.s ?? c.entry.s ?? [];
}

/** Whether a candidate has so much in common with the response that it stays (step 5). */
function isProven(r: Reading, c: Candidate): boolean {
  const needs = c.rank === t.rankNone && spansOf(c).length === 0 || c.rank < t.rankTemplate && !c.fit.strict;
  return r.t.u.facts ? r.t.u.facts.isProven(r, c, needs) : !needs;
}

/** The candidates of the highest rank, of those the ones that have most of the response (step 6). */
function highest(cs: readonly Candidate[]): Candidate[] {
  let kept = [cs[0]!];
  for (const c of cs.slice(1)) {
    const order = compare(c, kept[0]!);
    if (order === 0) kept.push(c);
    else if (order > 0) kept = [c];
  }
  return kept;
}

function compare(c: Candidate, o: Candidate): number {
  return c.rank - o.rank || c.literal - o.literal || Number(c.status) - Number(o.status) ||
    Number(c.fit.strict) - Number(o.fit.strict) || c.fit.size - o.fit.size;
}

/** Whether an entry is another one, or descends from it. */
export function descends(r: Reading, row: number | undefined, ancestor: number): boolean {
  while (row !== undefined && row !== ancestor) row = r.t.e[row]!.p;
  return row === ancestor;
}
