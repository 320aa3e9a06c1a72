// Parts of a body that are errors: items of a list, and errors within others.

import type { Node } from './table.js';
import * as t from './table.js';
import type { Value } from './values.js';
import { fitRoot, hasSlot, isRoot } from './fit.js';
import { choose } from './identity.js';
import { newFitting, unlisted } from './reading.js';
import type { Fitting, Found, Reading } from './reading.js';
import { statusIn } from './status.js';

/** Compares a value with an item of a list, or a nested error. It may have a status of its own. */
export function fitItem(r: Reading, f: Fitting, n: Node, value: Value): void {
  if (!isRoot(n, value)) {
    f.strict = false;
    return;
  }
  fitRoot(r, f, n, value);
  const own = statusIn(f);
  if (own !== undefined && hasSlot(n, t.slotStatus)) f.status = own;
}

/** Identifies a value in the body, which is unlisted if it is nothing else. */
export function identifyPart(r: Reading, outer: Fitting, n: Node, value: Value): Found {
  const f = newFitting(r, outer.env, outer);
  fitItem(r, f, n, value);
  return (f.strict || f.loose) && choose(r, [f]) || { row: unlisted, fit: f };
}
