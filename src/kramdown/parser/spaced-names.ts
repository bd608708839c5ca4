// Abbreviations of kramdown 2.5 in which spaces don't just stand between words. A space stands for as many separators as
// there are, at least one, and what is behind it may be one of them as well.

import { isAsciiWord } from '../characters.ts';

/** Separators in a row. */
export const SEPARATORS = /[ \t\n\v\f\r\p{Z}]+/gu;
const SEPARATOR = /[ \t\n\v\f\r\p{Z}]/u;

/** What a space in an abbreviation stands for. */
export const isSeparatorAt = (text: string, at: number): boolean => SEPARATOR.test(text.charAt(at));

/** Spaces, by their number, or what stands between them. */
type Step = number | string;

/** A name as the steps along it. */
export class SpacedName {
  readonly length: number;
  readonly #steps: readonly Step[];

  constructor(name: string) {
    this.length = name.length;
    this.#steps = (name.match(/ +|[^ ]+/g) ?? []).map((piece) => (piece.startsWith(' ') ? piece.length : piece));
  }

  /** The end of the name at a place, with `whole` one that no word character follows; -1 where there is none. */
  endAt(text: string, at: number, whole: boolean, runs: Runs): number {
    let places = [at];
    for (const [i, step] of this.#steps.entries()) {
      if (typeof step === 'string') places = places.flatMap((p) => (text.startsWith(step, p) ? [p + step.length] : []));
      else places = behindSpaces(places[0]! + step, runs.end(text, places[0]!), this.#steps[i + 1]);
      if (places.length === 0) return -1;
    }
    return places.findLast((end) => !(whole && isAsciiWord(text.charCodeAt(end)))) ?? -1;
  }
}

// All places from `from` to `end` are behind the spaces; those are left out that make no difference to what comes next.
function behindSpaces(from: number, end: number, next: Step | undefined): number[] {
  let start = from;
  if (next === undefined) start = Math.max(from, end - 1);
  else if (typeof next === 'string' && !isSeparatorAt(next, 0)) start = Math.max(from, end);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => start + i);
}

/** Where separators end; of the last ones it is remembered. */
export class Runs {
  #start = 0;
  #end = 0;

  end(text: string, at: number): number {
    if (at >= this.#start && at < this.#end) return this.#end;
    let end = at;
    while (isSeparatorAt(text, end)) end++;
    this.#start = at;
    this.#end = end;
    return end;
  }
}
