// Sorts names by their UTF-8 bytes, as Ruby sorts strings.

/** Where UTF-16 and UTF-8 order differ: surrogates sort below U+E000 to U+FFFF in UTF-16, above them in UTF-8. */
const TELLS_APART = /[\ud800-\uffff]/;

/** Sorts in place. */
export function sortNames(names: string[]): string[] {
  return names.some((name) => TELLS_APART.test(name)) ? names.sort(byCodePoint) : names.sort();
}

function byCodePoint(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
