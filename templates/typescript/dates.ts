// Dates in headers.

import type { Lines } from './reading.js';
import { trimSpace } from './lines.js';

const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** An HTTP date (RFC 9110 section 5.6.7), its names in any case, in milliseconds since 1970, undefined for what is none. */
export function parseDate(text: string): number | undefined {
  const imf = text.endsWith('GMT') && /^(?:mon|tue|wed|thu|fri|sat|sun), (\d\d) ([a-z]{3}) (\d{4}) (\d{1,2}):(\d\d):(\d\d) gmt$/i.exec(text);
  const rfc850 = text.endsWith('GMT') && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day, (\d\d)-([a-z]{3})-(\d\d) (\d{1,2}):(\d\d):(\d\d) gmt$/i.exec(text);
  const asctime = /^(?:mon|tue|wed|thu|fri|sat|sun) ([a-z]{3}) ([ \d]\d) (\d{1,2}):(\d\d):(\d\d) (\d{4})$/i.exec(text);
  if (imf) return timeOf(imf[3]!, imf[2]!, imf[1]!, imf[4]!, imf[5]!, imf[6]!);
  if (rfc850) {
    const year = Number(rfc850[3]);
    return timeOf(String(year + (year >= 69 ? 1900 : 2000)), rfc850[2]!, rfc850[1]!, rfc850[4]!, rfc850[5]!, rfc850[6]!);
  }
  return asctime ? timeOf(asctime[6]!, asctime[1]!, asctime[2]!, asctime[3]!, asctime[4]!, asctime[5]!) : undefined;
}

function timeOf(year: string, month: string, day: string, hour: string, minute: string, second: string): number | undefined {
  const m = months.indexOf(month.toLowerCase()) / 3;
  const at = new Date(0);
  at.setUTCFullYear(Number(year), m, Number(day));
  at.setUTCHours(Number(hour), Number(minute), Number(second));
  const isReal = Number.isInteger(m) && m >= 0 && at.getUTCDate() === Number(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return isReal ? at.getTime() : undefined;
}

/** The seconds from a response's date, now if it has none, to an HTTP date; 0 if that is past, undefined for what is no date. */
export function secondsUntil(text: string, lines: Lines): number | undefined {
  const at = parseDate(trimSpace(text));
  if (at === undefined) return undefined;
  const now = parseDate(lines['date']?.[0] ?? '') ?? Date.now();
  return Math.max(0, (at - now) / 1000);
}
