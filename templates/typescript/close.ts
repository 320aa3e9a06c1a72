// WebSocket close codes (RFC 6455 section 7.4).

import type { ErrorObject } from './error.js';
import { descends, mostSpecific } from './identity.js';
import { made } from './made.js';
import { newFitting, newReading, unexpected, unlisted } from './reading.js';
import type { Candidate, Found, Reading } from './reading.js';
import { rankConstant, slotField0 } from './table.js';
import type { Entry, Piece, Read, Table, Wording } from './table.js';
import { byteLength, wordingsOf } from './templates.js';
import { matchWording } from './texts.js';

/** maxReason is how long the reason of a close frame can be, in bytes. */
const maxReason = 123;

/**
 * The error that a WebSocket was closed with: by its code, among several of one code by the
 * reason; undefined for 1000, 1001 and 1005, which are no errors, unless the catalog lists them.
 */
export function closedWith(t: Table, code: number, reason: string): ErrorObject | undefined {
  const r = newReading({ ...t, v: [{ k: 0, s: [], z: 3, t: [['reason', slotField0]] }] }, 0, Object.create(null) as {}, '');
  const fit = newFitting(r, 0);
  fit.slots[slotField0] = { value: reason, isText: true };
  const cs: Candidate[] = [];
  t.e.forEach((entry, row) => {
    const read: Read = { f: [{ s: slotField0, o: 1, ...(entry.q === undefined ? {} : { w: entry.q }) }] };
    if (entry.w === code) cs.push({ row, fit, entry, read, rank: rankConstant, status: true, literal: 0 });
  });
  const found: Found | undefined = mostSpecificOf(r, cs, reason) ??
    (cs.length > 0 ? { row: unlisted, fit } : code === 1000 || code === 1001 || code === 1005 ? undefined : { row: unexpected, fit: undefined });
  if (!found) return undefined;
  const error = made(r, found, undefined);
  return found.row >= 0 ? error : { ...error, code: found.row === unlisted ? String(code) : undefined, message: reason || `close code ${code}` };
}

function mostSpecificOf(r: Reading, cs: readonly Candidate[], reason: string): Candidate | undefined {
  return cs.length === 0 ? undefined : mostSpecific(r, cs) ?? begun(r, cs, reason);
}

/** begun is the entry, or the nearest that is an ancestor of all, whose reason may have been cut to the one that was received. */
function begun(r: Reading, cs: readonly Candidate[], reason: string): Candidate | undefined {
  const n = byteLength(reason);
  if (n < maxReason - 3 || n > maxReason) return undefined;
  const may = cs.filter((c) => begins(r, c.entry, reason));
  return may.find((c) => may.every((o) => descends(r, o.row, c.row)));
}

/** begins reports whether an entry's reason may begin with a text. */
function begins(r: Reading, e: Entry, text: string): boolean {
  return wordingsOf(e.q ?? '').some((w) => prefixes(w).some((cut) => matchWording(r, e, cut, text)));
}

/** prefixes are what a wording may be cut to. */
function prefixes(w: Wording): readonly Wording[] {
  return w.flatMap((p: Piece, i): Wording[] => {
    const before = w.slice(0, i);
    if (typeof p !== 'string') return [[...before, p]];
    return [...p].map((_, n, all) => [...before, all.slice(0, all.length - n).join('')]);
  });
}
