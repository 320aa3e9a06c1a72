// Texts that are matched against templates (docs/spec.md#matching-texts).

import * as t from './table.js';
import type { Entry, Schema, Template, Wording } from './table.js';
import { admits, isNumeric, isWhole } from './admit.js';
import type { Capture } from './facts.js';
import { headerLine, unixLines } from './lines.js';
import { beforeTag, quoteMarkup, referenceLength, splitsReference, unescapeMarkup } from './markup.js';
import type { Candidate, Reading } from './reading.js';
import { holesOf, isSeveral, literalLength, under, wordingsOf } from './templates.js';
import { keep } from './whole.js';

/** A literal or a placeholder of a template. */
export interface Piece {
  readonly literal?: string;
  /** undefined: a number that is no param. */
  readonly param?: number;
  readonly op: number;
  readonly schema?: Schema;
}

/** Matches a text against a template's wordings, and notes what it holds for the params of the entry. */
export function matchText(r: Reading, e: Entry, template: Template, status: number, text: string, caps?: Capture[]): boolean {
  if (typeof template === 'string') return template === text;
  const want = under(template, status);
  if (!caps || !someAre(caps, 'absent')) {
    return isSeveral(want) ? want.w.some((w) => matchWording(r, e, w, text, caps)) : matchWording(r, e, want as Wording, text, caps);
  }
  return matchWordings(r, e, want, text, caps, false) || matchWordings(r, e, want, text, caps, true);
}

/** matchWordings matches a text against wordings: those that name a param which is absent, or those that do not. */
function matchWordings(r: Reading, e: Entry, want: Template, text: string, caps: Capture[], absent: boolean): boolean {
  return wordingsOf(want).some((w) => holesOf(w).some((param) => caps[param]?.absent) === absent && matchWording(r, e, w, text, caps));
}

/** Matches a text against one wording. */
export function matchWording(r: Reading, e: Entry, wording: Wording, text: string, caps?: Capture[]): boolean {
  const { pieces, isExpression } = patternOf(r, e, wording);
  const known = caps && someAre(caps, 'given') && knownPieces(pieces, caps);
  if (known) {
    const ends = new Matcher(text, known).match();
    if (ends && note(r, known, ends, text, caps)) return true;
  }
  const ends = isExpression ? r.t.u.matchExpression!(pieces, text) : new Matcher(text, pieces).match();
  return !!ends && note(r, pieces, ends, text, caps);
}

function someAre(caps: readonly Capture[], what: 'given' | 'absent'): boolean {
  for (const c of caps) if (c[what]) return true;
  return false;
}

/** The pieces of a wording, and whether they need an expression. */
interface Pattern {
  readonly pieces: readonly Piece[];
  readonly isExpression: boolean;
}

const patterns = new WeakMap<Entry, Map<Wording, Pattern>>();

/** patternOf is the pattern of a wording of an entry, which is made once. */
function patternOf(r: Reading, e: Entry, wording: Wording): Pattern {
  let ofEntry = patterns.get(e);
  if (!ofEntry) patterns.set(e, (ofEntry = new Map()));
  let made = ofEntry.get(wording);
  if (!made) {
    const pieces = wording.filter((p) => p !== '').map((p) => pieceOf(r, e, p));
    made = { pieces, isExpression: needsExpression(pieces) };
    if (ofEntry.size < maxKept) ofEntry.set(wording, made);
  }
  return made;
}

/** maxKept bounds the wordings that are kept: those of a varying status are new each time. */
const maxKept = 64;

const number: Schema = { k: t.integerSchema };
const anyText: Schema = { k: t.stringSchema }; // in text forms

function pieceOf(r: Reading, e: Entry, p: t.Piece): Piece {
  if (typeof p === 'string') return { literal: p, op: 0 };
  const [op, param] = typeof p === 'number' ? [0, p] : p;
  return param === undefined ? { op, schema: number } : { param, op, schema: r.t.s?.[e.m![param]![1]] ?? anyText };
}

/** knownPieces are the pieces with the params that are known as literals; undefined if there are none. */
function knownPieces(pieces: readonly Piece[], caps: readonly Capture[]): readonly Piece[] | undefined {
  const isKnown = (p: Piece) => p.param !== undefined && caps[p.param]?.given;
  if (!pieces.some(isKnown)) return undefined;
  const known = pieces.map((p) => (isKnown(p) ? { literal: written(p, caps[p.param!]!.text), op: 0 } : p));
  return needsExpression(known) ? undefined : known;
}

/**
 * needsExpression reports whether a template has a placeholder whose end takes an expression
 * to find: one with a pattern, or a number beside what could be a part of it.
 */
function needsExpression(pieces: readonly Piece[]): boolean {
  return pieces.some((p, i) => {
    const s = p.schema;
    if (!s) return false;
    if (s.x && p.op !== t.opMarkup) return true;
    if (!isNumeric(s)) return false;
    const before = pieces[i - 1]?.literal ?? '';
    const after = pieces[i + 1]?.literal ?? '';
    return /\d$/.test(before) || (isWhole(s) ? /^\d/ : /^[\d.eE]/).test(after);
  });
}

/**
 * A Matcher matches a text against a template by the rules of a regular expression: literals
 * for themselves, strings as short as possible from the left, integers and numbers as JSON
 * writes them, enums their values. It takes time linear in the text: a string that cannot be
 * followed by what must follow is not tried again further right.
 */
class Matcher {
  private readonly text: string;
  private readonly pieces: readonly Piece[];
  private readonly ends: number[] = [];
  private failed: [from: number, to: number][] | undefined;

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.pieces = pieces;
  }

  match(): readonly number[] | undefined {
    return this.from(0, 0) ? this.ends : undefined;
  }

  /** from matches the pieces from i on with the whole text from pos on. */
  private from(i: number, pos: number): boolean {
    const p = this.pieces[i];
    if (!p) return pos === this.text.length;
    if (p.literal !== undefined) return this.literal(i, pos, p.literal);
    const s = p.schema!;
    if (s.e) return s.e.some((value) => this.literal(i, pos, written(p, value)));
    if (s.k === t.boolSchema) return this.literal(i, pos, 'true') || this.literal(i, pos, 'false');
    if (isNumeric(s)) {
      const n = numericLength(this.text, pos, s);
      return n > 0 && this.end(i, pos + n);
    }
    return this.string(i, pos, p, s);
  }

  private literal(i: number, pos: number, literal: string): boolean {
    return this.text.startsWith(literal, pos) && this.end(i, pos + literal.length);
  }

  /** end notes where piece i ends and matches the rest. */
  private end(i: number, end: number): boolean {
    this.ends[i] = end;
    return this.from(i + 1, end);
  }

  /** splits reports whether a piece would end within what stands for one character. */
  private splits(p: Piece, pos: number, end: number): boolean {
    if (p.op === t.opMarkup) return splitsReference(this.text, end);
    return p.op === t.opQuoted && /\\*$/.exec(this.text.slice(pos, end))![0].length % 2 === 1;
  }

  /**
   * string matches a string placeholder, as short as possible. One that is escaped holds no
   * begin of a tag, no end of a quoted string, and does not end within a reference or a pair.
   */
  private string(i: number, pos: number, p: Piece, s: Schema): boolean {
    const failed = this.failed?.[i];
    if (failed && failed[0] <= pos && pos <= failed[1]) return false;
    const text = this.text;
    let limit = text.length;
    if (p.op === t.opMarkup) limit = beforeTag(text, pos);
    else if (p.op === t.opQuoted) limit = beforeQuote(text, pos);
    let end = skipCharacters(text, pos, s.l?.[0] ?? 0, p.op === t.opMarkup);
    if (end >= 0 && i === this.pieces.length - 1) return limit === text.length && this.end(i, limit);
    const next = this.pieces[i + 1]?.literal;
    while (end >= 0 && end <= limit) {
      if (next !== undefined) {
        const isLast = i === this.pieces.length - 2; // then there is one place for it
        const k = isLast ? text.length - next.length : text.indexOf(next, end);
        if (k < end || k > limit) break;
        end = k;
      }
      if (!this.splits(p, pos, end) && this.end(i, end)) return true;
      end++;
    }
    (this.failed ??= [])[i] = [pos, limit];
    return false;
  }
}

/** skipCharacters is the place n characters after pos, -1 if there are not that many. In markup a reference is one. */
function skipCharacters(text: string, pos: number, n: number, isMarkup: boolean): number {
  for (; n > 0; n--) {
    if (pos >= text.length) return -1;
    const size = text.codePointAt(pos)! > 0xffff ? 2 : 1;
    pos += isMarkup ? Math.max(size, referenceLength(text, pos)) : size;
  }
  return pos;
}

const integer = /-?(?:0|[1-9]\d*)/y;
const decimal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/** numericLength is the length of the number at a place, 0 if there is none. */
function numericLength(text: string, pos: number, s: Schema): number {
  const token = isWhole(s) ? integer : decimal;
  token.lastIndex = pos;
  return token.exec(text)?.[0].length ?? 0;
}

/**
 * note checks what was matched against bounds and formats, and a param that occurs twice for
 * equality; then it notes the params.
 */
function note(r: Reading, pieces: readonly Piece[], ends: readonly number[], text: string, caps?: Capture[]): boolean {
  const told: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const p = pieces[i]!;
    if (p.param === undefined) continue;
    const got = valueOf(p, text.slice(ends[i - 1] ?? 0, ends[i]));
    if (!admits(r, p.schema!, got, true) || (told[p.param] ?? got) !== got) return false;
    told[p.param] = got;
  }
  if (caps) {
    for (const { param } of pieces) if (param !== undefined) keep(caps, param, { given: true, text: told[param]! });
  }
  return true;
}

/** valueOf is what a placeholder stands for. */
function valueOf(p: Piece, got: string): string {
  if (p.op === t.opQuoted) return got.replace(/\\([^])/g, '$1');
  return p.op === t.opMarkup ? unescapeMarkup(got) : got;
}

/** What a placeholder that stands for a text is written as. */
export function written(p: Piece, text: string): string {
  if (p.op === t.opQuoted) return text.replace(/["\\]/g, '\\$&');
  return p.op === t.opMarkup ? quoteMarkup(text) : text;
}

/** beforeQuote is where a quoted string ends that begins at a place. */
function beforeQuote(text: string, pos: number): number {
  for (; pos < text.length && text[pos] !== '"'; pos++) if (text[pos] === '\\') pos++;
  return Math.min(pos, text.length);
}

/** What may have been lost at the ends of a header or a text body. */
const lostSpaces = [['', ''], ['', ' '], [' ', ''], [' ', ' ']] as const;

/**
 * Matches a header or a text body, which has come without the white space at its ends: there
 * may have been some, between the template's words and a param without text.
 */
export function matchTrimmed(r: Reading, c: Candidate, template: Template, text: string, caps?: Capture[]): boolean {
  const want = under(template, c.fit.status);
  const literal = constantOf(want);
  if (literal !== undefined) return literal === text || literal.replace(/ $/, '').replace(/^ /, '') === text;
  if (!wordingsOf(want).some((w) => mayMatch(w, text))) return false;
  const cleaned = caps?.map((cap) => ({ ...cap, text: cleanedFor(text, cap.text) }));
  for (const [before, after] of lostSpaces) {
    if (!matchText(r, c.entry, want, 0, before + text + after, cleaned)) continue;
    caps?.forEach((_, i) => keep(caps, i, cleaned![i]!));
    return true;
  }
  return false;
}

/** constantOf is the text of a template without holes. */
function constantOf(want: Template): string | undefined {
  if (typeof want === 'string') return want;
  if ('w' in want) return want.w.length === 1 ? constantOf(want.w[0]!) : undefined;
  return want.length === 0 ? '' : want.length === 1 && typeof want[0] === 'string' ? want[0] : undefined;
}

/** mayMatch spares matching a page with each of many texts: a text begins and ends as a wording does, spaces aside. */
function mayMatch(w: Wording, text: string): boolean {
  const first = w[0];
  const last = w[w.length - 1];
  const isAt = (p: t.Piece | undefined) => (typeof p === 'string' ? p.replace(/^ +| +$/g, '') : '');
  return text.replace(/^ +/, '').startsWith(isAt(first)) && text.replace(/ +$/, '').endsWith(isAt(last));
}

/** cleanedFor is what is known of a param as it stands in a header or a text body: without what that cannot hold. */
function cleanedFor(text: string, known: string): string {
  return text.includes('\n') ? unixLines(known) : headerLine(known);
}

/** Whether an entry with a template as code takes a code. */
export function takesCode(r: Reading, c: Candidate, code: string): boolean {
  c.literal = literalLength(c.read.c ?? '');
  return matchText(r, c.entry, c.read.c ?? '', c.fit.status, code);
}
