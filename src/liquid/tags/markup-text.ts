// A long markup string that a template edits repeatedly, as in layouts that squeeze whitespace out of HTML: two
// replacements for each element name, each of which would otherwise scan and copy the whole string.

import { RubyObject } from '../../ruby/values.ts';

/** A replacement, with pattern and result each split at their only `<`. */
export interface Edit {
  readonly before: string;
  readonly after: string;
  readonly newBefore: string;
  readonly newAfter: string;
}

/** Null if the replacement can't be applied to single pieces. */
export function editOf(pattern: string, replacement: string): Edit | null {
  const at = pattern.indexOf('<');
  const to = replacement.indexOf('<');
  if (at < 0 || to < 0 || replacement.includes('\\')) return null;
  const edit = {
    before: pattern.slice(0, at),
    after: pattern.slice(at + 1),
    newBefore: replacement.slice(0, to),
    newAfter: replacement.slice(to + 1),
  };
  // A bare `<` or `</` can be followed by anything, so the index can't narrow down the places.
  if (edit.after === '' || edit.after === '/' || edit.after.includes('<') || edit.newAfter.includes('<')) return null;
  return edit;
}

const SLASH = 47;

/** Four characters from a position, packed one per byte: 0 after the end, 255 for characters that don't fit. */
function head(text: string, from: number, to: number): number {
  let bits = 0;
  for (let at = Math.min(from + 4, to) - 1; at >= from; at--) {
    const unit = text.charCodeAt(at);
    bits = (bits << 8) | Math.min(unit, 0xff);
  }
  return bits;
}

/** Strings that their head identifies completely. */
const IN_HEAD = /^[\x01-\xfe]{1,4}$/;

/** The first character of a head, or the one after a slash. */
const keyOf = (bits: number): number => ((bits & 0xff) === SLASH ? 0x100 | ((bits >> 8) & 0xff) : bits & 0xff);

/** The string as pieces between its `<`. It belongs to one variable, and all readers see a string. */
export class MarkupText extends RubyObject {
  readonly className = 'String';
  /** The original string. */
  readonly #base: string;
  /** The range in it of each piece … */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  /** … or the piece's replacement. */
  readonly #own: (string | null)[];
  readonly #heads: number[] = [];
  /** The indexes of pieces after a `<`, by the keys of their heads. */
  #places: Map<number, number[]> | null = null;
  #text: string | null;
  length: number;

  constructor(text: string) {
    super();
    this.#base = text;
    this.#text = text;
    this.length = text.length;
    for (let from = 0, to = 0; to < text.length; from = to + 1) {
      const at = text.indexOf('<', from);
      to = at < 0 ? text.length : at;
      this.#from.push(from);
      this.#to.push(to);
      this.#heads.push(head(text, from, to));
    }
    this.#own = new Array(this.#to.length).fill(null);
  }

  override toLiquid(): string {
    this.#text ??= this.#join();
    return this.#text;
  }

  override toS(): string {
    return this.toLiquid();
  }

  // Consecutive unchanged pieces are also adjacent in the original string.
  #join(): string {
    let text = '';
    const { length } = this.#to;
    for (let i = 0; i < length; i++) {
      if (i > 0) text += '<';
      const own = this.#own[i]!;
      if (own !== null) {
        text += own;
        continue;
      }
      const from = this.#from[i]!;
      while (i + 1 < length && this.#own[i + 1] === null && this.#from[i + 1] === this.#to[i]! + 1) i++;
      text += this.#base.slice(from, this.#to[i]!);
    }
    return text;
  }

  #piece(i: number): string {
    return this.#own[i] ?? this.#base.slice(this.#from[i]!, this.#to[i]!);
  }

  #lengthOf(i: number): number {
    return this.#own[i]?.length ?? this.#to[i]! - this.#from[i]!;
  }

  #startsWith(i: number, text: string): boolean {
    const own = this.#own[i]!;
    if (own !== null) return own.startsWith(text);
    const from = this.#from[i]!;
    return this.#to[i]! - from >= text.length && this.#base.startsWith(text, from);
  }

  // The string has no `<` and isn't longer than the piece.
  #endsWith(i: number, text: string): boolean {
    return this.#own[i]?.endsWith(text) ?? this.#base.startsWith(text, this.#to[i]! - text.length);
  }

  /** String#gsub, from left to right. */
  replace(edit: Edit): void {
    const { before, after, newBefore, newAfter } = edit;
    this.#places ??= this.#index();
    const wanted = head(after, 0, after.length);
    const places = this.#places.get(keyOf(wanted));
    if (places === undefined) return;
    const mask = after.length < 4 ? (1 << (8 * after.length)) - 1 : -1;
    const sure = IN_HEAD.test(after);
    const heads = this.#heads;
    let last = -1;
    let moved = false;
    let count = 0;
    for (const i of places) {
      if ((heads[i]! & mask) !== wanted || !(sure || this.#startsWith(i, after))) continue;
      // The result of the previous match isn't matched again.
      const free = this.#lengthOf(i - 1) - (last === i - 1 ? newAfter.length : 0);
      if (free < before.length || (before !== '' && !this.#endsWith(i - 1, before))) continue;
      if (newBefore !== before) moved = this.#changeEnd(i - 1, before, newBefore) || moved;
      if (newAfter !== after) moved = this.#changeStart(i, after, newAfter) || moved;
      last = i;
      count++;
    }
    if (count === 0) return;
    this.#text = null;
    this.length += count * (newBefore.length + newAfter.length - before.length - after.length);
    if (moved) this.#places = null;
  }

  /** Whether the piece now belongs under another key. */
  #changeEnd(i: number, before: string, newBefore: string): boolean {
    const length = this.#lengthOf(i) - before.length;
    if (newBefore === '' && this.#own[i] === null) this.#to[i]! -= before.length;
    else this.#own[i] = this.#piece(i).slice(0, length) + newBefore;
    // Only a piece that has become very short may have a different head.
    return length < 4 && this.#moves(i);
  }

  #changeStart(i: number, after: string, newAfter: string): boolean {
    const whole = this.#own[i] === null && this.#lengthOf(i) === after.length;
    if (whole && after.startsWith(newAfter)) this.#to[i]! -= after.length - newAfter.length;
    else this.#own[i] = newAfter + this.#piece(i).slice(after.length);
    return this.#moves(i);
  }

  #moves(i: number): boolean {
    const own = this.#own[i]!;
    const before = this.#heads[i]!;
    const now = own === null ? head(this.#base, this.#from[i]!, this.#to[i]!) : head(own, 0, own.length);
    this.#heads[i] = now;
    return keyOf(before) !== keyOf(now);
  }

  #index(): Map<number, number[]> {
    const places = new Map<number, number[]>();
    for (let i = 1; i < this.#heads.length; i++) {
      const key = keyOf(this.#heads[i]!);
      const list = places.get(key);
      if (list === undefined) places.set(key, [i]);
      else list.push(i);
    }
    return places;
  }
}
