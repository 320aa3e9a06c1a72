// Envelopes with a repeated array, whose items are errors.

import * as t from './table.js';
import type { Node } from './table.js';
import * as v from './values.js';
import type { Value } from './values.js';
import { hasSlot } from './fit.js';
import { isAs } from './identity.js';
import { fitItem, identifyPart } from './items.js';
import { envelopeOf, isSuccess, newFitting, takes } from './reading.js';
import type { Fitting, Found, Reading } from './reading.js';

/** The repeated array in a value, and the node of its items. */
function listIn(n: Node, value: Value): { item: Node; list: readonly Value[] } | undefined {
  if (n.k === t.listNode) return v.isList(value) ? { item: n.m![0]!, list: value } : undefined;
  if (n.k !== t.objectNode || !v.isMembers(value)) return undefined;
  for (const m of n.m ?? []) {
    const member = v.memberOf(value, m.n ?? '');
    const found = member === undefined ? undefined : listIn(m, member);
    if (found) return found;
  }
  return undefined;
}

function listOf(r: Reading, f: Fitting) {
  const root = envelopeOf(r, f).r;
  return root && r.value !== undefined ? listIn(root, r.value) : undefined;
}

/** Compares each item of a list with the envelope's, until one is so, and reports whether one was. */
export function hasItem(r: Reading, outer: Fitting, is: (item: Fitting) => boolean): boolean {
  const found = listOf(r, outer);
  return !!found && found.list.some((value) => {
    const f = newFitting(r, outer.env, outer);
    fitItem(r, f, found.item, value);
    return is(f);
  });
}

/** Of the lists that fit as well as the best, the one in whose items most was found. */
export function bestList(r: Reading, all: readonly Fitting[], best: Fitting): Fitting | undefined {
  if (best.success || r.value === undefined) return undefined;
  const lists = all.filter((f) => envelopeOf(r, f).l && !f.success && isAs(f, best));
  let list: Fitting | undefined;
  let most = -1;
  for (const f of lists) {
    const size = lists.length > 1 ? sizeOfItems(r, f) : 0;
    if (size > most) [list, most] = [f, size];
  }
  return list && listOf(r, list) && list;
}

/** sizeOfItems is how much was found in the items of a list. */
function sizeOfItems(r: Reading, f: Fitting): number {
  let size = 0;
  hasItem(r, f, (item) => {
    if (item.strict) size += item.size;
    return false;
  });
  return size;
}

/** Identifies each item of a list by itself. Under 400 one that says success is none. */
export function identifyItems(r: Reading, first: Fitting): readonly Found[] {
  const { item, list } = listOf(r, first)!;
  const all: Found[] = [];
  let outer = first;
  list.forEach((value, n) => {
    if (!takes(r, 1)) return;
    if (n === 1) outer = afterFirst(r, first, item);
    const got = identifyPart(r, outer, item, value);
    if (!isSuccess(r) || !got.fit!.success) all.push(got);
  });
  return all;
}

/**
 * afterFirst is what stands outside the list as items after the first see it: the fields are
 * the first's. One that has a place in the item, and nothing outside, is the item's own.
 */
function afterFirst(r: Reading, first: Fitting, item: Node): Fitting {
  const { slots } = first;
  const outer = Array.from({ length: envelopeOf(r, first).z }, (_, i) => i >= t.slotField0 && (slots[i] !== undefined || !hasSlot(item, i)));
  return { ...first, outer, later: true };
}
