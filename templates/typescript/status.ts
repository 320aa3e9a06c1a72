// The status that a body says.

import * as t from './table.js';
import { slotText } from './fit.js';
import type { Fitting } from './reading.js';

/** The status in a body, or in an item of it, undefined if it says none. */
export function statusIn(f: Fitting): number | undefined {
  const text = slotText(f.slots[t.slotStatus]) ?? '';
  const n = Number(text);
  return /^[-+]?\d+$/.test(text) && Math.abs(n) < 2 ** 63 ? n : undefined;
}
