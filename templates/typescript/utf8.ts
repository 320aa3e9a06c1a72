// Bytes as text.

declare const TextDecoder: new (label: string, options: { fatal: boolean; ignoreBOM: boolean }) => { decode(bytes: Uint8Array): string };

/** The text of bytes in UTF-8. Each byte that is none becomes U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    let text = '';
    for (let i = 0; i < bytes.length; ) {
      const n = lengthAt(bytes, i);
      text += n === 0 ? '\ufffd' : String.fromCodePoint(codeAt(bytes, i, n));
      i += n || 1;
    }
    return text;
  }
}

/** lengthAt is the length of the character at a place, 0 if there is none (RFC 3629 section 4). */
function lengthAt(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!;
  if (first < 0x80) return 1;
  const n = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let k = 1; k < n; k++) {
    const b = bytes[i + k] ?? 0;
    if (b < (k === 1 ? low : 0x80) || b > (k === 1 ? high : 0xbf)) return 0;
  }
  return n;
}

function codeAt(bytes: Uint8Array, i: number, n: number): number {
  let code = n === 1 ? bytes[i]! : bytes[i]! & (0xff >> (n + 1));
  for (let k = 1; k < n; k++) code = (code << 6) | (bytes[i + k]! & 0x3f);
  return code;
}
