// JSON values as they are received: those of JSON.parse, but that no digit is lost.

/** A number that JavaScript's number does not hold exactly. */
export class Big {
  readonly digits: string;

  constructor(digits: string) {
    this.digits = digits;
  }
}

export type Value = null | boolean | number | string | Big | readonly Value[] | Members;
export type Members = { readonly [name: string]: Value };

export const nullType = 1;
export const boolType = 2;
export const integerType = 4;
export const numberType = 8;
export const stringType = 16;
export const arrayType = 32;
export const objectType = 64;

// What JSON.parse may not have as it was: long numbers, great exponents, halves of
// characters. Eight places are written out, since by those a search takes great steps.
const mayLose = /\d[\d.][\d.][\d.][\d.][\d.][\d.][\d.][\d.]{8}|\d[eE][-+\d]\d\d|\\u[dD][89a-fA-F]/;

const maxDepth = 10000;

/** The value of a JSON text (RFC 8259), undefined for what is none or nests too deep. */
export function read(text: string): Value | undefined {
  try {
    const value = JSON.parse(text) as Value;
    return text.length > maxDepth * 2 || mayLose.test(text) ? readExactly(text) : value;
  } catch {
    return undefined;
  }
}

/** readExactly reads a JSON text that is one. It needs no stack for what nests. */
function readExactly(text: string): Value | undefined {
  let root: Value | undefined;
  let name: string | undefined;
  const open: (Value[] | { [name: string]: Value })[] = [];
  const put = (value: Value) => {
    const within = open[open.length - 1];
    if (!within) root = value;
    else if (Array.isArray(within)) within.push(value);
    else {
      setMember(within, name!, value);
      name = undefined;
    }
  };
  for (let i = 0; i < text.length; ) {
    const c = text[i]!;
    const end = c === '"' ? stringEnd(text, i) : endOf(text, i);
    const source = text.slice(i, end);
    i = end;
    if (c === '{' || c === '[') {
      const made = c === '[' ? [] : {};
      put(made);
      if (open.push(made) > maxDepth) return undefined;
    } else if (c === '}' || c === ']') open.pop();
    else if (c === '"') {
      const s = (JSON.parse(source) as string).replace(/\p{Surrogate}/gu, '\ufffd');
      const within = open[open.length - 1];
      if (within && !Array.isArray(within) && name === undefined) name = s;
      else put(s);
    } else if (c === '-' || c >= '0' && c <= '9') put(numberOf(source));
    else if (c >= 'f' && c <= 't') put(JSON.parse(source) as Value);
  }
  return root;
}

const token = /[-+.\w]+|[^]/y;

/** endOf is where a number or a word ends that begins at i; what else is there is one long. */
function endOf(text: string, i: number): number {
  token.lastIndex = i;
  token.test(text);
  return token.lastIndex;
}

/** stringEnd is where the string ends that begins at i. */
function stringEnd(text: string, i: number): number {
  for (;;) {
    i = text.indexOf('"', i + 1);
    let slashes = 0;
    while (text[i - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return i + 1;
  }
}

/** numberOf is a number, with its digits if they would be lost. */
function numberOf(digits: string): number | Big {
  const n = Number(digits);
  return Math.abs(n) > 2 ** 53 || !isExact(n, digits) ? new Big(digits) : n;
}

/** Whether a number holds all that digits say. */
export function isExact(n: number, digits: string): boolean {
  return Number.isFinite(n) && (digits.length < 16 || String(n) === digits.toLowerCase());
}

/** setMember sets a member that is the object's own, whatever its name. */
export function setMember(o: object, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(o, name, { value, enumerable: true, configurable: true, writable: true });
  else (o as { [name: string]: unknown })[name] = value;
}

export function isMembers(v: Value | undefined): v is Members {
  return typeof v === 'object' && v !== null && !Array.isArray(v) && !(v instanceof Big);
}

export function isList(v: Value | undefined): v is readonly Value[] {
  return Array.isArray(v);
}

/** The member of an object with a name, undefined if there is none. */
export function memberOf<T>(o: { readonly [name: string]: T }, name: string): T | undefined {
  return Object.prototype.hasOwnProperty.call(o, name) ? o[name] : undefined;
}

/** The set of JSON types that a value has. */
export function typeOf(v: Value): number {
  switch (typeof v) {
    case 'string':
      return stringType;
    case 'boolean':
      return boolType;
    case 'number':
      return Number.isInteger(v) && Math.abs(v) <= 2 ** 53 ? integerType | numberType : numberType;
  }
  if (v === null) return nullType;
  if (v instanceof Big) return integerText(v.digits) === undefined ? numberType : integerType | numberType;
  return Array.isArray(v) ? arrayType : objectType;
}

/** The shortest form of a JSON number that is an integer by value, undefined if it is none. */
export function integerText(s: string): string | undefined {
  if (isInteger(s)) return s;
  const n = isNumber(s) ? Number(s) : NaN;
  return Number.isInteger(n) && Math.abs(n) <= 2 ** 53 ? textOfNumber(n) : undefined;
}

function textOfNumber(n: number): string {
  return Object.is(n, -0) ? '-0' : String(n);
}

export const isInteger = (s: string): boolean => /^-?(0|[1-9]\d*)$/.test(s);
export const isNumber = (s: string): boolean => /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(s);

/** A value as text: a string itself, a number in its shortest form, else its JSON. */
export function textOf(v: Value): string {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return String(v);
  return v instanceof Big ? plainNumber(v.digits) : JSON.stringify(v);
}

/** A number is sign × 0.digits × 10^point; its first and last digits are not 0, and 0 has none. */
interface Decimal {
  readonly sign: number;
  readonly point: number;
  readonly digits: string;
}

const maxPower = 2 ** 52;

function decimalOf(s: string): Decimal {
  const [, minus, whole = '', fraction = '', power] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(s)!;
  const all = whole + fraction;
  const digits = all.replace(/^0+/, '');
  if (!digits) return { sign: 0, point: 0, digits };
  const exponent = Math.max(-maxPower, Math.min(Number(power ?? 0), maxPower));
  return { sign: minus ? -1 : 1, point: exponent + whole.length - (all.length - digits.length), digits: digits.replace(/0+$/, '') };
}

/** Compares two JSON numbers by value, exactly. */
export function compareNumbers(a: string, b: string): number {
  if (a.length < 16 && b.length < 16 && !/e/i.test(a + b)) return Number(a) - Number(b);
  const x = decimalOf(a);
  const y = decimalOf(b);
  if (x.sign !== y.sign) return x.sign - y.sign;
  if (x.point !== y.point) return x.sign * (x.point - y.point);
  return x.digits === y.digits ? 0 : x.digits < y.digits ? -x.sign : x.sign;
}

/** The shortest form of a JSON number, the same for all of its value. What is no number stays as it is. */
export function plainNumber(s: string): string {
  if (isInteger(s) && s !== '-0' || !isNumber(s)) return s;
  const { sign, point, digits } = decimalOf(s);
  const minus = sign < 0 ? '-' : '';
  const n = digits.length;
  if (n === 0) return '0';
  if (point < -5 || point > 21) {
    const fraction = n > 1 ? '.' + digits.slice(1) : '';
    return minus + digits[0] + fraction + 'e' + (point < 1 ? '' : '+') + (point - 1);
  }
  if (point <= 0) return minus + '0.' + '0'.repeat(-point) + digits;
  if (point < n) return minus + digits.slice(0, point) + '.' + digits.slice(point);
  return minus + digits + '0'.repeat(point - n);
}

/** Whether two JSON texts of scalars are equal, numbers by value. */
export function sameText(a: string, b: string): boolean {
  return a === b || isNumber(a) && isNumber(b) && compareNumbers(a, b) === 0;
}

/** Whether a value is the one that a JSON text of the catalog has. */
export function sameValue(v: Value, constant: string): boolean {
  return typeof v === 'boolean' ? String(v) === constant : equal(v, read(constant));
}

function equal(a: Value, b: Value | undefined): boolean {
  if (typeof a === 'number' || a instanceof Big) {
    return (typeof b === 'number' || b instanceof Big) && compareNumbers(digitsOf(a), digitsOf(b)) === 0;
  }
  if (isList(a)) return isList(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isMembers(a)) return a === b;
  const names = Object.keys(a);
  return isMembers(b) && names.length === Object.keys(b).length && names.every((name) => equal(a[name]!, memberOf(b, name)));
}

export function digitsOf(n: number | Big): string {
  return typeof n === 'number' ? textOfNumber(n) : n.digits;
}
