// The functions of a catalog.

import type { ErrorObject, FetchResponse, Headers, Received, ResponseInfo } from './error.js';
import { mayBe } from './fit.js';
import { identify } from './identity.js';
import { made } from './made.js';
import { mediaType, newReading, unexpected } from './reading.js';
import type { Lines } from './reading.js';
import { contains } from './table.js';
import type { Table } from './table.js';
import { decodeText } from './utf8.js';
import { memberOf, setMember } from './values.js';

declare const Blob: new (parts: readonly ArrayBufferView[]) => { arrayBuffer(): Promise<ArrayBuffer> };

/** How much of a body is read, in bytes. */
const maxBody = 1 << 20;

/** The errors that a response holds, none if it holds no error. The body of one of fetch can still be read afterwards. */
export function decodeWhole(t: Table, response: FetchResponse | Received, method?: string): Promise<readonly ErrorObject[]> | readonly ErrorObject[] {
  return isFetched(response) ? decodeFetched(t, response, method) : decodeReceived(t, response);
}

/** The first error that a response holds, undefined if it holds none. */
export function decodeFirst(t: Table, response: FetchResponse | Received, method?: string): Promise<ErrorObject | undefined> | ErrorObject | undefined {
  return isFetched(response) ? decodeFetched(t, response, method).then(([first]) => first) : decodeReceived(t, response)[0];
}

function isFetched(response: FetchResponse | Received): response is FetchResponse {
  return typeof (response as FetchResponse).clone === 'function';
}

async function decodeFetched(t: Table, response: FetchResponse, method: string | undefined): Promise<readonly ErrorObject[]> {
  const { status } = response;
  if (!looksInto(t, status)) return [];
  const lines = linesOf(response.headers);
  const isHead = method === 'HEAD';
  const hasBody = !isHead && response.body !== null;
  const isRead = hasBody && !response.bodyUsed && reads(t, status, lines);
  const { body, cause } = isRead ? await readBody(response.clone()) : { body: '' };
  return decodeRead(t, status, lines, body, isHead, hasBody && !isRead, cause);
}

/** readBody is the begin of a body, which may have no end, and why not more of it could be read. */
async function readBody(response: FetchResponse): Promise<{ body: string; cause?: unknown }> {
  const read: ArrayBufferView[] = [];
  let cause: unknown;
  try {
    const reader = response.body!.getReader();
    for (let size = 0; size < maxBody; ) {
      const { value } = await reader.read();
      if (!value) break;
      read.push(value);
      size += value.byteLength;
    }
    reader.cancel().catch(() => {}); // it ends when the other half of the body does
  } catch (failed) {
    cause = failed ?? new Error('the body could not be read');
  }
  return { body: textOf(await new Blob(read).arrayBuffer()), cause };
}

function decodeReceived(t: Table, response: Received): readonly ErrorObject[] {
  return decodeRead(t, response.status ?? 0, linesOf(response.headers), textOf(response.body), response.method === 'HEAD', false);
}

function decodeRead(t: Table, status: number, lines: Lines, body: string, isHead: boolean, isUnread: boolean, cause?: unknown): readonly ErrorObject[] {
  const r = newReading(t, status, lines, body);
  r.isHead = isHead;
  r.isUnread = isUnread;
  let found = identify(r);
  if (found.length === 0 && cause !== undefined) found = [{ row: unexpected, fit: undefined }];
  const response: ResponseInfo = { status, headers: lines, body };
  const all: ErrorObject[] = [];
  for (const one of found) all.push(made(r, one, response, all.length === 0 ? cause : undefined));
  return all;
}

/** looksInto reports whether a response with a status may hold an error. */
function looksInto(t: Table, status: number): boolean {
  return status >= 400 || status < 100 || t.v.some((env) => !env.p && contains(env.s, status));
}

/** reads reports whether the body of a response is read: under 400 only one that may be an envelope's. Any other can be a stream that does not end. */
function reads(t: Table, status: number, lines: Lines): boolean {
  return status >= 400 || status < 100 || t.v.some((env) => !env.p && env.k !== 0 && contains(env.s, status) && mayBe(env, mediaType(lines)));
}

/** linesOf are the lines of headers, by their names in lower case. */
function linesOf(headers: Headers | undefined): Lines {
  const lines: { [name: string]: string[] } = {};
  const add = (value: unknown, name: string) => {
    const lower = name.toLowerCase();
    const known = memberOf(lines, lower);
    if (known) known.push(String(value));
    else setMember(lines, lower, [String(value)]);
  };
  if (typeof headers?.['forEach'] === 'function') (headers as FetchResponse['headers']).forEach(add);
  else {
    for (const name in headers) {
      const value = (headers as { readonly [name: string]: unknown })[name];
      if (Array.isArray(value)) for (const line of value) add(line, name);
      else if (value !== undefined && value !== null) add(value, name);
    }
  }
  return lines;
}

/** textOf is a body as text: as it is, of its bytes, or of a value that was parsed already. */
function textOf(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body === undefined || body === null) return '';
  if (body instanceof ArrayBuffer) body = new Uint8Array(body);
  if (body instanceof Uint8Array) return decodeText(body.subarray(0, maxBody));
  try {
    return JSON.stringify(body) ?? '';
  } catch {
    return '';
  }
}

/** Whether an error has one of some names, or is none of the catalog. */
export function isOneOf(error: ErrorObject | undefined, names: readonly string[]): boolean {
  return !!error && ['Unlisted', 'UnexpectedResponse', ...names].includes(error.name);
}

/** Whether an error is the entry with a name, or descends from it. */
export function isA(t: Table, error: ErrorObject | undefined, name: string): boolean {
  if (!error || error.name === name) return !!error;
  let e = t.e.find((e) => e.n === error.name);
  while (e && e.n !== name) e = e.p === undefined ? undefined : t.e[e.p];
  return !!e;
}
