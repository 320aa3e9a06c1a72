// Params that a header and a text of the body hold in part
// (docs/spec.md#how-decoding-decides, step 10).

import type { Capture } from './facts.js';
import { headerLine, trimSpace } from './lines.js';

/** keep notes a param that nothing has told yet, or of which a header and a text of the body have told what each of them can hold. */
export function keep(caps: Capture[], param: number, c: Capture): void {
  const old = caps[param];
  if (!old) return;
  if (!old.given) caps[param] = c;
  else if (old.value === undefined && c.value === undefined) caps[param] = { ...old, text: wholeText(old.text, c.text) };
}

/** wholeText is what two texts hold in part, else the first. */
function wholeText(first: string, other: string): string {
  return first === other ? first : restored(other, first) ?? restored(first, other) ?? first;
}

/**
 * restored is a text that a header could hold only as got: with some spaces for controls, and
 * without space at its ends. What a body has left out there is as the header has it. undefined
 * for other texts, and if the header has as much.
 */
function restored(text: string, got: string): string | undefined {
  if (got !== headerLine(got)) return undefined;
  const whole = withOuterSpace(text, got);
  if (text !== headerLine(text)) return oneSpaced(text) === oneSpaced(got) ? whole : undefined;
  return whole.length > got.length && trimSpace(text) === trimSpace(got) ? whole : undefined;
}

/** A text as it stands in a header, with one space for several. */
function oneSpaced(text: string): string {
  return trimSpace(headerLine(text).replace(/ +/g, ' '));
}

/** A text with the space that got has around what the text is in a header, at those ends where the text has none. */
function withOuterSpace(text: string, got: string): string {
  const [before, after] = outerSpace(text);
  const [lineBefore, lineAfter] = outerSpace(headerLine(text));
  const [gotBefore, gotAfter] = outerSpace(got);
  if (!before && gotBefore.endsWith(lineBefore)) text = gotBefore.slice(0, gotBefore.length - lineBefore.length) + text;
  if (!after && gotAfter.startsWith(lineAfter)) text += gotAfter.slice(lineAfter.length);
  return text;
}

/** The white space around a text. */
function outerSpace(text: string): [before: string, after: string] {
  const inner = trimSpace(text);
  const at = text.indexOf(inner);
  return [text.slice(0, at), text.slice(at + inner.length)];
}
