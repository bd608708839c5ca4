// Git's index (gitformat-index): the names of tracked files.

/** Bytes of an entry before the object's hash. */
const STAT = 40;
const EXTENDED = 0x4000;
const NUL = 0;

/**
 * Whether the index has an entry for this path or below it. Versions 2 to 4; a truncated index or another version
 * tracks nothing.
 * @param path relative to the checkout, with '/' as separator
 * @param hashSize bytes of a hash: 20 for SHA-1, 32 for SHA-256
 */
export function isInIndex(index: Uint8Array, path: string, hashSize: number): boolean {
  const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
  if (index.length < 12 || decoder.decode(index.subarray(0, 4)) !== 'DIRC') return false;
  const version = view.getUint32(4);
  if (version < 2 || version > 4) return false;
  const wanted = new TextEncoder().encode(path);
  let name: Uint8Array = new Uint8Array();
  let at = 12;
  for (let left = view.getUint32(8); left > 0; left--) {
    const start = at;
    if (at + STAT + hashSize + 2 > index.length) return false;
    const flags = view.getUint16(at + STAT + hashSize);
    at += STAT + hashSize + (version > 2 && (flags & EXTENDED) !== 0 ? 4 : 2);
    let kept = 0;
    if (version === 4) {
      const [removed, next] = variableNumber(index, at);
      kept = Math.max(0, name.length - removed);
      at = next;
    }
    const end = index.indexOf(NUL, at);
    if (end < 0) return false;
    const suffix = index.subarray(at, end);
    if (kept === 0) name = suffix;
    else {
      const whole = new Uint8Array(kept + suffix.length);
      whole.set(name.subarray(0, kept));
      whole.set(suffix, kept);
      name = whole;
    }
    if (isAtOrBelow(name, wanted)) return true;
    at = version === 4 ? end + 1 : start + ((end - start + 8) & ~7);
  }
  return false;
}

/** The hash of the index that this one extends ('link', a split index), in hexadecimal; null if it is complete. */
export function sharedIndex(index: Uint8Array, hashSize: number): string | null {
  const at = lastIndexOf(index, new TextEncoder().encode('link'));
  const hash = index.subarray(at + 8, at + 8 + hashSize);
  if (at < 0 || hash.every((byte) => byte === 0)) return null;
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const SLASH = 0x2f;
const decoder = new TextDecoder();

function isAtOrBelow(name: Uint8Array, path: Uint8Array): boolean {
  if (name.length < path.length || (name.length > path.length && name[path.length] !== SLASH)) return false;
  return path.every((byte, i) => name[i] === byte);
}

/** A number in groups of seven bits, highest first, each further group adding one (gitformat-pack). */
function variableNumber(bytes: Uint8Array, start: number): [value: number, next: number] {
  let at = start;
  let byte = bytes[at++] ?? 0;
  let value = byte & 127;
  while ((byte & 128) !== 0 && at < bytes.length) {
    byte = bytes[at++]!;
    value = (value + 1) * 128 + (byte & 127);
  }
  return [value, at];
}

function lastIndexOf(bytes: Uint8Array, part: Uint8Array): number {
  for (let at = bytes.length - part.length; at >= 0; at--)
    if (part.every((byte, i) => bytes[at + i] === byte)) return at;
  return -1;
}
