// Chooses between JavaScript's regular expressions and the matcher with linear cost.

import { Matcher } from './matcher.ts';
import { type Program, programOf } from './program.ts';
import { firstOf } from './shape.ts';
import { canScan, parse } from './syntax.ts';

/** Shorter inputs can't cost much, so they aren't measured. */
const SHORT = 2000;
/**
 * In longer inputs the first match is measured, then one in so many; fewer and fewer while they stay cheap. (Every
 * 61st, 127th and so on: primes, so that repetitive input isn't always measured in the same place.)
 */
const STRIDES = [60, 126, 250, 508];
/** A match is expensive if it takes more instructions than this, plus eight for each character matched. */
const MANY = 500;

/**
 * A lexer rule's pattern. It runs on JavaScript's own engine until measurements show that it backtracks a lot, then on
 * the matcher that remembers failures. So lexers may write patterns freely, and the cost still grows linearly.
 */
export class RulePattern {
  /** The characters that a match can start with (see firstOf). */
  readonly first: Uint8Array;
  readonly #pattern: RegExp;
  readonly #source: string;
  readonly #flags: string;
  readonly #alwaysRemembers: boolean;
  /**
   * How many matches JavaScript's engine may do before the next one is measured; 0 once the matcher does all of them.
   */
  #left: number;
  #stride = 0;
  /** Whether all matches in the current text use the matcher. */
  #isCostly = false;
  #program: Program | null = null;
  #text = '';
  #matcher: Matcher | null = null;

  /** With `alwaysRemembers`, only the matcher is used. */
  constructor(source: string, flags: string, alwaysRemembers = false) {
    const { whole } = parse(source);
    this.#pattern = new RegExp(source, flags);
    this.#source = source;
    this.#flags = flags;
    this.first = firstOf(whole, flags);
    this.#alwaysRemembers = alwaysRemembers;
    this.#left = canScan(whole) ? 0 : Number.POSITIVE_INFINITY;
  }

  exec(text: string, at: number): RegExpExecArray | null {
    if (this.#left-- <= 0) return this.#slow(text, at);
    this.#pattern.lastIndex = at;
    return this.#pattern.exec(text);
  }

  /** Where the match ends, or -1. */
  end(text: string, at: number): number {
    if (this.#left-- <= 0) {
      const match = this.#slow(text, at);
      return match === null ? -1 : at + match[0].length;
    }
    this.#pattern.lastIndex = at;
    return this.#pattern.test(text) ? this.#pattern.lastIndex : -1;
  }

  #slow(text: string, at: number): RegExpExecArray | null {
    if (text.length < SHORT && !this.#alwaysRemembers) {
      this.#left = 0;
      this.#pattern.lastIndex = at;
      return this.#pattern.exec(text);
    }
    if (this.#matcher === null || text !== this.#text) {
      this.#program ??= programOf(this.#source, this.#flags);
      this.#matcher = new Matcher(this.#program, this.#flags, text);
      this.#text = text;
      this.#isCostly = this.#alwaysRemembers;
      this.#stride = 0;
    }
    const match = this.#matcher.exec(at);
    this.#isCostly ||= this.#matcher.steps > MANY + 8 * (match?.[0].length ?? 0);
    this.#left = this.#isCostly ? 0 : STRIDES[this.#stride]!;
    if (this.#stride < STRIDES.length - 1) this.#stride++;
    return match;
  }
}
