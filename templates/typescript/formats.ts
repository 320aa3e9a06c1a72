// Formats of JSON Schema (Validation vocabulary, section 7.3).

/** Whether a text has a format. One that is not known here constrains nothing. */
export function hasFormat(format: string, text: string): boolean {
  switch (format) {
    case 'date-time': {
      const [, date, time] = /^(.{10})T(.*)$/.exec(text) ?? [];
      return date !== undefined && isDate(date) && isTime(time!);
    }
    case 'date':
      return isDate(text);
    case 'email':
      return isEmail(text);
    case 'ipv4':
      return isIPv4(text);
    case 'ipv6':
      return isIPv6(text);
    case 'uri':
      return /^[A-Za-z][-+.\dA-Za-z]*:/.test(text) && isReference(text);
    case 'uuid':
      return /^[\dA-Fa-f]{8}(-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/.test(text);
    case 'hostname':
      return text.length <= 253 && text.split('.').every((label) => /^(?!-)[-\dA-Za-z]{1,63}$/.test(label) && !label.endsWith('-'));
  }
  return true;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const at = new Date(0);
  at.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
}

function isTime(text: string): boolean {
  const [, hour, minute, second, , offsetHour, offsetMinute] = /^(\d{1,2}):(\d\d):(\d\d)([.,]\d+)?(?:Z|[-+](\d\d):(\d\d))$/.exec(text) ?? [];
  return Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && Number(offsetHour ?? 0) <= 24 && Number(offsetMinute ?? 0) <= 60;
}

function isEmail(text: string): boolean {
  const atom = "[\\w!#$%&'*+/=?^`{|}~\\u0080-\\u{10ffff}-]+";
  return new RegExp(`^(?:${atom}(?:\\.${atom})*)@${atom}(?:\\.${atom})*$`, 'u').test(text);
}

function isIPv4(text: string): boolean {
  return /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) < 256 && String(Number(part)) === part);
}

function isIPv6(text: string): boolean {
  const [address = '', zone] = text.split(/%(.*)/s);
  if (zone === '') return false;
  const halves = address.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1] ?? '';
  const isMixed = last.includes('.');
  if (isMixed && (!isIPv4(last) || address.endsWith('::'))) return false;
  const hex = isMixed ? groups.slice(0, -1) : groups;
  const n = hex.length + (isMixed ? 2 : 0);
  return hex.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group)) && (halves.length === 2 ? n < 8 : n === 8);
}

/** isReference reports whether a text can be read as a URI reference: no controls, no broken escapes. */
function isReference(text: string): boolean {
  if (/[\0-\x1f\x7f]/.test(text)) return false;
  const [beforeFragment = '', fragment = ''] = text.split(/#(.*)/s);
  const path = beforeFragment.split('?', 1)[0]!;
  return !/%(?![\dA-Fa-f]{2})/.test(path + fragment) && !path.startsWith(':') && !/^[^/?#A-Za-z][^/?#]*:/.test(path);
}
