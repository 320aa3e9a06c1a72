// Patterns, and templates whose holes take an expression to find.

import * as t from './table.js';
import type { Schema } from './table.js';
import { isNumeric, isWhole } from './admit.js';
import { written } from './texts.js';
import type { Piece } from './texts.js';

const compiled = new Map<string, RegExp>();

function expressionOf(source: string): RegExp {
  let made = compiled.get(source);
  if (!made) compiled.set(source, (made = new RegExp(`^(?:${source})$`, 'u')));
  return made;
}

/** Whether the whole text matches the pattern of a schema. */
export function matchPattern(s: Schema, text: string): boolean {
  return expressionOf(s.x![0]).test(text);
}

/** Where each piece ends in a text, undefined if it does not match. */
export function matchExpression(pieces: readonly Piece[], text: string): readonly number[] | undefined {
  const groups = expressionOf(pieces.map((p) => `(${source(p)})`).join('')).exec(text);
  let end = 0;
  return groups?.slice(1).map((got) => (end += got.length));
}

/** source is a piece as an expression. */
function source(p: Piece): string {
  if (p.literal !== undefined) return quote(p.literal);
  const s = p.schema!;
  const character = p.op === t.opMarkup ? '(?:[^&<]|&[#\\dA-Za-z]+;)' : '[^]';
  const min = s.l?.[0] ?? 0;
  if (s.e) return s.e.map((value) => quote(written(p, value))).join('|');
  if (s.x && p.op !== t.opMarkup) return s.x[1] ?? s.x[0];
  if (s.k === t.boolSchema) return 'true|false';
  if (isNumeric(s)) return '-?(?:0|[1-9]\\d*)' + (isWhole(s) ? '' : '(?:\\.\\d+)?(?:[eE][+-]?\\d+)?');
  return character + (min > 0 && min <= 1000 ? `{${min},}?` : '*?');
}

function quote(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$/]/g, '\\$&');
}
