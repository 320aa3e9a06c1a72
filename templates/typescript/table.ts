// The tables of catalogs, as errgen writes them into errors.ts. They travel to browsers:
// keys are single letters, and what is 0, empty or usual is left out.

import type { Uses } from './uses.js';

/** A catalog. */
export interface Table {
  /** Envelopes. */
  readonly v: readonly Envelope[];
  /** Entries. */
  readonly e: readonly Entry[];
  /** What entries have in common: each list is how some of them are read. */
  readonly r: readonly (readonly Read[])[];
  /** Schemas. */
  readonly s?: readonly Schema[];
  /** What all addresses of documentation begin with. */
  readonly d?: string;
  /** Something in the catalog is sensitive. */
  readonly h?: 1;
  /** The parts of the engine that the catalog needs. */
  readonly u: Uses;
}

/** A status, or the first and the last of a range. */
export type Span = number | readonly [number, number];

/** A text with holes: pieces are literals, or holes. A number is the hole of a param, as it is. */
export type Wording = readonly Piece[];
export type Piece = string | number | Hole;

/** A hole that is no plain text, and its param. */
export type Hole = readonly [op: number, param?: number];

/** A text without holes; one with holes; or alternatives. */
export type Template = string | Wording | { readonly w: readonly Wording[] };

export const opQuoted = 3; // the param in a quoted string of a header
export const opMarkup = 4; // the param in HTML and XML
export const opStatus = 6; // the status in digits

/** One error. */
export interface Entry {
  /** Its name. */
  readonly n: string;
  /** Its code, if that is constant. */
  readonly c?: string;
  /** The entry of which it is a kind. */
  readonly p?: number;
  /** Statuses. */
  readonly s?: readonly Span[];
  /** What it says. */
  readonly t?: Template;
  /** Params. */
  readonly m?: readonly Param[];
  /** How it is read: of Table.r. */
  readonly r?: number;
  /** The address of its documentation, behind Table.d. */
  readonly d?: string;
  /** What its reader can do. */
  readonly y?: string;
  /** The request may be tried again. */
  readonly a?: 1;
  /** Param 0 is the status, which varies. */
  readonly v?: 1;
  /** WebSocket close code. */
  readonly w?: number;
  /** What the close reason tells. */
  readonly q?: Template;
}

/** A param: its name, its schema, and its flags. */
export type Param = readonly [name: string, schema: number, flags?: number, preset?: unknown];
export const isOptional = 1;
export const isSensitive = 2;
export const isPrivate = 4;
export const hasDefault = 8;

/** An envelope in which an entry is recognised. */
export interface Read {
  /** The envelope. */
  readonly e?: number;
  /** The template of its code. */
  readonly c?: Template;
  /** By what sort of code it is known. */
  readonly k?: number;
  /** Statuses, if not the entry's. */
  readonly s?: readonly Span[];
  /** What tells it from others, and gives its params. */
  readonly f?: readonly Fact[];
  /** Slots that must agree always. */
  readonly m?: readonly number[];
  /** It has no code, and texts that tell it. */
  readonly b?: 1;
  /** The slot that has what the entry says alone. */
  readonly t?: number;
}

export const rankNone = 0;
export const rankAny = 1;
export const rankTemplate = 2;
export const rankConstant = 3;

/** What a response holds if it is an entry: a text, a value, a param. */
export interface Fact {
  /** The slot of the envelope, or slotHeader. */
  readonly s: number;
  /** The header, in lower case. */
  readonly h?: string;
  /** The way inside of the slot's value: names of members, and places of items. */
  readonly p?: readonly (string | number)[];
  /** The text. */
  readonly w?: Template;
  /** The constant, as JSON. */
  readonly v?: string;
  /** The param. */
  readonly a?: number;
  /** The length of a list. */
  readonly n?: number;
  /** It tells entries apart. */
  readonly o?: 1;
  /** It is of a text that is HTML or XML, where a param alone is escaped. */
  readonly u?: 1;
}

export const slotStatus = 0;
export const slotCode = 1;
export const slotField0 = 2;
export const slotHeader = -2;

/** The shape of a response. */
export interface Envelope {
  /** What its body is: emptyBody, jsonBody or textBody. */
  readonly k: number;
  /** Its media type. */
  readonly m?: string;
  /** Statuses. */
  readonly s: readonly Span[];
  /** The body. */
  readonly r?: Node;
  readonly h?: readonly Node[];
  /** How many slots it has. */
  readonly z: number;
  /** It stands within others alone. */
  readonly p?: 1;
  /** It has a repeated array. */
  readonly l?: 1;
  /** Errors stand in it. */
  readonly n?: 1;
  /** Entries with a constant code, if it is not that of the entry. */
  readonly c?: { readonly [code: string]: readonly number[] };
  /** Entries with a template as code, or none. */
  readonly o?: readonly number[];
  /** Text fields. */
  readonly t?: readonly (readonly [name: string, slot: number])[];
}

export const emptyBody = 0;
export const jsonBody = 1;
export const textBody = 2;

/** A place in a body or a header. */
export interface Node {
  /** leafNode if it is left out. */
  readonly k?: number;
  readonly n?: string;
  readonly o?: 1;
  /** It is an alias. */
  readonly a?: 1;
  /** A leaf's JSON types. */
  readonly t?: number;
  /** Those of its items. */
  readonly i?: number;
  readonly s?: number;
  /** A leaf's schema. */
  readonly h?: number;
  /** The constant: JSON in a body, text in a header or a body of text. */
  readonly c?: string;
  /** Values that mean success. */
  readonly y?: readonly string[];
  /** Text forms; hole 0 is the value. */
  readonly f?: readonly Template[];
  readonly m?: readonly Node[];
  /** The slot of the further members. */
  readonly r?: number;
}

export const leafNode = 0;
export const constantNode = 1;
export const ignoredNode = 2;
export const objectNode = 3;
export const listNode = 4;

/** A value. */
export interface Schema {
  readonly k: number;
  /** Null is a value of it, too. */
  readonly n?: 1;
  readonly t?: number;
  /** The schema of items. */
  readonly i?: number;
  readonly m?: readonly (readonly [name: string, schema: number, optional?: 1])[];
  readonly o?: 1;
  /** The envelope of an error. */
  readonly p?: number;
  readonly e?: readonly string[];
  readonly b?: readonly [min: string, max: string, above: string, below: string];
  readonly l?: readonly [min: number, max: number];
  /** A pattern, and the same for a text in which a dot is any character. */
  readonly x?: readonly [pattern: string, within?: string];
  readonly f?: string;
}

export const anySchema = 0;
export const stringSchema = 1;
export const integerSchema = 2;
export const numberSchema = 3;
export const boolSchema = 4;
export const nullSchema = 5;
export const bytesSchema = 6;
export const secondsSchema = 7;
export const millisSchema = 8;
export const unixSchema = 9;
export const arraySchema = 10;
export const objectSchema = 11;
export const mapSchema = 12;
export const unionSchema = 13;
export const oneOfSchema = 14;
export const errorSchema = 15;

/** Whether a set of statuses has one. */
export function contains(spans: readonly Span[] | undefined, status: number): boolean {
  if (spans) for (const s of spans) if (typeof s === 'number' ? s === status : s[0] <= status && status <= s[1]) return true;
  return false;
}

/** The first status of a set, 0 of none. */
export function firstOf(spans: readonly Span[] | undefined): number {
  const s = spans?.[0];
  return typeof s === 'object' ? s[0] : s ?? 0;
}
