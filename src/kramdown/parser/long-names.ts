// Rolling hashes for very long abbreviations: comparing such a name at every offset would be quadratic.

import { isAsciiWord } from '../characters.ts';
import { isSeparatorAt, SEPARATORS } from './spaced-names.ts';

// Two moduli, small enough that products stay exact; both remainders together form the key.
const MODULI = [67_108_859, 67_108_837] as const;
const BASES = [1_299_709, 15_485_863] as const;

/** The hashes of all prefixes of a string, for one modulus. */
function hashes(text: string, which: 0 | 1): Float64Array {
  const result = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    result[i + 1] = (result[i]! * BASES[which] + text.charCodeAt(i) + 1) % MODULI[which];
  }
  return result;
}

/** A match: its end, and the length of the name. */
export interface Found {
  readonly end: number;
  readonly length: number;
}

/** Names grouped by length. */
export class LongNames {
  readonly #flexible: boolean;
  readonly #byLength = new Map<number, Set<number>>();
  /** Longest first. */
  #lengths: number[] = [];
  readonly #powers = new Map<number, readonly [number, number]>();
  #text: HashedText | null = null;

  /** @param flexible whether a space matches any run of separators */
  constructor(flexible: boolean) {
    this.#flexible = flexible;
  }

  add(name: string): void {
    const { length } = name;
    let set = this.#byLength.get(length);
    if (!set) {
      set = new Set();
      this.#byLength.set(length, set);
      this.#lengths = [...this.#byLength.keys()].sort((a, b) => b - a);
      this.#powers.set(length, [power(length, 0), power(length, 1)]);
    }
    set.add(key(hashes(name, 0)[length]!, hashes(name, 1)[length]!));
  }

  /** The longest name at an offset, or null. With `whole`, no word character may follow it. */
  longestAt(text: string, at: number, whole: boolean): Found | null {
    if (text !== this.#text?.original) this.#text = new HashedText(text, this.#flexible);
    const hashed = this.#text;
    const start = hashed.placeOf(at);
    for (const length of this.#lengths) {
      const end = start + length;
      if (end > hashed.text.length || (whole && isAsciiWord(hashed.text.charCodeAt(end)))) continue;
      const [first, second] = this.#powers.get(length)!;
      if (this.#byLength.get(length)!.has(hashed.key(start, end, first, second))) {
        return { end: hashed.originalOf(end), length };
      }
    }
    return null;
  }
}

/** A string with the hashes of its prefixes. */
class HashedText {
  readonly original: string;
  /** If names are flexible, each run of separators is replaced with one space. */
  readonly text: string;
  readonly #hashes: readonly [Float64Array, Float64Array];
  // Maps offsets in `text` to offsets in the original.
  readonly #places: Uint32Array | null = null;
  readonly #originals: Uint32Array | null = null;

  constructor(original: string, flexible: boolean) {
    this.original = original;
    this.text = original;
    if (flexible) {
      this.text = original.replace(SEPARATORS, ' ');
      this.#places = new Uint32Array(original.length + 1);
      this.#originals = new Uint32Array(this.text.length + 1);
      let to = 0;
      for (let at = 0; at <= original.length; at++) {
        if (at > 0 && !(isSeparatorAt(original, at) && isSeparatorAt(original, at - 1))) {
          to++;
          this.#originals[to] = at;
        }
        this.#places[at] = to;
      }
    }
    this.#hashes = [hashes(this.text, 0), hashes(this.text, 1)];
  }

  placeOf(original: number): number {
    return this.#places ? this.#places[original]! : original;
  }

  originalOf(place: number): number {
    return this.#originals ? this.#originals[place]! : place;
  }

  key(start: number, end: number, first: number, second: number): number {
    const [a, b] = this.#hashes;
    return key(
      (a[end]! - ((a[start]! * first) % MODULI[0]) + MODULI[0]) % MODULI[0],
      (b[end]! - ((b[start]! * second) % MODULI[1]) + MODULI[1]) % MODULI[1],
    );
  }
}

const key = (first: number, second: number) => first * 2 ** 26 + second;

function power(n: number, which: 0 | 1): number {
  let result = 1;
  for (let i = 0; i < n; i++) result = (result * BASES[which]) % MODULI[which];
  return result;
}
