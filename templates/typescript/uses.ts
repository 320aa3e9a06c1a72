// The parts of the engine that not every catalog needs. What none of a bundle's catalogs
// names is left out of it.

import type { takesCode, matchText, matchTrimmed } from './texts.js';
import type { matchExpression, matchPattern } from './expressions.js';
import type { isProven, isSaid, mostSpecific, toOpen } from './facts.js';
import type { hasFormat } from './formats.js';
import type { fitBody, fitHeader, fitText } from './leaves.js';
import type { bestList, hasItem, identifyItems } from './lists.js';
import type { fill } from './message.js';
import type { errorAt, within } from './nested.js';
import type { holdsText, holdsValue, paramsIn } from './params.js';
import type { judge, judgeText, mayBeError } from './success.js';

export interface Uses {
  /** Entries that share a code, or have none. */
  readonly facts?: { isProven: typeof isProven; isSaid: typeof isSaid; mostSpecific: typeof mostSpecific; toOpen: typeof toOpen };
  /** Texts with holes. */
  readonly texts?: { matchText: typeof matchText; matchTrimmed: typeof matchTrimmed; takesCode: typeof takesCode };
  /** Headers, bodies of text, text forms. */
  readonly leaves?: { fitBody: typeof fitBody; fitHeader: typeof fitHeader; fitText: typeof fitText };
  readonly params?: { holdsText: typeof holdsText; holdsValue: typeof holdsValue; paramsIn: typeof paramsIn };
  readonly lists?: { bestList: typeof bestList; hasItem: typeof hasItem; identifyItems: typeof identifyItems };
  readonly nested?: { errorAt: typeof errorAt; within: typeof within };
  /** Texts with holes that are said. */
  readonly fill?: typeof fill;
  readonly matchExpression?: typeof matchExpression;
  readonly matchPattern?: typeof matchPattern;
  readonly hasFormat?: typeof hasFormat;
  /** Values that mean success. */
  readonly judge?: typeof judge;
  readonly judgeText?: typeof judgeText;
  /** Errors under 400. */
  readonly mayBeError?: typeof mayBeError;
}
