// What is known of a response while it is read.

import type { Capture } from './facts.js';
import type { Entry, Envelope, Read, Table } from './table.js';
import { read } from './values.js';
import type { Value } from './values.js';

/** The lines of headers, by their names in lower case. */
export type Lines = { readonly [name: string]: readonly string[] };

/** What stands in a field: a value of the body, or a text. */
export interface Slot {
  readonly value: Value;
  readonly isText: boolean;
  /** The further members of an object. */
  readonly isMore?: boolean;
}

/** A response that is being read. */
export interface Reading {
  readonly t: Table;
  /** 0: read without one. */
  readonly status: number;
  readonly lines: Lines;
  readonly body: string;
  /** The body as JSON, undefined if it is none. */
  readonly value: Value | undefined;
  /** It has no body because the request was HEAD. */
  isHead: boolean;
  /** It may have a body, which was not read. */
  isUnread: boolean;
  /** How many errors may still be made of it. */
  left: number;
  /** An entry was none only because of its texts. */
  struck: boolean;
  /** A response under 400 is an error. */
  proven: boolean;
  /** Lines that told params of the entry that was found. */
  taken: string[];
  /** What was received for its params. */
  captures: Capture[];
}

/** How a response, or one item of it, fits an envelope. */
export interface Fitting {
  readonly env: number;
  readonly slots: (Slot | undefined)[];
  /** Of which slots the place is outside the list, and what stands there the first item's. */
  readonly outer: (boolean | undefined)[];
  /** Under which it is read: the response's, or the item's own. */
  status: number;
  /** It is an item after the first. */
  readonly later: boolean;
  strict: boolean;
  loose: boolean;
  /** A constant is there. */
  agrees: boolean;
  /** One that is true or false. */
  sure: boolean;
  /** A required object or list is not there. */
  lacks: boolean;
  /** A constant is not what is there. */
  differs: boolean;
  /** The repeated list has an element. */
  listed: boolean;
  /** Constants, which count twice, and members found. */
  size: number;
  /** A leaf has a value that means success. */
  success: boolean;
  /** A leaf that may say so has another. */
  failure: boolean;
  /** Slots of required leaves that are not there. */
  missing: number[];
}

/** An entry that a response may be, or turned out to be. */
export interface Candidate {
  readonly row: number;
  readonly fit: Fitting;
  readonly entry: Entry;
  readonly read: Read;
  rank: number;
  /** The response's status is one of those in which it is read. */
  status: boolean;
  /** Bytes of literal text in a code template. */
  literal: number;
}

/** What a response holds. */
export type Found = Candidate | Nothing;

/** An error that is none of the catalog, with the envelope that it fits. */
export interface Nothing {
  readonly row: typeof unlisted | typeof unexpected;
  readonly fit: Fitting | undefined;
}

export const unlisted = -1;
export const unexpected = -2;

/** Bounds the errors that are made of one response: a small body can name very many. */
export const maxErrors = 1000;

/** Counts n more errors, and reports whether they may be made. */
export function takes(r: Reading, n: number): boolean {
  if (r.left < n) return false;
  r.left -= n;
  return true;
}

const none: readonly never[] = [];

/** A response that is to be read. */
export function newReading(t: Table, status: number, lines: Lines, body: string): Reading {
  const value = read(body.charCodeAt(0) === 0xfeff ? body.slice(1) : body);
  return {
    t, status: status < 100 ? 0 : status, lines, body, value,
    isHead: false, isUnread: false, left: maxErrors, struck: false, proven: false, taken: none as never[], captures: none as never[],
  };
}

/** Whether the status is not of errors alone. */
export function isSuccess(r: Reading): boolean {
  return r.status !== 0 && r.status < 400;
}

/** A fitting whose slots hold what is known already. */
export function newFitting(r: Reading, env: number, outer?: Fitting): Fitting {
  return {
    env,
    slots: outer ? outer.slots.slice() : [],
    outer: outer ? outer.outer.slice() : [],
    status: r.status,
    later: outer?.later === true,
    strict: true,
    loose: false,
    agrees: false,
    sure: false,
    lacks: false,
    differs: false,
    listed: false,
    size: 0,
    success: false,
    failure: false,
    missing: [],
  };
}

export function envelopeOf(r: Reading, f: Fitting): Envelope {
  return r.t.v[f.env]!;
}

/** The media type of a response, without parameters. */
export function mediaType(lines: Lines): string {
  return (lines['content-type']?.[0] ?? '').split(';', 1)[0]!.trim().toLowerCase();
}
