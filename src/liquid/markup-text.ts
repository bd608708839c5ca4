// A long text of markup that a template edits again and again, as layouts do that squeeze white space out of HTML: two
// replacements for each name of an element, each of which would go through the whole text and copy it.

import { RubyObject } from '../ruby/values.ts';

/** What is replaced by what, each taken apart at its only `<`. */
export interface Edit {
  readonly before: string;
  readonly after: string;
  readonly newBefore: string;
  readonly newAfter: string;
}

/** Null where the replacement can't be made piece by piece. */
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
  if (edit.after.includes('<') || edit.newAfter.includes('<') || keyOf(edit.after) === null) return null;
  return edit;
}

/** What a piece starts with: a letter, or a slash and a letter. Null where it is too short to say. */
function keyOf(piece: string): number | null {
  const first = piece.charCodeAt(0);
  if (first !== SLASH) return Number.isNaN(first) ? null : first;
  const second = piece.charCodeAt(1);
  return Number.isNaN(second) ? null : -second;
}

const SLASH = 47;

/** The text, in pieces. It belongs to one variable, and is a string to everybody who reads that. */
export class MarkupText extends RubyObject {
  readonly className = 'String';
  readonly #pieces: string[];
  /** Where the pieces behind a `<` are, by what they start with. */
  #places: Map<number, number[]> | null = null;
  #text: string | null;
  length: number;

  constructor(text: string) {
    super();
    this.#text = text;
    this.length = text.length;
    this.#pieces = text.split('<');
  }

  override toLiquid(): string {
    this.#text ??= this.#pieces.join('<');
    return this.#text;
  }

  override toS(): string {
    return this.toLiquid();
  }

  /** String#gsub, from left to right. */
  replace({ before, after, newBefore, newAfter }: Edit): void {
    this.#places ??= this.#index();
    const places = this.#places.get(keyOf(after)!);
    if (places === undefined) return;
    const pieces = this.#pieces;
    let last = -1;
    let moved = false;
    let count = 0;
    for (const i of places) {
      const piece = pieces[i]!;
      if (!piece.startsWith(after)) continue;
      const left = pieces[i - 1]!;
      // What the match before has put there is not matched again.
      const free = last === i - 1 ? left.length - newAfter.length : left.length;
      if (free < before.length || !left.endsWith(before)) continue;
      pieces[i - 1] = left.slice(0, left.length - before.length) + newBefore;
      pieces[i] = newAfter + piece.slice(after.length);
      // A piece of which hardly anything is left may start with something else now.
      if (left.length - before.length < 2) moved = true;
      last = i;
      count++;
    }
    if (count === 0) return;
    this.#text = null;
    this.length += count * (newBefore.length + newAfter.length - before.length - after.length);
    if (moved || keyOf(after) !== keyOf(newAfter)) this.#places = null;
  }

  #index(): Map<number, number[]> {
    const places = new Map<number, number[]>();
    for (let i = 1; i < this.#pieces.length; i++) {
      const key = keyOf(this.#pieces[i]!);
      if (key === null) continue;
      const list = places.get(key);
      if (list === undefined) places.set(key, [i]);
      else list.push(i);
    }
    return places;
  }
}
