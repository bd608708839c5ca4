// Finds abbreviations once all spans have been parsed. Names are in a trie, so that thousands of them cost no more than
// one.

import type { Budget } from '../budget.ts';
import { isAsciiWord } from '../characters.ts';
import type { Element, Text } from '../element.ts';
import { element } from '../element.ts';
import { rewrite } from '../visit.ts';
import type { Found } from './long-names.ts';
import { LongNames } from './long-names.ts';
import { isSeparatorAt, Runs, SEPARATORS, SpacedName } from './spaced-names.ts';

interface Node {
  readonly next: Map<string, Node>;
  /** Whether a name ends here. */
  ends: boolean;
}

interface Names {
  readonly budget: Budget;
  readonly trie: Node;
  readonly long: LongNames | null;
  /** Longest first. */
  readonly spaced: readonly SpacedName[];
  /** Whether a space matches any white space (kramdown 2.5). */
  readonly flexible: boolean;
}

const LONG = 100;

/** Matches names with spaces in other places than between words. */
const SPACED = /^ | $| {2}|[\t\n\v\f\r]|(?! )\p{Z}/u;

/** Finds abbreviations in trees. */
export class AbbreviationFinder {
  readonly #names: Names;

  constructor(abbreviations: Iterable<string>, flexible: boolean, budget: Budget) {
    const trie: Node = { next: new Map(), ends: false };
    let long: LongNames | null = null;
    const spaced: SpacedName[] = [];
    for (const name of abbreviations) {
      if (flexible && SPACED.test(name)) spaced.push(new SpacedName(name));
      else if (name.length > LONG) {
        long ??= new LongNames(flexible);
        long.add(name);
      } else insert(trie, name);
    }
    spaced.sort((a, b) => b.length - a.length);
    this.#names = { budget, trie, long, spaced, flexible };
  }

  /** Replaces abbreviations in all text below an element, except directly in raw HTML. */
  replaceIn<E extends Element>(root: E): E {
    return rewrite(root, (el, parent) => {
      if (el.type !== 'text') return undefined;
      const isRaw = parent.type === 'html_element' && parent.detail.contentModel === 'raw';
      return (isRaw ? null : split(el, this.#names)) ?? el;
    });
  }
}

function insert(trie: Node, name: string): void {
  let node = trie;
  for (let i = 0; i < name.length; i++) {
    const step = name.charAt(i);
    let next = node.next.get(step);
    if (!next) {
      next = { next: new Map(), ends: false };
      node.next.set(step, next);
    }
    node = next;
  }
  node.ends = true;
}

/** Finds names at offsets of a string. */
class Search {
  readonly #text: string;
  readonly #names: Names;
  readonly #runs = new Runs();

  constructor(text: string, names: Names) {
    this.#text = text;
    this.#names = names;
  }

  /** Whether a name starts at an offset, with no word character after it. */
  hasWhole(at: number): boolean {
    return this.#longest(at, true) !== null;
  }

  /** The end of the longest name at an offset, or -1. */
  longestEnd(at: number): number {
    return this.#longest(at, false)?.end ?? -1;
  }

  #longest(at: number, whole: boolean): Found | null {
    const text = this.#text;
    const { long, spaced } = this.#names;
    let best = long?.longestAt(text, at, whole) ?? this.#shortAt(at, whole);
    for (const name of spaced) {
      if (best && best.length >= name.length) break;
      const end = name.endAt(text, at, whole, this.#runs);
      if (end >= 0) best = { end, length: name.length };
    }
    return best;
  }

  #shortAt(at: number, whole: boolean): Found | null {
    const text = this.#text;
    const { trie, flexible } = this.#names;
    let best: Found | null = null;
    let node: Node | undefined = trie;
    let i = at;
    for (let length = 0; node; length++) {
      if (node.ends && !(whole && isAsciiWord(text.charCodeAt(i)))) best = { end: i, length };
      const space: Node | undefined = flexible ? node.next.get(' ') : undefined;
      if (space && isSeparatorAt(text, i)) {
        i = this.#runs.end(text, i);
        node = space;
      } else {
        node = i < text.length ? node.next.get(text.charAt(i)) : undefined;
        i++;
      }
    }
    return best;
  }
}

/** Splits an element of text at its abbreviations; null if it contains none. */
function split(child: Text, names: Names): Element[] | null {
  const text = child.value;
  const search = new Search(text, names);
  const pieces: Element[] = [];
  const add = (from: number, to: number, type: 'text' | 'abbreviation') => {
    names.budget.spend();
    pieces.push(element(type, text.slice(from, to), null, child.source, child.at + from));
  };
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    // An abbreviation starts after a character that isn't a word character, or at the start of a line or of the search.
    const here = at === from || text.charCodeAt(at - 1) === 10;
    const behind = at < text.length && !isAsciiWord(text.charCodeAt(at));
    if (!(here && search.hasWhole(at)) && !(behind && search.hasWhole(at + 1))) continue;
    let start = at;
    let end = search.longestEnd(at);
    if (end < 0) {
      start = at + 1;
      end = search.longestEnd(start);
    }
    add(from, start, 'text');
    add(start, end, 'abbreviation');
    from = end;
    at = end - 1;
  }
  if (from === 0) return null;
  add(from, text.length, 'text');
  return pieces;
}

/** The key of an abbreviation as written in the text. kramdown 2.5 replaces any white space with one space. */
export function abbreviationKey(written: string, known: ReadonlyMap<string, unknown>, flexible: boolean): string {
  return flexible && !known.has(written) ? written.replace(SEPARATORS, ' ') : written;
}
