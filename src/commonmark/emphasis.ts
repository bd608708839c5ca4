// Emphasis, strikethrough and typographic quotes: matches runs of delimiters (cmark-gfm 0.29.0.gfm.11, which remembers
// failed searches more coarsely than the specification).

import { isWidePunctuation, isWideSpace } from './characters.ts';
import { type Node, NodeClass, retype } from './library.ts';

export type Neighbour = 'space' | 'punctuation' | 'other';

export interface Sides {
  /** The run could open a span. */
  readonly left: boolean;
  /** The run could close a span. */
  readonly right: boolean;
  readonly before: Neighbour;
  readonly after: Neighbour;
}

/** What is on both sides of text[start, end). @param skipped a character to ignore */
export function sides(text: string, start: number, end: number, skipped: string): Sides {
  let from = start - 1;
  while (from > 0 && text[from] === skipped) from--;
  let to = end;
  while (to < text.length && text[to] === skipped) to++;
  const before = from < 0 || text[from] === skipped ? 'space' : neighbour(codePointBefore(text, from));
  const after = to >= text.length ? 'space' : neighbour(text.codePointAt(to)!);
  return {
    left: after !== 'space' && (after !== 'punctuation' || before !== 'other'),
    right: before !== 'space' && (before !== 'punctuation' || after !== 'other'),
    before,
    after,
  };
}

function codePointBefore(text: string, at: number): number {
  const c = text.charCodeAt(at);
  return c >= 0xdc00 && c <= 0xdfff && at > 0 ? text.codePointAt(at - 1)! : c;
}

const neighbour = (c: number): Neighbour => (isWideSpace(c) ? 'space' : isWidePunctuation(c) ? 'punctuation' : 'other');

export interface Delimiter {
  readonly character: '*' | '_' | '~' | "'" | '"';
  /** The node with the unused part of the run. */
  readonly node: Node;
  /** Where it ends in the block's text. */
  readonly at: number;
  readonly length: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

interface Entry extends Delimiter {
  previous: Entry | null;
  next: Entry | null;
}

/** The delimiter runs of a block that haven't been matched. */
export class Delimiters {
  #last: Entry | null = null;

  push(delimiter: Delimiter): void {
    if (!delimiter.canOpen && !delimiter.canClose) return;
    const entry = { ...delimiter, previous: this.#last, next: null };
    if (this.#last) this.#last.next = entry;
    this.#last = entry;
  }

  /** Turns the runs from an offset on into spans, and forgets them. */
  settle(from: number): void {
    // Where searches for an opener have failed, by character and length.
    const bottoms = new Map<string, number>();
    let closer: Entry | null = null;
    for (let entry = this.#last; entry && entry.at >= from; entry = entry.previous) closer = entry;
    while (closer !== null) {
      if (!closer.canClose) {
        closer = closer.next;
        continue;
      }
      const key = closer.character + (closer.length % 3);
      const opener = findOpener(closer, Math.max(from, bottoms.get(key) ?? 0));
      if (opener !== null) closer = this.#join(opener, closer);
      else {
        const { next } = closer as Entry;
        if (closer.character === "'") closer.node.literal = '’';
        else if (closer.character === '"') closer.node.literal = '”';
        bottoms.set(key, closer.at);
        if (!closer.canOpen) this.#remove(closer);
        closer = next;
      }
    }
    while (this.#last && this.#last.at >= from) this.#remove(this.#last);
  }

  /** @returns the next run to process */
  #join(opener: Entry, closer: Entry): Entry | null {
    switch (closer.character) {
      case "'":
      case '"': {
        const { next } = closer;
        [opener.node.literal, closer.node.literal] = closer.character === "'" ? ['‘', '’'] : ['“', '”'];
        this.#remove(opener);
        this.#remove(closer);
        return next;
      }
      case '~':
        return this.#strike(opener, closer);
      default:
        return this.#emphasize(opener, closer);
    }
  }

  #strike(opener: Entry, closer: Entry): Entry | null {
    const { next } = closer;
    if (opener.length === closer.length) {
      retype(opener.node, 'strikethrough');
      opener.node.literal = null;
      moveBetween(opener.node, closer.node, opener.node);
      closer.node.unlink();
    }
    this.#removeBetween(opener, closer);
    this.#remove(opener);
    this.#remove(closer);
    return next;
  }

  #emphasize(opener: Entry, closer: Entry): Entry | null {
    const used = opener.node.literal!.length >= 2 && closer.node.literal!.length >= 2 ? 2 : 1;
    for (const { node } of [opener, closer]) node.literal = node.literal!.slice(used);
    this.#removeBetween(opener, closer);
    const span = new NodeClass(used === 1 ? 'emph' : 'strong');
    moveBetween(opener.node, closer.node, span);
    opener.node.insertAfter(span);
    if (opener.node.literal === '') {
      opener.node.unlink();
      this.#remove(opener);
    }
    if (closer.node.literal !== '') return closer;
    const { next } = closer;
    closer.node.unlink();
    this.#remove(closer);
    return next;
  }

  #removeBetween(opener: Entry, closer: Entry): void {
    opener.next = closer;
    closer.previous = opener;
  }

  #remove(entry: Entry): void {
    if (entry.next) entry.next.previous = entry.previous;
    else this.#last = entry.previous;
    if (entry.previous) entry.previous.next = entry.next;
  }
}

function findOpener(closer: Entry, bottom: number): Entry | null {
  for (let entry = closer.previous; entry && entry.at >= bottom; entry = entry.previous) {
    if (entry.canOpen && entry.character === closer.character && fits(entry, closer)) return entry;
  }
  return null;
}

/**
 * If either run could both open and close, their lengths must not add up to a multiple of 3, unless both are multiples.
 */
const fits = (opener: Entry, closer: Entry): boolean =>
  (!closer.canOpen && !opener.canClose) || closer.length % 3 === 0 || (opener.length + closer.length) % 3 !== 0;

/** Moves the nodes between two nodes into a third one. */
function moveBetween(first: Node, last: Node, into: Node): void {
  for (let node = first.next; node && node !== last; node = first.next) into.appendChild(node);
}
