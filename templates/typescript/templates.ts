// What can be said of a template without a text.

import * as t from './table.js';
import type { Piece, Template, Wording } from './table.js';

/** The wordings of a template. */
export function wordingsOf(template: Template): readonly Wording[] {
  if (typeof template === 'string') return [[template]];
  return isSeveral(template) ? template.w : [template];
}

/** Whether a template is alternatives. */
export function isSeveral(template: Template): template is { readonly w: readonly Wording[] } {
  return typeof template === 'object' && !Array.isArray(template);
}

/** The param of a hole that its text fills. */
export function paramOf(piece: Piece): number | undefined {
  if (typeof piece === 'object') return piece[0] === t.opQuoted || piece[0] === t.opMarkup ? piece[1] : undefined;
  return typeof piece === 'number' ? piece : undefined;
}

/** The params of the holes of a template, in all of its wordings. */
export function paramsOf(template: Template): readonly number[] {
  return wordingsOf(template).flatMap(holesOf);
}

/** The params of the holes of a wording. */
export function holesOf(wording: Wording): readonly number[] {
  return wording.map(paramOf).filter((param) => param !== undefined);
}

/** longest is the most that a wording has of what count counts in a literal. */
function longest(template: Template, count: (literal: string) => number): number {
  const counts = wordingsOf(template).map((w) => w.reduce<number>((n, p) => (typeof p === 'string' ? n + count(p) : n), 0));
  return Math.max(0, ...counts);
}

/** The number of bytes of literal text in the longest wording. */
export function literalLength(template: Template): number {
  return longest(template, byteLength);
}

/** The number of bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  let n = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c >= 0x80) n += c >= 0x800 && (c & 0xf800) !== 0xd800 ? 2 : 1;
  }
  return n;
}

const references = /&(?:amp|lt|gt|#34|#39|#13);/g;

/**
 * The number of special characters of markup in the longest wording. What stands for a param
 * has none when it is written. So the wording of a text, if several match, is the one with
 * the most.
 */
export function marks(template: Template): number {
  const count = (text: string, what: RegExp) => (text.match(what) ?? []).length;
  return longest(template, (literal) => count(literal, /[&<>"'\r]/g) - count(literal, references));
}

/** The template as it is read under a status: the digits of that stand where the status does. */
export function under(template: Template, status: number): Template {
  if (typeof template === 'string' || status === 0) return template;
  if (!(isSeveral(template) ? template.w.some(hasStatus) : hasStatus(template))) return template;
  return { w: wordingsOf(template).map((w) => joined(w.map((p) => (isStatus(p) ? String(status) : p)))) };
}

function isStatus(p: Piece): boolean {
  return typeof p === 'object' && p[0] === t.opStatus;
}

function hasStatus(w: Wording): boolean {
  for (const p of w) if (isStatus(p)) return true;
  return false;
}

/** joined joins literals that stand beside each other. */
function joined(wording: Wording): Wording {
  const all: Piece[] = [];
  for (const p of wording) {
    const last = all[all.length - 1];
    if (typeof p === 'string' && typeof last === 'string') all[all.length - 1] = last + p;
    else all.push(p);
  }
  return all;
}
