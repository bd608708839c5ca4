// Characters and bytes that libyaml's reader rejects. It reads 16 KiB at a time, so errors before the chunk with such a
// character are reported first.

import { InvalidByte, YamlFault } from './cursor.ts';

// Invalid bytes are lone surrogates (decodeWithBytes).
const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|(?<![\ud800-\udbff])[\udc80-\udcff]/;
const PIECE = 16384;

/** The text before the chunk that has an invalid character or byte, and the error for it. */
export function readable(text: string): { text: string; fault: YamlFault | InvalidByte | null } {
  const at = text.search(UNREADABLE);
  if (at < 0) return { text, fault: null };
  return {
    text: text.slice(0, pieceStart(text, at)),
    fault: isByte(text.charCodeAt(at))
      ? new InvalidByte(at)
      : new YamlFault('control characters are not allowed', '', 0, at),
  };
}

// Chunks hold at most PIECE bytes, and end with a complete character.
function pieceStart(text: string, at: number): number {
  let start = 0;
  let bytes = 0;
  for (let i = 0; i < at; ) {
    const code = text.codePointAt(i)!;
    const width = byteLength(code);
    if (bytes + width > PIECE) {
      start = i;
      bytes = 0;
    }
    bytes += width;
    i += width === 4 ? 2 : 1;
  }
  const first = text.codePointAt(at)!;
  const wanted = isByte(first) ? announcedLength(first & 0xff) : byteLength(first);
  // At the end of the file, too, libyaml only misses bytes when it reads on.
  return bytes + wanted > PIECE || wanted > bytesFrom(text, at, wanted) ? at : start;
}

const isByte = (code: number): boolean => code >= 0xdc80 && code <= 0xdcff;

const byteLength = (code: number): number =>
  code < 0x80 || isByte(code) ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;

/** The length of a character by its first byte: libyaml waits for so many bytes before it judges them. */
const announcedLength = (byte: number): number =>
  byte >= 0xf8 || byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;

/** The number of bytes from an offset on; counted no further than `most`. */
function bytesFrom(text: string, offset: number, most: number): number {
  let bytes = 0;
  for (let i = offset; i < text.length && bytes < most; i++) bytes += byteLength(text.codePointAt(i)!);
  return bytes;
}
