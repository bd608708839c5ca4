// Decodes bytes to strings, and encodes strings with invalid bytes.

import { BuildError, type Source } from '../diagnostics/diagnostic.ts';
import { isAscii } from './encodings.ts';

/**
 * Decodes a named encoding (the names of the Encoding standard), without a byte order mark.
 * @throws BuildError 'not-utf-8' or 'unknown-encoding'
 */
export function decode(bytes: Uint8Array, encoding: string, path: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch (cause) {
    const hint = 'Set `encoding: utf-8` in _config.yml, or another encoding that browsers know.';
    throw new BuildError({ code: 'unknown-encoding', message: `Unknown encoding '${encoding}'`, path, hint }, cause);
  }
  try {
    const text = decoder.decode(bytes);
    if (!isAscii(encoding) || /^[\0-\x7f]*$/.test(text)) return text;
    throw new RangeError('not ASCII');
  } catch (cause) {
    const text = new TextDecoder(encoding).decode(bytes);
    const at = isAscii(encoding) ? text.search(/[^\0-\x7f]/) : validLength(bytes, encoding);
    throw invalidBytes({ path, text }, at, encoding, cause);
  }
}

/** The error 'not-utf-8' for the character at an offset, in UTF-16 units. */
export const invalidBytes = (source: Source, at: number, encoding = 'utf-8', cause?: unknown): BuildError =>
  new BuildError(
    {
      code: 'not-utf-8',
      message: `The file is not valid ${encoding.toUpperCase()}`,
      span: { source, start: at, end: at + 1 },
      hint: 'Save the file as UTF-8 in your editor, or name its encoding with `encoding:` in _config.yml.',
    },
    cause,
  );

/** How many UTF-16 units of text come before the first byte that is invalid in the encoding. */
function validLength(bytes: Uint8Array, encoding: string): number {
  const prefix = (length: number): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (prefix(middle) === null) bad = middle;
    else good = middle;
  }
  return prefix(good)!.length;
}

/**
 * Decodes bytes that are only partly UTF-8. Each invalid byte becomes a lone surrogate, U+DC80 to U+DCFF, which {@link
 * encodeWithBytes} turns back into the byte. A byte order mark is dropped, as in `decode`.
 */
export function decodeWithBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeByteByByte(bytes);
  }
}

function decodeByteByByte(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const [, second, third] = bytes;
  let from = bytes[0] === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  let text = '';
  for (let at = from; at <= bytes.length; ) {
    const length = at < bytes.length ? sequenceLength(bytes, at) : 0;
    if (length > 0) {
      at += length;
      continue;
    }
    text += decoder.decode(bytes.subarray(from, at));
    if (at < bytes.length) text += String.fromCharCode(0xdc00 + bytes[at]!);
    from = ++at;
  }
  return text;
}

/** Encodes as UTF-8; the lone surrogates of {@link decodeWithBytes} become the invalid bytes that they stand for. */
export function encodeWithBytes(text: string): Uint8Array {
  const encoder = new TextEncoder();
  const parts = text.split(/([\udc80-\udcff])/u);
  const encoded = parts.map((part, i) =>
    i % 2 === 1 ? Uint8Array.of(part.charCodeAt(0) - 0xdc00) : encoder.encode(part),
  );
  const bytes = new Uint8Array(encoded.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of encoded) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The length in bytes of the UTF-8 sequence that starts here; 0 if none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    // The second byte excludes overlong sequences, surrogates and numbers above U+10FFFF.
    const least = i === 1 && first === 0xe0 ? 0xa0 : i === 1 && first === 0xf0 ? 0x90 : 0x80;
    const most = i === 1 && first === 0xed ? 0x9f : i === 1 && first === 0xf4 ? 0x8f : 0xbf;
    if (byte < least || byte > most) return 0;
  }
  return length;
}
