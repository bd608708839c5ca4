// Percent-encoding of a string's UTF-8 bytes.

import { encodeWithBytes } from './decode.ts';

const HEX = Array.from({ length: 256 }, (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/** Encodes every character that isn't in `kept` (a class of ASCII characters, tested one at a time). */
export function percentEncode(text: string, kept: RegExp): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) out += kept.test(character) ? character : HEX[code]!;
    else for (const byte of encodeWithBytes(character)) out += HEX[byte]!;
  }
  return out;
}

/** Encodes bytes, except those in `kept`. */
export function percentEncodeBytes(bytes: Uint8Array, kept: RegExp): string {
  let out = '';
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    out += byte < 0x80 && kept.test(character) ? character : HEX[byte]!;
  }
  return out;
}

/** The bytes of a string with its escapes decoded. Escapes in `left` (upper case) are kept as written. */
export function percentDecodeBytes(text: string, left: readonly string[] = []): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const high = hexDigit(bytes[i + 1]);
    const low = hexDigit(bytes[i + 2]);
    if (bytes[i] !== 0x25 || high < 0 || low < 0 || left.includes(HEX[high * 16 + low]!)) {
      out[length++] = bytes[i]!;
    } else {
      out[length++] = high * 16 + low;
      i += 2;
    }
  }
  return out.subarray(0, length);
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Decodes the escapes of a string; bytes that are not valid UTF-8 become U+FFFD. */
export const percentDecode = (text: string): string =>
  text.includes('%') ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(percentDecodeBytes(text)) : text;

/** Decodes UTF-8; null if the bytes are not valid. */
export function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
