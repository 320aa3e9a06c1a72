// Responses of errors, as the API's server writes them: for mocks and tests.

import { isWhole, typesOf } from './admit.js';
import type { ErrorObject } from './error.js';
import { headerText, trimSpace, unixLines } from './lines.js';
import { quoteMarkup } from './markup.js';
import * as t from './table.js';
import type { Param, Schema } from './table.js';
import { byteLength } from './templates.js';
import * as v from './values.js';

/** A catalog, as it is written. */
export interface Writing {
  readonly e: readonly Written[];
  readonly s: readonly Schema[];
  /** Exchange values, which only the exchange knows. */
  readonly x?: readonly Param[];
}

/** An entry, as it is written. */
export interface Written {
  readonly n: string;
  readonly m?: readonly Param[];
  /** The status. */
  readonly z: number;
  /** The statuses of one that varies. */
  readonly s?: readonly t.Span[];
  readonly c?: string;
  readonly h?: readonly (readonly [name: string, value: Program])[];
  readonly b?: Program;
  /** The body is text. */
  readonly t?: 1;
  /** Bodies within others, by their envelopes. */
  readonly w?: { readonly [envelope: number]: Program };
}

/** A text with holes: of segments the literal, the operation, its operand, and how far a group goes. */
export type Program = readonly Segment[];
export type Segment = string | readonly [literal: string, op: number, operand?: number, skip?: number];

// What stands in a hole of a program.
const opText = 1;
const opString = 2;
const opQuoted = 3;
const opMarkup = 4;
const opValue = 5;
const opStatus = 6;
const opIf = 7;
const opPick = 8;
const opOr = 9;
const opEnd = 10;
const opClose = 11;
const opDrop = 12;
const opMore = 13;
const opNumber = 16;

/** An error that a mock answers with: its name, and its params. */
export type Mock<E extends ErrorObject> = E extends { readonly name: infer Name; readonly params: infer Params }
  ? { readonly name: Name; readonly status?: number } & ({} extends NonNullable<Params> ? { readonly params?: NonNullable<Params> | undefined } : { readonly params: NonNullable<Params> })
  : never;

/** A response, for new Response(body, {status, headers}) and the like. */
export interface Encoded {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

type Values = { readonly [name: string]: unknown };

/** An error that is written. */
interface Raised {
  readonly name: string;
  readonly status?: number | undefined;
  readonly params?: unknown;
}

/** The response of an error. */
export function encodeError(w: Writing, error: Raised, exchange: Values): Encoded {
  const run = new Run(w, error, exchange);
  const headers: { [name: string]: string } = run.entry.c === undefined ? {} : { 'Content-Type': run.entry.c };
  for (const [name, value] of run.entry.h ?? []) {
    if (!run.isFillable(value)) continue;
    const line = headerText(run.text(value)).replace(/^-.*/, (past) => (name === 'Retry-After' ? '0' : past));
    const before = v.memberOf(headers, name);
    v.setMember(headers, name, before === undefined ? line : before + ', ' + line);
  }
  return { status: run.status, headers, body: run.entry.t ? run.page() : run.text(run.entry.b ?? []) };
}

/** A Run writes what one error says. */
class Run {
  readonly entry: Written;
  readonly status: number;
  private readonly w: Writing;
  private readonly params: Values;
  private readonly exchange: Values;
  private out = '';
  private isPage = false;

  constructor(w: Writing, error: Raised, exchange: Values) {
    const entry = w.e.find((e) => e.n === error.name);
    if (!entry) throw new RangeError(`no error of the catalog is called ${JSON.stringify(error.name)}`);
    this.entry = entry;
    this.w = w;
    this.exchange = exchange;
    this.params = (error.params ?? {}) as Values;
    this.status = error.status !== undefined && t.contains(entry.s, error.status) ? error.status : entry.z;
  }

  /** A program's text. */
  text(p: Program): string {
    this.out = '';
    this.run(p);
    return this.out;
  }

  /** A body of text: params at its ends lose their white space. */
  page(): string {
    const body = this.entry.b ?? [];
    this.isPage = true;
    let text = this.text(body);
    const [first, last] = [body[0], body[body.length - 1]];
    if (typeof first === 'object' && first[0] === '') text = text.replace(/^\s+/, '');
    if (typeof last === 'object') text = trimSpace('.' + text).slice(1);
    return text;
  }

  /** Whether some wording of a header has all its params. */
  isFillable(p: Program): boolean {
    if (!p.some((s) => opOf(s) === opPick)) return this.isComplete(p);
    let i = 0;
    for (let s = p[i]; s && opOf(s) !== opEnd; i += skipOf(s), s = p[i]) {
      if (this.isComplete(p.slice(i + 1, i + skipOf(s) + 1))) return true;
    }
    return false;
  }

  private run(p: Program): void {
    for (let i = 0; i < p.length; i++) {
      const s = p[i]!;
      this.out += typeof s === 'string' ? s : s[0];
      if (typeof s === 'string') continue;
      const operand = s[2] ?? 0;
      switch (s[1]) {
        case opText: case opString: case opQuoted: case opMarkup: case opValue:
          this.out += this.value(s[1], operand);
          break;
        case opStatus:
          this.out += this.status;
          break;
        case opIf:
          if (!this.has(operand)) i += skipOf(s);
          break;
        case opPick:
          i = this.pick(p, i);
          break;
        case opOr:
          for (let or = s; opOf(or) === opOr; or = p[i] as typeof s) i += skipOf(or);
          break;
        case opNumber: {
          const before = this.out;
          this.out = '';
          this.run(p.slice(i + 1, i + skipOf(s) + 1));
          this.out = before + (v.isNumber(this.out) ? this.out : quoted(this.out));
          i += skipOf(s);
          break;
        }
        case opClose:
          this.out = withoutComma(this.out) + '}';
          break;
        case opDrop:
          this.out = this.out.endsWith('{') ? withoutBytes(this.out, operand) : withoutComma(this.out) + '},';
          break;
        case opMore: {
          const end = p[i + skipOf(s)]!;
          this.out += this.more(operand, (typeof end === 'string' ? end : end[0]).split('\0'));
          i += skipOf(s);
        }
      }
    }
  }

  private param(operand: number): Param {
    return (operand & 1 ? this.w.x : this.entry.m)![operand >> 1]!;
  }

  /** given is the value of an operand, with what is preset; undefined for none. */
  private given(operand: number): unknown {
    const [name, , , preset] = this.param(operand);
    return v.memberOf(operand & 1 ? this.exchange : this.params, name) ?? preset;
  }

  private has(operand: number): boolean {
    const optional = ((this.param(operand)[2] ?? 0) & t.isOptional) !== 0;
    return !optional || v.memberOf(operand & 1 ? this.exchange : this.params, this.param(operand)[0]) !== undefined;
  }

  /** pick is before which segment the first alternative begins all of whose params are there, the last if there is none. */
  private pick(p: Program, i: number): number {
    for (;;) {
      const end = i + skipOf(p[i]!);
      if (opOf(p[end]!) === opEnd || this.isComplete(p.slice(i + 1, end + 1))) return i;
      i = end;
    }
  }

  private isComplete(p: Program): boolean {
    return p.every((s) => typeof s === 'string' || s[1] > opValue || this.has(s[2] ?? 0));
  }

  private value(op: number, operand: number): string {
    const s = this.w.s[this.param(operand)[1]]!;
    const value = this.given(operand);
    if (value === undefined) return op === opValue ? zero(this.w, s) : '';
    if (op === opValue) return this.json(value, s);
    let text = typeof value === 'string' ? value : value === null ? '' : this.json(value, s);
    if (op === opString) return quoted(text).slice(1, -1);
    if (op === opQuoted) return text.replace(/["\\]/g, '\\$&');
    if (op === opMarkup) text = quoteMarkup(text);
    return this.isPage ? unixLines(text) : text;
  }

  /** more are the members of a map, each with a comma, but for names that are taken. */
  private more(operand: number, taken: readonly string[]): string {
    const s = this.w.s[this.param(operand)[1]]!;
    return this.members(this.given(operand), this.w.s[s.i ?? 0]!, (name) => !taken.includes(name));
  }

  private members(o: unknown, s: Schema, isMember: (name: string) => boolean): string {
    if (typeof o !== 'object' || o === null) return '';
    const names = Object.keys(o).filter(isMember).sort();
    return names.map((name) => quoted(name) + ':' + this.json((o as Values)[name], s) + ',').join('');
  }

  /** json is a value of a schema as JSON. */
  private json(value: unknown, s: Schema): string {
    if (value === null || value === undefined) return 'null';
    switch (s.k) {
      case t.integerSchema:
        return String(value);
      case t.secondsSchema: case t.millisSchema:
        return String(isWhole(s) ? Math.ceil(Number(value)) : value);
      case t.errorSchema:
        return this.isKnown(value) ? this.nested(value, s.p!) : zero(this.w, s);
      case t.arraySchema:
        return '[' + this.items(value as readonly unknown[], this.w.s[s.i!]!).join(',') + ']';
      case t.mapSchema:
        return '{' + withoutComma(this.members(value, this.w.s[s.i!]!, () => true)) + '}';
      case t.objectSchema: {
        const names = s.m?.map(([name]) => name) ?? [];
        const own = (s.m ?? []).filter(([name]) => v.memberOf(value as Values, name) !== undefined)
          .map(([name, i]) => quoted(name) + ':' + this.json((value as Values)[name], this.w.s[i]!) + ',').join('');
        const more = s.o ? this.members(value, this.w.s[s.i!]!, (name) => !names.includes(name)) : '';
        return '{' + withoutComma(own + more) + '}';
      }
    }
    return anyJSON(value);
  }

  /** items are those of a list, but for errors that the catalog does not have. */
  private items(list: readonly unknown[], s: Schema): readonly string[] {
    return list.filter((item) => s.k !== t.errorSchema || item === null || this.isKnown(item)).map((item) => this.json(item, s));
  }

  private isKnown(error: unknown): error is Raised {
    return this.w.e.some((e) => e.n === (error as Raised).name);
  }

  /** nested is an error within another. */
  private nested(error: Raised, envelope: number): string {
    const run = new Run(this.w, error, this.exchange);
    return run.text(run.entry.w?.[envelope] ?? run.entry.b ?? []);
  }
}

function opOf(s: Segment): number {
  return typeof s === 'string' ? 0 : s[1];
}

function skipOf(s: Segment): number {
  return typeof s === 'string' ? 0 : s[3] ?? 0;
}

function withoutComma(text: string): string {
  return text.endsWith(',') ? text.slice(0, -1) : text;
}

/** withoutBytes is a text without some bytes at its end. */
function withoutBytes(text: string, n: number): string {
  let i = text.length;
  while (i > 0 && byteLength(text.slice(i)) < n) i--;
  return text.slice(0, i);
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => '\\u' + c.charCodeAt(0).toString(16));
}

/** anyJSON is any value as JSON, members in the order of their names. */
function anyJSON(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return '[' + value.map(anyJSON).join(',') + ']';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return '{' + Object.keys(value).sort().map((name) => quoted(name) + ':' + anyJSON((value as Values)[name])).join(',') + '}';
}

/** zero is what stands for a required value that is not there. */
function zero(w: Writing, s: Schema): string {
  const types = typesOf({ t: { s: w.s } } as Parameters<typeof typesOf>[0], s);
  const zeros: readonly (readonly [number, string])[] = [
    [v.nullType, 'null'], [v.stringType, '""'], [v.integerType | v.numberType, '0'], [v.boolType, 'false'], [v.arrayType, '[]'], [v.objectType, '{}'],
  ];
  return zeros.find(([type]) => (type & types) !== 0)?.[1] ?? '';
}
