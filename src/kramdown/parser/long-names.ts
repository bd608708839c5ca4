// Abbreviations that are very long: found by their hashes, since to go along one from each place of a text like it takes the
// square of its length.

// Two remainders, of which the products of two are exact; together they make a key.
const MODULI = [67_108_859, 67_108_837] as const;
const BASES = [1_299_709, 15_485_863] as const;

/** A text's hashes up to each place, for one modulus. */
function hashes(text: string, which: 0 | 1): Float64Array {
  const result = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    result[i + 1] = (result[i]! * BASES[which] + text.charCodeAt(i) + 1) % MODULI[which];
  }
  return result;
}

/** Names, by their lengths. */
export class LongNames {
  readonly #byLength = new Map<number, Set<number>>();
  /** From the longest on. */
  #lengths: number[] = [];
  #powers = new Map<number, readonly [number, number]>();
  #text = '';
  #hashes: readonly [Float64Array, Float64Array] | null = null;

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

  /** The end of the longest name at a place that `accept` takes; -1 where there is none. */
  longestAt(text: string, at: number, accept: (end: number) => boolean): number {
    for (const length of this.#lengths) {
      const end = at + length;
      if (end > text.length || !accept(end)) continue;
      const [first, second] = this.#hashesOf(text);
      const [p, q] = this.#powers.get(length)!;
      const found = key(
        (first[end]! - ((first[at]! * p) % MODULI[0]) + MODULI[0]) % MODULI[0],
        (second[end]! - ((second[at]! * q) % MODULI[1]) + MODULI[1]) % MODULI[1],
      );
      if (this.#byLength.get(length)!.has(found)) return end;
    }
    return -1;
  }

  #hashesOf(text: string): readonly [Float64Array, Float64Array] {
    if (!this.#hashes || text !== this.#text) {
      this.#text = text;
      this.#hashes = [hashes(text, 0), hashes(text, 1)];
    }
    return this.#hashes;
  }
}

const key = (first: number, second: number) => first * 2 ** 26 + second;

function power(n: number, which: 0 | 1): number {
  let result = 1;
  for (let i = 0; i < n; i++) result = (result * BASES[which]) % MODULI[which];
  return result;
}
