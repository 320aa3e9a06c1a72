// How long to wait before trying again.

import { parseDate, secondsUntil } from './dates.js';
import type { ErrorObject } from './error.js';

/** The seconds that the header Retry-After says to wait (RFC 9110 section 10.2.3), given in seconds or as a date; undefined if it says none. */
export function retryAfter(error: ErrorObject | undefined): number | undefined {
  const headers = error?.response?.headers ?? {};
  const text = headers['retry-after']?.[0] ?? '';
  if (parseDate(text) !== undefined) return secondsUntil(text, headers);
  const n = Number(text);
  return /^\+?\d+$/.test(text) && n <= 2 ** 33 ? n : undefined;
}
