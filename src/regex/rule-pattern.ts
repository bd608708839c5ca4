import { Matcher } from './matcher.ts';
import { type Program, programOf } from './program.ts';
import { firstOf } from './shape.ts';
import { canScan, parse } from './syntax.ts';

/** Shorter texts can't cost much. */
const SHORT = 2000;
/**
 * In longer ones the first match is looked at, and one after so many; ever fewer, as long as they cost little. (That
 * makes every 61st, 127th and so on: primes, so that a text that repeats itself isn't looked at in the same place.)
 */
const STRIDES = [60, 126, 250, 508];
/** Instructions, beyond those for what is matched, from which on a match costs much. */
const MANY = 500;

/**
 * A rule's pattern: JavaScript's own, and where that looks at much text for little again and again, a matcher that
 * remembers. So a pattern may be written as the language is described, and its cost still grows with the text's length.
 */
export class RulePattern {
  /** What a match can begin with, see firstOf. */
  readonly first: Uint8Array;
  readonly #pattern: RegExp;
  readonly #source: string;
  readonly #flags: string;
  readonly #alwaysRemembers: boolean;
  /** How often JavaScript's own is tried before the matcher is; 0 while the matcher does the work. */
  #left: number;
  #stride = 0;
  /** The matcher does the work in this text. */
  #isCostly = false;
  #program: Program | null = null;
  #text = '';
  #matcher: Matcher | null = null;

  /** `alwaysRemembers` says that JavaScript's own is never to be tried. */
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

  /** The end of the match; -1 where there is none. */
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
