// Error objects of what was found in a response.

import * as t from './table.js';
import type { Entry } from './table.js';
import type { ErrorObject, ResponseInfo } from './error.js';
import { slotText } from './fit.js';
import { envelopeOf, mediaType, unexpected } from './reading.js';
import type { Candidate, Fitting, Found, Nothing, Reading } from './reading.js';
import { statusIn } from './status.js';

type Params = { readonly [name: string]: unknown };

const noParams: Params = {};
const noErrors: readonly ErrorObject[] = [];

/** The error object of what was found. */
export function made(r: Reading, found: Found, response: ResponseInfo | undefined, cause?: unknown): ErrorObject {
  const all = found.row >= 0 ? madeListed(r, found as Candidate, response) : madeOther(r, found as Nothing, response);
  return cause === undefined ? all : { ...all, cause };
}

function madeListed(r: Reading, c: Candidate, response: ResponseInfo | undefined): ErrorObject {
  const e = c.entry;
  const params = e.m ? r.t.u.params!.paramsIn(r, c) : noParams;
  const status = statusOf(r, c);
  const all: ErrorObject & { closeCode?: number } = {
    name: e.n,
    status,
    code: e.c ?? slotText(c.fit.slots[t.slotCode]),
    params,
    message: messageOf(r, c, params, status),
    retryable: e.a === 1,
    remedy: e.y,
    docs: docsOf(r, e),
    within: withinOf(r, c, e.m && params),
    response,
  };
  if (e.w) all.closeCode = e.w;
  return all;
}

function withinOf(r: Reading, found: Found, params: Params | undefined): readonly ErrorObject[] {
  return found.fit && envelopeOf(r, found.fit).n ? r.t.u.nested!.within(r, found, params) : noErrors;
}

function docsOf(r: Reading, e: Entry): string | undefined {
  return e.d === undefined ? undefined : (r.t.d ?? '') + e.d;
}

/** statusOf is the status that the entry has, or if that varies the item's, the response's, else its first. */
function statusOf(r: Reading, c: Candidate): number {
  const first = t.firstOf(c.entry.s);
  if (!c.entry.v) return first || r.status;
  const own = statusIn(c.fit);
  if (own !== undefined && t.contains(c.entry.s, own)) return own;
  return r.status || first;
}

/** messageOf is the text that was received, where that is what the entry says or its params are not known, else the catalog's. */
function messageOf(r: Reading, c: Candidate, params: Params | undefined, status: number): string {
  const e = c.entry;
  const isSensitive = e.m?.some(([, , flags]) => ((flags ?? 0) & t.isSensitive) !== 0);
  const received = c.read.t ? slotText(c.fit.slots[c.read.t]) : params ? '' : firstText(r, c.fit);
  const text = e.t ?? '';
  return !isSensitive && received || (typeof text === 'string' ? text : r.t.u.fill!(e, params, status));
}

/** firstText is the most telling text field of the body, or of the item, that is there. */
function firstText(r: Reading, f: Fitting): string {
  for (const [, slot] of envelopeOf(r, f).t ?? []) {
    const text = f.outer[slot] ? undefined : slotText(f.slots[slot]);
    if (text !== undefined) return text;
  }
  return '';
}

function madeOther(r: Reading, found: Nothing, response: ResponseInfo | undefined): ErrorObject {
  const rest = { params: undefined, retryable: false, remedy: undefined, docs: undefined, response };
  const f = found.fit;
  if (found.row === unexpected || !f) {
    const media = mediaType(r.lines);
    const message = `unexpected response: ${r.status || 'no status'}${media && ' ' + media}, ${r.body.length} characters`;
    return { name: 'UnexpectedResponse', status: r.status, code: undefined, message, within: noErrors, ...rest };
  }
  const code = slotText(f.slots[t.slotCode]);
  const texts: { [name: string]: string } = {};
  for (const [name, slot] of envelopeOf(r, f).t ?? []) {
    const text = f.outer[slot] ? undefined : slotText(f.slots[slot]);
    if (text !== undefined) texts[name] = text;
  }
  const message = firstText(r, f) || 'unlisted error' + (code ? ' ' + code : '');
  return { name: 'Unlisted', status: r.status, code, message, within: withinOf(r, found, undefined), ...rest, texts } as ErrorObject;
}

