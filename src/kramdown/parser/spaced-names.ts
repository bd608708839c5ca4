// Abbreviations in kramdown 2.5 with leading, trailing, repeated or special spaces. A space matches one or more
// separators, and whatever follows it may match separators, too.

import { isAsciiWord } from '../characters.ts';

/** A run of separators. */
export const SEPARATORS = /[ \t\n\v\f\r\p{Z}]+/gu;
const SEPARATOR = /[ \t\n\v\f\r\p{Z}]/u;

/** Whether the character matches a space in an abbreviation. */
export const isSeparatorAt = (text: string, at: number): boolean => SEPARATOR.test(text.charAt(at));

/** The number of consecutive spaces, or the string between spaces. */
type Step = number | string;

/** A name, split into steps. */
export class SpacedName {
  readonly length: number;
  readonly #steps: readonly Step[];

  constructor(name: string) {
    this.length = name.length;
    this.#steps = (name.match(/ +|[^ ]+/g) ?? []).map((piece) => (piece.startsWith(' ') ? piece.length : piece));
  }

  /** The end of the name at an offset, or -1. With `whole`, no word character may follow it. */
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

// All offsets from `from` to `end` may follow the spaces; those that make no difference to the next step are left out.
function behindSpaces(from: number, end: number, next: Step | undefined): number[] {
  let start = from;
  if (next === undefined) start = Math.max(from, end - 1);
  else if (typeof next === 'string' && !isSeparatorAt(next, 0)) start = Math.max(from, end);
  return Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => start + i);
}

/** Finds the ends of runs of separators, and caches the last run. */
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
