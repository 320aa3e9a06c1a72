// What entries say.

import * as t from './table.js';
import type { Entry, Wording } from './table.js';
import { holesOf, wordingsOf } from './templates.js';
import { memberOf } from './values.js';

/** The text of an entry with its params, as far as they are known. What is sensitive is hidden. */
export function fill(e: Entry, params: { readonly [name: string]: unknown } | undefined, status: number): string {
  const wordings = wordingsOf(e.t ?? '');
  const isThere = (param: number) => params !== undefined && memberOf(params, e.m![param]![0]) !== undefined;
  const wording = wordings.find((w) => holesOf(w).every(isThere)) ?? wordings[wordings.length - 1]!;
  return filled(e, wording, params, status);
}

function filled(e: Entry, wording: Wording, params: { readonly [name: string]: unknown } | undefined, status: number): string {
  return wording.map((p) => {
    if (typeof p === 'string') return p;
    const param = typeof p === 'number' ? p : p[1];
    if (param === undefined) return String(status);
    const [name, , flags] = e.m![param]!;
    if (!params) return `{${name}}`;
    if ((flags ?? 0) & t.isSensitive) return '[redacted]';
    const value = memberOf(params, name);
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
  }).join('');
}
