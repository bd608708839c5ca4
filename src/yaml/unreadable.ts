// Characters that libyaml's reader rejects. It reads 16 KiB at a time, so errors before the chunk with such a character
// are reported first.

import { YamlFault } from './cursor.ts';

const UNREADABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
const PIECE = 16384;

/** The text before the chunk that has an invalid character, and libyaml's error for it. */
export function readable(text: string): { text: string; fault: YamlFault | null } {
  const at = text.search(UNREADABLE);
  if (at < 0) return { text, fault: null };
  return {
    text: text.slice(0, pieceStart(text, at)),
    fault: new YamlFault('control characters are not allowed', '', 0, at),
  };
}

// Chunks hold at most PIECE bytes, and end with a complete character.
function pieceStart(text: string, at: number): number {
  let start = 0;
  let bytes = 0;
  for (let i = 0; i <= at; ) {
    const code = text.codePointAt(i)!;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + width > PIECE) {
      start = i;
      bytes = 0;
    }
    bytes += width;
    i += width === 4 ? 2 : 1;
  }
  return start;
}
